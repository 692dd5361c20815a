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
 * What a token costs in short and in long articles: flat if cost is linear in length. The same
 * sentences are cut into articles of a length. One operation digests all of them; the secondary
 * figures are words and tokens a second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class LengthScalingBenchmark extends HeadnoteBenchmark {

  /** 0 for one worker a core. */
  @Param({"1", "0"})
  int workers;

  /** The length of an article. */
  @Param({"100", "300", "1000", "5000", "20000"})
  int words;

  /** How many words all articles have together. */
  @Param({"20000"})
  int totalWords;

  private List<String> texts;
  private long wordsRead;
  private long tokensRead;

  @Setup(Level.Trial)
  public void load() {
    texts = Corpus.articles(words, totalWords);
    wordsRead = Corpus.words(texts);
    tokensRead = Corpus.tokensOfArticles(model, texts);
    headnote = builder(workers).build();
    headnote.digest(Article.of(texts.get(0)));
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long words;
    public long tokens;
  }

  /** Articles as a stream, so that short ones share packs. */
  @Benchmark
  public void headnote(Blackhole blackhole, Counters counters) {
    Stream<Article> articles = texts.stream().map(Article::of);
    headnote.digest(articles).map(Outcome::orThrow).forEach(blackhole::consume);
    counters.words += wordsRead;
    counters.tokens += tokensRead;
  }
}
