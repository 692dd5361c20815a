package dev.headnote.benchmarks;

import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.salience.SalienceModel;
import dev.headnote.summary.Summarizer;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.Title;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicOptions;
import dev.headnote.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What comes after the encoder, on one thread: topics and a summary of three sentences, from random
 * vectors of length 1, since what is computed does not depend on their values. One operation is one
 * article; the secondary figure is its sentences a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {

  /** Sentences of an article; 600 words have about 30. */
  @Param({"30", "1000"})
  int sentences;

  /** {@code instant} has 384, and a transformer blended with it 768. */
  @Param({"384"})
  int dimensions;

  /** As many as IPTC has subjects. */
  @Param({"17"})
  int labels;

  private List<Sentence> texts;
  private float[][] vectors;
  private EncodedArticle article;
  private float[] title;
  private TopicClassifier classifier;
  private Summarizer summarizer;
  private SummaryOptions options;

  @Setup(Level.Trial)
  public void load() {
    Random random = new Random(1);
    List<String> corpus = Corpus.sentences();
    texts = new ArrayList<>();
    vectors = new float[sentences][];
    int start = 0;
    for (int i = 0; i < sentences; i++) {
      String text = corpus.get(i % corpus.size());
      texts.add(new Sentence(i, start, start + text.length(), text));
      start += text.length() + 1;
      vectors[i] = unitVector(random, dimensions);
    }
    title = unitVector(random, dimensions);
    article =
        new EncodedArticle(
            texts.stream().map(Sentence::text).toList(), vectors, "A title", title, null);
    classifier =
        new TopicClassifier(
            MadeUpLabels.of(labels), new RandomEncoder(dimensions), TopicOptions.defaults());
    summarizer = new Summarizer("random", String::length, SalienceModel::builtIn);
    options = SummaryOptions.maxSentences(3);
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long sentences;
  }

  @Benchmark
  public Topics topics(Counters counters) {
    counters.sentences += sentences;
    return classifier.classify(article);
  }

  @Benchmark
  public Summary summary(Counters counters) {
    counters.sentences += sentences;
    return summarizer.summarize(texts, vectors, new Title("A title", title, true), null, options);
  }

  private static float[] unitVector(Random random, int dimensions) {
    float[] vector = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      vector[d] = (float) random.nextGaussian();
    }
    return Vectors.normalized(vector);
  }

  /** Gives each text a random vector of its own. */
  private record RandomEncoder(int dimensions) implements SentenceEncoder {

    @Override
    public String model() {
      return "random";
    }

    @Override
    public Precision precision() {
      return Precision.FP32;
    }

    @Override
    public float[][] encode(List<String> texts) {
      return texts.stream()
          .map(text -> unitVector(new Random(text.hashCode()), dimensions))
          .toArray(float[][]::new);
    }

    @Override
    public void close() {}
  }
}
