package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.text.FurnitureDetector;
import dev.headnote.text.SentenceSplitter;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What comes before the encoder, on one thread: {@code article} is all of it, from the text as
 * copied to its sentences; {@code furniture} and {@code split} are its two parts. One operation
 * takes all articles; the secondary figures are articles and words a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextBenchmark {

  /** "seeds", with the furniture that copies have, or the words of an article of plain prose. */
  @Param({"seeds", "100", "600", "5000", "20000"})
  String articles;

  /** How many words the articles of plain prose have together. */
  @Param({"20000"})
  int totalWords;

  private List<String> texts;
  private long words;

  @Setup(Level.Trial)
  public void load() {
    texts =
        articles.equals("seeds")
            ? SeedArticles.texts()
            : Corpus.articles(Integer.parseInt(articles), totalWords);
    words = Corpus.words(texts);
  }

  /** What JMH reports beside the operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    public long articles;
    public long words;
  }

  @Benchmark
  public void article(Blackhole blackhole, Counters counters) {
    for (String text : texts) {
      blackhole.consume(Article.of(text).sentences());
    }
    count(counters);
  }

  @Benchmark
  public void furniture(Blackhole blackhole, Counters counters) {
    for (String text : texts) {
      blackhole.consume(FurnitureDetector.detect(null, text));
    }
    count(counters);
  }

  @Benchmark
  public void split(Blackhole blackhole, Counters counters) {
    for (String text : texts) {
      blackhole.consume(SentenceSplitter.split(text));
    }
    count(counters);
  }

  private void count(Counters counters) {
    counters.articles += texts.size();
    counters.words += words;
  }
}
