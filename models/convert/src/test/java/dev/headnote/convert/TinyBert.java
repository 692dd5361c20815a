package dev.headnote.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Writes the ONNX file of a BERT with random weights, in the shapes that exporters give it. */
final class TinyBert {
  static final int VOCABULARY = 12;
  static final int POSITIONS = 16;
  static final int HIDDEN = 8;
  static final int HEADS = 2;
  static final int INTERMEDIATE = 16;
  static final int LAYERS = 2;

  /** How the weights of linear layers are written. */
  enum Linear {
    /** A MatMul with an anonymous, transposed constant. */
    ANONYMOUS,
    /** A Transpose of the named weight, then a MatMul. */
    NAMED,
    /** A Gemm that transposes the named weight itself. */
    GEMM
  }

  /** How elements are written. */
  enum Elements {
    RAW,
    TYPED,
    HALF
  }

  String prefix = "";
  Linear linear = Linear.ANONYMOUS;
  Elements elements = Elements.RAW;
  String activation = "Erf";
  float epsilon = 1e-7f;
  boolean tellsHeads = true;
  boolean external;

  /** Names of tensors to leave out. */
  final Set<String> without = new HashSet<>();

  /** Shapes that differ from what they should be. */
  final Map<String, long[]> reshaped = new LinkedHashMap<>();

  private final List<Protobuf> nodes = new ArrayList<>();
  private final List<Protobuf> tensors = new ArrayList<>();
  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final Random random = new Random(7);
  private int anonymous;

  /** The values of the parameter {@code name}, in [out, in] order; after {@link #toBytes()}. */
  float[] values(String name) {
    return values.get(name);
  }

  byte[] toBytes() {
    table("embeddings.word_embeddings.weight", VOCABULARY);
    table("embeddings.position_embeddings.weight", POSITIONS);
    table("embeddings.token_type_embeddings.weight", 2);
    norm("embeddings.LayerNorm");
    for (int i = 0; i < LAYERS; i++) {
      String layer = "encoder.layer." + i + ".";
      linear(layer + "attention.self.query", HIDDEN, HIDDEN);
      linear(layer + "attention.self.key", HIDDEN, HIDDEN);
      linear(layer + "attention.self.value", HIDDEN, HIDDEN);
      linear(layer + "attention.output.dense", HIDDEN, HIDDEN);
      norm(layer + "attention.output.LayerNorm");
      linear(layer + "intermediate.dense", INTERMEDIATE, HIDDEN);
      linear(layer + "output.dense", HIDDEN, INTERMEDIATE);
      norm(layer + "output.LayerNorm");
    }
    node(activation, "act", List.of("x"), "act_out");
    node("Sqrt", "sqrt", List.of("var_eps"), "std");
    node("Add", "var", List.of("variance", "eps"), "var_eps");
    tensors.add(tensor("eps", new long[] {}, new float[] {epsilon}, Elements.RAW));
    if (tellsHeads) {
      Protobuf shape = new Protobuf();
      Protobuf packed = new Protobuf().raw(0).raw(-1).raw(HEADS).raw(HIDDEN / HEADS);
      shape.varint(1, 4).varint(2, OnnxTensor.INT64).bytes(7, packed.toBytes());
      tensors.add(shape.string(8, "shape"));
      node("Reshape", "reshape", List.of("x", "shape"), "split");
    }
    Protobuf graph = new Protobuf();
    nodes.forEach(node -> graph.message(1, node));
    tensors.forEach(tensor -> graph.message(5, tensor));
    return new Protobuf().varint(1, 8).string(2, "test").message(7, graph).toBytes();
  }

  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(toBytes());
  }

  private void table(String name, int rows) {
    parameter(name, new long[] {rows, HIDDEN}, random(rows * HIDDEN));
  }

  private void norm(String name) {
    parameter(name + ".weight", new long[] {HIDDEN}, random(HIDDEN));
    parameter(name + ".bias", new long[] {HIDDEN}, random(HIDDEN));
  }

  private void linear(String name, int out, int in) {
    float[] weight = random(out * in);
    parameter(name + ".bias", new long[] {out}, random(out));
    String path = "/" + name.replace('.', '/');
    String bias = prefix + name + ".bias";
    if (linear == Linear.ANONYMOUS) {
      float[] transposed = new float[out * in];
      for (int i = 0; i < out * in; i++) {
        transposed[i % in * out + i / in] = weight[i];
      }
      values.put(name + ".weight", weight);
      String constant = "onnx::MatMul_" + anonymous++;
      long[] shape = reshaped.getOrDefault(name + ".weight", new long[] {in, out});
      if (!without.contains(name + ".weight")) {
        tensors.add(tensor(constant, shape, transposed, elements));
      }
      node("MatMul", path + "/MatMul", List.of("x", constant), path + "_mm");
      node("Add", path + "/Add", List.of(bias, path + "_mm"), path + "_out");
      return;
    }
    parameter(name + ".weight", new long[] {out, in}, weight);
    if (linear == Linear.NAMED) {
      node("Transpose", path + "/T", List.of(prefix + name + ".weight"), path + "_t");
      node("MatMul", path + "/MatMul", List.of("x", path + "_t"), path + "_mm");
      node("Add", path + "/Add", List.of(path + "_mm", bias), path + "_out");
    } else {
      Protobuf gemm = newNode("Gemm", path, List.of("x", prefix + name + ".weight", bias), path);
      nodes.add(gemm.message(5, new Protobuf().string(1, "transB").varint(3, 1)));
    }
  }

  private void parameter(String name, long[] shape, float[] elements) {
    values.put(name, elements);
    if (!without.contains(name)) {
      long[] lies = reshaped.getOrDefault(name, shape);
      tensors.add(tensor(prefix + name, lies, elements, this.elements));
    }
  }

  private Protobuf tensor(String name, long[] shape, float[] elements, Elements how) {
    Protobuf tensor = new Protobuf();
    for (long size : shape) {
      tensor.varint(1, size);
    }
    tensor.varint(2, how == Elements.HALF ? OnnxTensor.FLOAT16 : OnnxTensor.FLOAT).string(8, name);
    if (external) {
      return tensor.varint(14, 1);
    }
    switch (how) {
      case RAW -> tensor.bytes(9, raw(elements));
      case TYPED -> tensor.bytes(4, raw(elements));
      case HALF -> {
        Protobuf packed = new Protobuf();
        for (float element : elements) {
          packed.raw(Half.fromFloat(element) & 0xffff);
        }
        tensor.bytes(5, packed.toBytes());
      }
    }
    return tensor;
  }

  private static byte[] raw(float[] elements) {
    ByteBuffer raw = ByteBuffer.allocate(4 * elements.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float element : elements) {
      raw.putFloat(element);
    }
    return raw.array();
  }

  private void node(String operation, String name, List<String> inputs, String output) {
    nodes.add(newNode(operation, name, inputs, output));
  }

  private static Protobuf newNode(
      String operation, String name, List<String> inputs, String output) {
    Protobuf node = new Protobuf();
    inputs.forEach(input -> node.string(1, input));
    return node.string(2, output).string(3, name).string(4, operation);
  }

  private float[] random(int size) {
    float[] elements = new float[size];
    for (int i = 0; i < size; i++) {
      // Halves, so that every form of element holds the same value.
      elements[i] = Half.toFloat(Half.fromFloat((float) random.nextGaussian()));
    }
    return elements;
  }
}
