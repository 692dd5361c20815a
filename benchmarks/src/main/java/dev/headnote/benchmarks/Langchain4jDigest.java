package dev.headnote.benchmarks;

import dev.headnote.topic.LabelSet;
import dev.langchain4j.classification.EmbeddingModelTextClassifier;
import dev.langchain4j.data.document.splitter.DocumentBySentenceSplitter;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a user of langchain4j would write to get topics and a summary: its text classifier with the
 * names and descriptions of the same labels as examples, its sentence splitter, and the three
 * sentences nearest to the mean of all. The classifier embeds the article as a whole, so each word
 * passes through the model twice. There is no cleaning of copied text, no "none of these", no
 * evidence and no offsets. Safe for use by several threads.
 */
final class Langchain4jDigest {

  private static final int SUMMARY_SENTENCES = 3;

  /** Only bounds what the splitter joins, which is not used here. */
  private static final int MAX_SEGMENT_CHARS = 1000;

  /**
   * The result.
   *
   * @param labels the best label's id, in a list that is never empty
   * @param summary sentences in source order
   */
  record Result(List<String> labels, String summary) {}

  private final EmbeddingModel model;
  private final EmbeddingModelTextClassifier<String> classifier;
  private final DocumentBySentenceSplitter splitter =
      new DocumentBySentenceSplitter(MAX_SEGMENT_CHARS, 0);

  Langchain4jDigest(Setting setting) {
    Engines.configure();
    model = Langchain4jPeer.model(setting);
    Map<String, List<String>> examples = new LinkedHashMap<>();
    LabelSet.iptc()
        .labels()
        .forEach(label -> examples.put(label.id(), List.of(label.name(), label.description())));
    classifier = new EmbeddingModelTextClassifier<>(model, examples);
  }

  Result digest(String text) {
    String[] sentences =
        Arrays.stream(splitter.split(text)).filter(s -> !s.isBlank()).toArray(String[]::new);
    List<Embedding> embeddings =
        model.embedAll(Arrays.stream(sentences).map(TextSegment::from).toList()).content();
    float[] mean = new float[embeddings.get(0).dimension()];
    for (Embedding embedding : embeddings) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += embedding.vector()[d];
      }
    }
    double[] scores = embeddings.stream().mapToDouble(e -> Vectors.dot(e.vector(), mean)).toArray();
    String summary =
        IntStream.range(0, sentences.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[b], scores[a]))
            .limit(SUMMARY_SENTENCES)
            .sorted()
            .map(i -> sentences[i].strip())
            .collect(Collectors.joining(" "));
    return new Result(classifier.classify(text), summary);
  }
}
