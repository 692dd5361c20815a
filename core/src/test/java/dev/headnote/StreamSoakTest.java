package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million short articles run in constant memory. Everything is real but the encoder: cleaning,
 * sentences, labels, summaries and the stream. Run it with
 *
 * <pre>
 * mvn test -pl core -am -Dtest=StreamSoakTest -Dgroups=soak -DexcludedGroups= \\
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("soak")
class StreamSoakTest {

  private static final int ARTICLES = 1_000_000;
  private static final double MOST_GROWTH_MEGABYTES = 4;

  @Test
  void digestsAMillionArticlesInConstantMemory() {
    long start = System.nanoTime();
    double atTenth = 0;
    double growth = 0;
    int done = 0;
    try (Headnote headnote = Headnote.builder().encoder(new CountingEncoder(false)).build()) {
      for (Iterator<Outcome<Digest>> outcomes =
              headnote
                  .digest(IntStream.range(0, ARTICLES).mapToObj(StreamSoakTest::article))
                  .iterator();
          outcomes.hasNext(); ) {
        Digest digest = outcomes.next().orThrow();
        assertThat(digest.article().id()).isEqualTo(Integer.toString(done));
        assertThat(digest.summary().sentences()).hasSize(3);
        done++;
        if (done % (ARTICLES / 10) == 0) {
          double used = usedMegabytes();
          atTenth = atTenth == 0 ? used : atTenth;
          growth = Math.max(growth, used - atTenth);
          System.out.printf(
              Locale.ROOT,
              "%,d articles, %.0f s, %.1f MB of heap in use after a collection%n",
              done,
              (System.nanoTime() - start) / 1e9,
              used);
        }
      }
    }
    assertThat(done).isEqualTo(ARTICLES);
    assertThat(growth).as("growth in MB").isLessThan(MOST_GROWTH_MEGABYTES);
  }

  private static Article article(int i) {
    return Article.of(
            "Council vote " + i,
            "By Ann Writer\n\nThe council of district "
                + i
                + " met on Monday. It passed the budget for the year by "
                + i % 9
                + " votes.\n\nDr. Brown, who had spoken against it, left before the end. \"We will"
                + " be back,\" she said. The next meeting is in "
                + i % 30
                + " days.\n")
        .withId(Integer.toString(i));
  }

  private static double usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
