package dev.headnote.benchmarks;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The process that {@link StartupBenchmark} times: builds a Headnote, digests one short article and
 * prints the summary, then the times of its phases in milliseconds.
 */
final class FirstDigest {

  private FirstDigest() {}

  /**
   * Runs it.
   *
   * @param args model and precision
   */
  public static void main(String[] args) {
    long launched = ManagementFactory.getRuntimeMXBean().getStartTime();
    long entered = System.currentTimeMillis();
    String text = Corpus.articles(150, 150).get(0);
    try (Headnote headnote = Setting.of(args[0], args[1], "cpu", 0).headnote().build()) {
      long built = System.currentTimeMillis();
      Digest digest = headnote.digest(Article.of(text));
      System.out.println(
          digest.topics().all().get(0).label().id() + ": " + digest.summary().text());
      long digested = System.currentTimeMillis();
      System.out.printf(
          Locale.ROOT, "phases %d %d %d%n", entered - launched, built - entered, digested - built);
    }
  }
}
