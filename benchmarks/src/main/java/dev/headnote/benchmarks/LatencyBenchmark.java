package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Digest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one article takes, from text to digest, when nothing else is under way. {@code short}
 * has about 150 words, {@code medium} 700, {@code long} 3,000. The figures to read are the
 * percentiles.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 3)
@Fork(1)
public class LatencyBenchmark extends HeadnoteBenchmark {

  /** 0 for one worker a core. */
  @Param({"1", "0"})
  int workers;

  @Param({"short", "medium", "long"})
  String length;

  private String text;

  @Setup(Level.Trial)
  public void load() {
    int words =
        switch (length) {
          case "short" -> 150;
          case "medium" -> 700;
          case "long" -> 3000;
          default -> throw new IllegalArgumentException("length " + length);
        };
    text = Corpus.articles(words, words).get(0);
    headnote = builder(workers).build();
  }

  @Benchmark
  public Digest headnote() {
    return headnote.digest(Article.of(text));
  }
}
