package dev.headnote.benchmarks;

import dev.headnote.Precision;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2.E5SmallV2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.util.List;

/**
 * langchain4j's in-process embedding models through their own API: one call of {@code embedAll}
 * with all sentences. The model runs each sentence by itself, on its default executor, which has a
 * thread for each core, over one ONNX Runtime session with that runtime's default threads.
 */
final class Langchain4jPeer implements Encoder {

  private final EmbeddingModel model;
  private final String prefix;

  Langchain4jPeer(Setting setting) {
    Engines.configure();
    model = model(setting);
    prefix = Corpus.prefix(setting.model());
  }

  /** Returns langchain4j's model, int8 or fp32. */
  static EmbeddingModel model(Setting setting) {
    boolean int8 = setting.precision() == Precision.INT8;
    return switch (setting.model()) {
      case "minilm-l6" ->
          int8 ? new AllMiniLmL6V2QuantizedEmbeddingModel() : new AllMiniLmL6V2EmbeddingModel();
      case "e5-small" ->
          int8 ? new E5SmallV2QuantizedEmbeddingModel() : new E5SmallV2EmbeddingModel();
      default -> throw new UnsupportedSetting("langchain4j has no model " + setting.model());
    };
  }

  @Override
  public float[][] encode(List<String> sentences) {
    List<TextSegment> segments =
        sentences.stream().map(sentence -> TextSegment.from(prefix + sentence)).toList();
    return model.embedAll(segments).content().stream()
        .map(Embedding::vector)
        .toArray(float[][]::new);
  }

  /** Does nothing: langchain4j keeps its models until the process ends. */
  @Override
  public void close() {}
}
