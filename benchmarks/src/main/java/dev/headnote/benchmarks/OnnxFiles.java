package dev.headnote.benchmarks;

import dev.headnote.Precision;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The ONNX files that langchain4j publishes: the fp32 ones are those that Headnote's models are
 * made of; the int8 ones were quantised by their publishers.
 */
final class OnnxFiles {

  /** The models that there are files of. */
  static final List<String> MODELS = List.of("minilm-l6", "e5-small");

  /** Options for a tokenizer that leaves texts as they are. */
  static final Map<String, String> NO_PADDING = Map.of("padding", "false", "truncation", "false");

  private OnnxFiles() {}

  /**
   * Opens a model.
   *
   * @param precision FP32 or INT8
   */
  static InputStream model(String model, Precision precision) throws IOException {
    return open(name(model) + (precision == Precision.INT8 ? "-q.onnx" : ".onnx"));
  }

  /** Opens a model's tokenizer.json. */
  static InputStream tokenizer(String model) throws IOException {
    return open(name(model) + "-tokenizer.json");
  }

  private static String name(String model) {
    return switch (model) {
      case "minilm-l6" -> "all-minilm-l6-v2";
      case "e5-small" -> "e5-small-v2";
      default -> throw new UnsupportedSetting("there is no ONNX file of the model " + model);
    };
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = OnnxFiles.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException(resource + " is not on the class path");
    }
    return in;
  }
}
