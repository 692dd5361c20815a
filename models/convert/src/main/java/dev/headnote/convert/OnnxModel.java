package dev.headnote.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of an ONNX file that a converter needs: its nodes and its constants. Tensors are views
 * of the file's bytes. Weights outside the file ("external data") are refused. Fields go by their
 * numbers in onnx.proto, whose names for them stand beside these.
 */
final class OnnxModel {
  /**
   * One operation of the graph.
   *
   * @param name its name; may be empty
   * @param operation its type, such as MatMul
   * @param inputs the names of its inputs; an omitted input is an empty string
   * @param outputs the names of its outputs
   * @param integers its integer attributes
   * @param floats its float attributes
   * @param strings its string attributes
   */
  record Node(
      String name,
      String operation,
      List<String> inputs,
      List<String> outputs,
      Map<String, Long> integers,
      Map<String, Float> floats,
      Map<String, String> strings) {}

  private final String file;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, OnnxTensor> constants = new HashMap<>();
  private final Map<String, Node> producers = new HashMap<>();
  private boolean hasGraph;

  private OnnxModel(String file) {
    this.file = file;
  }

  /**
   * Reads an ONNX file.
   *
   * @param file what messages call it
   * @param content all its bytes
   * @throws ConversionException if it is truncated or not an ONNX file, or keeps its weights
   *     elsewhere
   */
  static OnnxModel read(String file, ByteBuffer content) throws IOException {
    OnnxModel model = new OnnxModel(file);
    ProtobufReader in = new ProtobufReader(file, content);
    while (in.next()) {
      if (in.field() == 7) { // graph
        model.readGraph(in.message());
      }
    }
    if (!model.hasGraph || model.nodes.isEmpty()) {
      throw new ConversionException(file + " is not a readable ONNX file: it holds no graph");
    }
    return model;
  }

  /** What messages call the file. */
  String file() {
    return file;
  }

  /** The operations, in the file's order, which is an order of execution. */
  List<Node> nodes() {
    return nodes;
  }

  /** The constants by name: initializers and the values of Constant nodes. */
  Map<String, OnnxTensor> constants() {
    return constants;
  }

  /** The node that computes {@code value}, or null for an input or a constant. */
  @Nullable Node producer(String value) {
    return producers.get(value);
  }

  /** The constant that {@code value} is, through copies and casts, or null. */
  @Nullable OnnxTensor constant(String value) {
    // Exporters write a constant that several names share once, and Identity nodes for the others.
    for (int hops = 0; hops < 8; hops++) {
      OnnxTensor tensor = constants.get(value);
      if (tensor != null) {
        return tensor;
      }
      Node node = producers.get(value);
      if (node == null
          || node.inputs().isEmpty()
          || !(node.operation().equals("Identity") || node.operation().equals("Cast"))) {
        return null;
      }
      value = node.inputs().get(0);
    }
    return null;
  }

  private void readGraph(ProtobufReader in) throws ConversionException {
    hasGraph = true;
    while (in.next()) {
      if (in.field() == 1) { // node
        readNode(in.message());
      } else if (in.field() == 5) { // initializer
        OnnxTensor tensor = readTensor(in.message());
        constants.put(tensor.name(), tensor);
      }
    }
  }

  private void readNode(ProtobufReader in) throws ConversionException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Long> integers = new HashMap<>();
    Map<String, Float> floats = new HashMap<>();
    Map<String, String> strings = new HashMap<>();
    String name = "";
    String operation = "";
    OnnxTensor value = null;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> inputs.add(in.string()); // input
        case 2 -> outputs.add(in.string()); // output
        case 3 -> name = in.string(); // name
        case 4 -> operation = in.string(); // op_type
        case 5 -> { // attribute
          OnnxTensor tensor = readAttribute(in.message(), integers, floats, strings);
          value = tensor == null ? value : tensor;
        }
        default -> {}
      }
    }
    Node node = new Node(name, operation, inputs, outputs, integers, floats, strings);
    nodes.add(node);
    for (String output : outputs) {
      producers.put(output, node);
    }
    if (operation.equals("Constant") && value != null && outputs.size() == 1) {
      constants.put(outputs.get(0), value);
    }
  }

  private @Nullable OnnxTensor readAttribute(
      ProtobufReader in,
      Map<String, Long> integers,
      Map<String, Float> floats,
      Map<String, String> strings)
      throws ConversionException {
    String name = "";
    OnnxTensor value = null;
    Float floating = null;
    Long integer = null;
    String string = null;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.string(); // name
        case 2 -> floating = in.fixed32(); // f
        case 3 -> integer = in.varint(); // i
        case 4 -> string = in.string(); // s
        case 5 -> value = readTensor(in.message()); // t
        default -> {}
      }
    }
    if (floating != null) {
      floats.put(name, floating);
    }
    if (integer != null) {
      integers.put(name, integer);
    }
    if (string != null) {
      strings.put(name, string);
    }
    return value;
  }

  private OnnxTensor readTensor(ProtobufReader in) throws ConversionException {
    LongStream.Builder shape = LongStream.builder();
    String name = "";
    int type = 0;
    ByteBuffer raw = null;
    LongStream.Builder typed = LongStream.builder();
    boolean external = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> in.varints(shape); // dims
        case 2 -> type = (int) in.varint(); // data_type
        case 4 -> { // float_data, packed or not
          if (in.wireType() == ProtobufReader.FIXED32) {
            typed.accept(Float.floatToRawIntBits(in.fixed32()));
          } else {
            raw = in.bytes();
          }
        }
        case 5, 7 -> in.varints(typed); // int32_data, int64_data
        case 8 -> name = in.string(); // name
        case 9 -> raw = in.bytes(); // raw_data
        case 13 -> external = true; // external_data
        case 14 -> external |= in.varint() == 1; // data_location, 1 is EXTERNAL
        default -> {}
      }
    }
    if (external) {
      throw new ConversionException(
          file
              + " keeps the tensor '"
              + name
              + "' in another file (external data), which is not"
              + " supported: export it as one file");
    }
    long[] sizes = shape.build().toArray();
    int width = OnnxTensor.width(type);
    if (width == 0) {
      // Strings, booleans and the like never hold weights; a use of one fails where it is used.
      return new OnnxTensor(name, sizes, type, ByteBuffer.allocate(0));
    }
    ByteBuffer data = raw != null ? raw : bytes(typed.build().toArray(), width);
    checkSize(name, sizes, width, data.limit());
    return new OnnxTensor(name, sizes, type, data);
  }

  /**
   * Checks that a tensor of this shape has as many bytes as it needs.
   *
   * @param width bytes of an element
   * @param bytes bytes of all elements
   */
  private void checkSize(String name, long[] shape, int width, int bytes)
      throws ConversionException {
    long size = width;
    for (long n : shape) {
      if (n < 0 || n > Integer.MAX_VALUE || (size *= n) > Integer.MAX_VALUE) {
        throw new ConversionException(
            file + ": tensor '" + name + "' has the impossible shape " + Arrays.toString(shape));
      }
    }
    if (size != bytes) {
      throw new ConversionException(
          file
              + ": tensor '"
              + name
              + "' "
              + Arrays.toString(shape)
              + " needs "
              + size
              + " bytes and has "
              + bytes);
    }
  }

  /** The low {@code width} bytes of each value: floats and halves were added as their bits. */
  private static ByteBuffer bytes(long[] values, int width) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      switch (width) {
        case 2 -> bytes.putShort((short) value);
        case 4 -> bytes.putInt((int) value);
        default -> bytes.putLong(value);
      }
    }
    return bytes.flip();
  }
}
