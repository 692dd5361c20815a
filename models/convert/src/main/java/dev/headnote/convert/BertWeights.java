package dev.headnote.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a BERT encoder, found in an ONNX graph and put in the order that the TorchScript
 * module reads them in.
 *
 * <p>Exporters keep the names of embeddings, biases and layer norms, behind an optional prefix such
 * as {@code bert.}, but fold the transpose of each linear layer's weight into an anonymous
 * constant. Such a weight gets its name from the bias that the following Add consumes, or else from
 * the name of its MatMul.
 */
final class BertWeights {
  /**
   * A weight and the way its elements lie.
   *
   * @param tensor the constant of the graph
   * @param transposed whether its rows are the inputs of the layer, so that it has to be read with
   *     its two sizes swapped
   */
  record Weight(OnnxTensor tensor, boolean transposed) {}

  /** What ONNX's LayerNormalization takes where it says nothing. */
  private static final float LAYER_NORMALIZATION_EPSILON = 1e-5f;

  /** BERT's own, for a graph in which none is found. */
  private static final double BERT_EPSILON = 1e-12;

  private static final Pattern LAYER = Pattern.compile("encoder\\.layer\\.(\\d{1,4})\\..*");

  private final OnnxModel model;
  private final Map<String, Weight> named = new HashMap<>();
  private final List<Weight> ordered = new ArrayList<>();
  private final String prefix;
  private final Architecture architecture;
  private final double epsilon;

  private BertWeights(OnnxModel model, int headsOrZero) throws ConversionException {
    this.model = model;
    nameConstants();
    nameLinearWeights();
    this.prefix = findPrefix();
    checkVariant();
    this.epsilon = findEpsilon();
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new ConversionException(
          model.file() + ": its layer norms have the impossible epsilon " + epsilon);
    }
    this.architecture = collect(headsOrZero);
  }

  /**
   * Finds the encoder in a graph.
   *
   * @param model the graph
   * @param headsOrZero the number of attention heads, or 0 to read it from the graph
   * @throws ConversionException if a weight is missing or has another shape than a BERT encoder's,
   *     or the graph has parts that BERT does not have
   */
  static BertWeights of(OnnxModel model, int headsOrZero) throws ConversionException {
    return new BertWeights(model, headsOrZero);
  }

  /** The encoder's sizes. */
  Architecture architecture() {
    return architecture;
  }

  /** What layer norms add to the variance. */
  double epsilon() {
    return epsilon;
  }

  /**
   * The weights: word, position and token-type embeddings, weight and bias of the embeddings' layer
   * norm; then for each layer weight and bias of query, key, value, attention output, its layer
   * norm, the two feed-forward layers and their layer norm.
   */
  List<Weight> ordered() {
    return ordered;
  }

  private void nameConstants() {
    model.constants().forEach((name, tensor) -> named.put(name, new Weight(tensor, false)));
    for (OnnxModel.Node node : model.nodes()) {
      if (node.outputs().size() == 1) {
        String name = node.outputs().get(0);
        OnnxTensor tensor = model.constant(name);
        if (tensor != null) {
          named.putIfAbsent(name, new Weight(tensor, false));
        }
      }
    }
  }

  private void nameLinearWeights() {
    Map<String, OnnxModel.Node> adds = new HashMap<>();
    for (OnnxModel.Node node : model.nodes()) {
      if (node.operation().equals("Add")) {
        node.inputs().forEach(input -> adds.putIfAbsent(input, node));
      }
    }
    for (OnnxModel.Node node : model.nodes()) {
      boolean gemm = node.operation().equals("Gemm");
      if ((!gemm && !node.operation().equals("MatMul")) || node.inputs().size() < 2) {
        continue;
      }
      Weight weight = linearWeight(node.inputs().get(1));
      if (weight == null) {
        continue;
      }
      if (gemm && node.integers().getOrDefault("transB", 0L) == 1) {
        weight = new Weight(weight.tensor(), !weight.transposed());
      }
      String bias = gemm && node.inputs().size() > 2 ? node.inputs().get(2) : "";
      OnnxModel.Node add = node.outputs().isEmpty() ? null : adds.get(node.outputs().get(0));
      if (!gemm && add != null) {
        for (String input : add.inputs()) {
          bias = input.endsWith(".bias") ? input : bias;
        }
      }
      if (bias.endsWith(".bias")) {
        named.put(bias.substring(0, bias.length() - "bias".length()) + "weight", weight);
      } else if (node.name().startsWith("/") && node.name().endsWith("/" + node.operation())) {
        // "/encoder/layer.0/attention/self/query/MatMul": the module's path.
        String path = node.name().substring(1, node.name().lastIndexOf('/')).replace('/', '.');
        named.put(path + ".weight", weight);
      }
    }
  }

  /** The constant matrix that {@code input} is, perhaps through a Transpose; or null. */
  private @Nullable Weight linearWeight(String input) {
    OnnxTensor tensor = model.constant(input);
    boolean transposed = true;
    OnnxModel.Node producer = model.producer(input);
    if (tensor == null && producer != null && producer.operation().equals("Transpose")) {
      tensor = model.constant(producer.inputs().isEmpty() ? "" : producer.inputs().get(0));
      transposed = false;
    }
    return tensor == null || tensor.shape().length != 2 ? null : new Weight(tensor, transposed);
  }

  private String findPrefix() throws ConversionException {
    String suffix = "embeddings.word_embeddings.weight";
    TreeSet<String> found = new TreeSet<>();
    for (String name : named.keySet()) {
      if (name.equals(suffix) || name.endsWith("." + suffix)) {
        found.add(name.substring(0, name.length() - suffix.length()));
      }
    }
    if (found.isEmpty()) {
      throw new ConversionException(
          model.file() + " is not a BERT-like encoder: it has no tensor '" + suffix + "'");
    }
    if (found.size() > 1) {
      throw new ConversionException(
          model.file() + " holds several encoders: " + String.join(", ", found));
    }
    return found.first();
  }

  /** Refuses what computes something else than BERT does from weights with the same names. */
  private void checkVariant() throws ConversionException {
    for (String name : named.keySet()) {
      if (name.startsWith(prefix)
          && (name.contains("distance_embedding")
              || name.contains("relative_attention")
              || name.contains("embeddings_project")
              || name.contains("crossattention"))) {
        throw new ConversionException(
            model.file() + " is not a BERT-like encoder: it has a tensor '" + name + "'");
      }
    }
    if (model.nodes().stream().noneMatch(BertWeights::isExactGelu)) {
      throw new ConversionException(
          model.file()
              + " has another activation than the exact (erf) gelu, which is not supported");
    }
  }

  private static boolean isExactGelu(OnnxModel.Node node) {
    return switch (node.operation()) {
      case "Erf", "BiasGelu" -> true;
      case "Gelu" -> !"tanh".equals(node.strings().get("approximate"));
      default -> false;
    };
  }

  private double findEpsilon() {
    for (OnnxModel.Node node : model.nodes()) {
      if (node.operation().equals("LayerNormalization")) {
        return node.floats().getOrDefault("epsilon", LAYER_NORMALIZATION_EPSILON);
      }
      OnnxModel.Node add =
          node.operation().equals("Sqrt") && !node.inputs().isEmpty()
              ? model.producer(node.inputs().get(0))
              : null;
      if (add != null && add.operation().equals("Add")) {
        for (String input : add.inputs()) {
          OnnxTensor tensor = model.constant(input);
          if (tensor != null && tensor.isFloating() && tensor.size() == 1) {
            return tensor.floatAt(0);
          }
        }
      }
    }
    return BERT_EPSILON;
  }

  private Architecture collect(int headsOrZero) throws ConversionException {
    OnnxTensor words = get("embeddings.word_embeddings.weight").tensor();
    OnnxTensor positions = get("embeddings.position_embeddings.weight").tensor();
    OnnxTensor types = get("embeddings.token_type_embeddings.weight").tensor();
    for (OnnxTensor table : new OnnxTensor[] {words, positions, types}) {
      if (table.shape().length != 2 || table.shape()[0] == 0 || table.shape()[1] == 0) {
        throw new ConversionException(
            model.file() + ": tensor " + table + " does not have two sizes");
      }
    }
    long hidden = words.shape()[1];
    add("embeddings.word_embeddings.weight", words.shape()[0], hidden);
    add("embeddings.position_embeddings.weight", positions.shape()[0], hidden);
    add("embeddings.token_type_embeddings.weight", types.shape()[0], hidden);
    addNorm("embeddings.LayerNorm", hidden);
    int layers = countLayers();
    OnnxTensor firstBias = get("encoder.layer.0.intermediate.dense.bias").tensor();
    long intermediate = firstBias.size();
    for (int i = 0; i < layers; i++) {
      String layer = "encoder.layer." + i + ".";
      addLinear(layer + "attention.self.query", hidden, hidden);
      addLinear(layer + "attention.self.key", hidden, hidden);
      addLinear(layer + "attention.self.value", hidden, hidden);
      addLinear(layer + "attention.output.dense", hidden, hidden);
      addNorm(layer + "attention.output.LayerNorm", hidden);
      addLinear(layer + "intermediate.dense", intermediate, hidden);
      addLinear(layer + "output.dense", hidden, intermediate);
      addNorm(layer + "output.LayerNorm", hidden);
    }
    int heads = headsOrZero > 0 ? headsOrZero : findHeads(hidden);
    if (hidden % heads != 0) {
      throw new ConversionException(
          model.file() + ": " + heads + " heads do not divide the hidden size " + hidden);
    }
    return new Architecture(
        layers,
        heads,
        (int) hidden,
        (int) intermediate,
        (int) words.shape()[0],
        (int) positions.shape()[0]);
  }

  private int countLayers() throws ConversionException {
    int highest = -1;
    for (String name : named.keySet()) {
      if (name.startsWith(prefix)) {
        Matcher matcher = LAYER.matcher(name.substring(prefix.length()));
        if (matcher.matches()) {
          highest = Math.max(highest, Integer.parseInt(matcher.group(1)));
        }
      }
    }
    if (highest < 0) {
      throw new ConversionException(
          model.file()
              + " is not a BERT-like encoder: it has no tensors '"
              + prefix
              + "encoder.layer.0...'");
    }
    return highest + 1;
  }

  /**
   * Attention splits the hidden size by a Reshape to [batch, tokens, heads, size of a head]; the
   * last two are constants in every export.
   */
  private int findHeads(long hidden) throws ConversionException {
    for (OnnxModel.Node node : model.nodes()) {
      if (!node.operation().equals("Reshape") || node.inputs().size() < 2) {
        continue;
      }
      String shape = node.inputs().get(1);
      OnnxTensor whole = model.constant(shape);
      OnnxModel.Node concat = model.producer(shape);
      long heads = 0;
      long size = 0;
      if (whole != null && isIntegers(whole) && whole.size() == 4) {
        heads = whole.longAt(2);
        size = whole.longAt(3);
      } else if (concat != null
          && concat.operation().equals("Concat")
          && concat.inputs().size() == 4) {
        heads = scalar(concat.inputs().get(2));
        size = scalar(concat.inputs().get(3));
      }
      if (size == -1 && heads > 0 && hidden % heads == 0) {
        size = hidden / heads;
      }
      if (heads == -1 && size > 0 && hidden % size == 0) {
        heads = hidden / size;
      }
      if (heads > 0 && size > 0 && heads * size == hidden) {
        return (int) heads;
      }
    }
    throw new ConversionException(
        model.file() + " does not tell its number of attention heads: give it with --heads");
  }

  private long scalar(String name) {
    OnnxTensor tensor = model.constant(name);
    return tensor != null && isIntegers(tensor) && tensor.size() == 1 ? tensor.longAt(0) : 0;
  }

  private static boolean isIntegers(OnnxTensor tensor) {
    return tensor.type() == OnnxTensor.INT64 || tensor.type() == OnnxTensor.INT32;
  }

  private void addLinear(String name, long out, long in) throws ConversionException {
    add(name + ".weight", out, in);
    add(name + ".bias", out);
  }

  private void addNorm(String name, long size) throws ConversionException {
    add(name + ".weight", size);
    add(name + ".bias", size);
  }

  private void add(String name, long... shape) throws ConversionException {
    Weight weight = get(name);
    long[] lies = weight.transposed() ? new long[] {shape[1], shape[0]} : shape;
    if (!weight.tensor().hasShape(lies)) {
      throw new ConversionException(
          model.file()
              + ": tensor '"
              + prefix
              + name
              + "' has the shape "
              + Arrays.toString(weight.tensor().shape())
              + ", not "
              + Arrays.toString(lies));
    }
    ordered.add(weight);
  }

  private Weight get(String name) throws ConversionException {
    Weight weight = named.get(prefix + name);
    if (weight == null) {
      throw new ConversionException(
          model.file() + " is not a BERT-like encoder: it has no tensor '" + prefix + name + "'");
    }
    if (!weight.tensor().isFloating()) {
      throw new ConversionException(
          model.file()
              + ": tensor '"
              + prefix
              + name
              + "' holds neither fp32 nor fp16 numbers (ONNX type "
              + weight.tensor().type()
              + "); quantized files are not supported");
    }
    return weight;
  }
}
