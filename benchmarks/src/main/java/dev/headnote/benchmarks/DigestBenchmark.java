package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.Outcome;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Whole digests, from the text as copied to topics and summary, over the articles of {@code
 * seeds/}. One operation digests all of them, on all workers; the secondary figure is words a
 * second. langchain4j's part is {@link Langchain4jDigest}, as many articles side by side as there
 * are workers, each spread over the cores by langchain4j, too. {@link #encoderAlone} only encodes
 * what the digests encode, all at once: Headnote's share of that rate is the part of its time that
 * it spends in the encoder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class DigestBenchmark {

  /** The method that measures what the encoder allows. */
  static final String ENCODER_ALONE = "encoderAlone";

  @Param({"minilm-l6", "e5-small"})
  String model;

  @Param({"auto"})
  String precision;

  @Param({"cpu"})
  String device;

  /** 0 for one worker a core. */
  @Param({"0"})
  int workers;

  private List<String> texts;
  private long words;
  private Headnote headnote;
  private List<String> sentences;
  private Encoder encoder;
  private Langchain4jDigest langchain4j;
  private ForkJoinPool pool;

  @Setup(Level.Trial)
  public void load(BenchmarkParams benchmark) {
    texts = SeedArticles.texts();
    words = Corpus.words(texts);
    Setting setting = Setting.of(model, precision, device, workers);
    if (benchmark.getBenchmark().endsWith("." + ENCODER_ALONE)) {
      sentences = Corpus.encodedTexts(texts);
      encoder = Encoders.open(Encoders.HEADNOTE, setting);
    } else if (benchmark.getBenchmark().endsWith("." + Encoders.LANGCHAIN4J)) {
      Encoders.requireSupported(Encoders.LANGCHAIN4J, setting);
      pool = new ForkJoinPool(setting.workers());
      langchain4j = new Langchain4jDigest(Encoders.forPeer(setting));
    } else {
      headnote = setting.headnote().build();
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    if (headnote != null) {
      headnote.close();
    }
    if (encoder != null) {
      encoder.close();
    }
    if (pool != null) {
      pool.shutdown();
    }
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long words;
  }

  @Benchmark
  public void headnote(Blackhole blackhole, Counters counters) {
    // A new Article each time, since an Article remembers its sentences.
    List<Article> articles = texts.stream().map(Article::of).toList();
    headnote.digest(articles).map(Outcome::orThrow).forEach(blackhole::consume);
    counters.words += words;
  }

  @Benchmark
  public float[][] encoderAlone(Counters counters) {
    counters.words += words;
    return encoder.encode(sentences);
  }

  @Benchmark
  public void langchain4j(Blackhole blackhole, Counters counters) {
    pool.submit(() -> texts.parallelStream().map(langchain4j::digest).toList())
        .join()
        .forEach(blackhole::consume);
    counters.words += words;
  }
}
