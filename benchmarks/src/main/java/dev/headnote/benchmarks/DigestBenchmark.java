package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.Outcome;
import dev.headnote.Precision;
import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * A whole digest, from the text as copied to topics and summary, over the articles of {@code
 * seeds/}. One operation digests all of them as one stream, on all workers; the secondary figure is
 * words a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class DigestBenchmark {

  @Param({"minilm-l6", "e5-small"})
  String model;

  @Param({"auto"})
  String precision;

  /** 0 for one worker a core. */
  @Param({"0"})
  int workers;

  private List<String> texts;
  private long words;
  private Headnote headnote;

  @Setup(Level.Trial)
  public void load() {
    texts = SeedArticles.texts();
    words = texts.stream().mapToLong(text -> text.strip().split("\\s+").length).sum();
    Headnote.Builder builder =
        Headnote.builder()
            .model(model)
            .precision(Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
    headnote = (workers == 0 ? builder : builder.workers(workers)).build();
  }

  @TearDown(Level.Trial)
  public void close() {
    headnote.close();
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
}
