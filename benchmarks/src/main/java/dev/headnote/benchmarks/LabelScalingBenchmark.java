package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Outcome;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What more labels cost. One operation digests {@code seeds/} as a stream; the secondary figure is
 * digests a second. The labels are encoded before the measurement begins, as they are once for each
 * Headnote.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class LabelScalingBenchmark extends HeadnoteBenchmark {

  /** 0 for one worker a core. */
  @Param({"0"})
  int workers;

  @Param({"10", "100", "1000"})
  int labels;

  private List<String> texts;

  @Setup(Level.Trial)
  public void load() {
    texts = SeedArticles.texts();
    headnote = builder(workers).labels(MadeUpLabels.of(labels)).build();
    headnote.digest(Article.of(texts.get(0)));
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long digests;
  }

  @Benchmark
  public void headnote(Blackhole blackhole, Counters counters) {
    Stream<Article> articles = texts.stream().map(Article::of);
    headnote.digest(articles).map(Outcome::orThrow).forEach(blackhole::consume);
    counters.digests += texts.size();
  }
}
