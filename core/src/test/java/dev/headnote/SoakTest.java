package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Memory stays flat under full load: the default model digests articles of very different lengths
 * on two workers, without a pause.
 *
 * <pre>
 * mvn test -pl core -am -Dgroups=soak -DexcludedGroups= -Dheadnote.soak.minutes=60
 *   -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * <p>Measures for {@code headnote.soak.minutes}, 2 unless set, after a warm-up: oneDNN keeps what
 * it compiled for the last 1,024 shapes of matrices, and short articles fill that soonest. Where
 * articles have packs of their own, as on a CPU without AVX512, more shapes come up, so the first
 * third of the time does not count either; there take 20 minutes or more.
 */
@Tag("soak")
class SoakTest {

  private static final int WORKERS = 2;

  private static final int WARM_UP_ARTICLES = 800;
  private static final int WARM_UP_SENTENCES = 16;
  private static final int MOST_SENTENCES = 200;

  /** What the process may hold: native code, weights, what an article takes, and a heap of 2 GB. */
  private static final long MOST_RESIDENT = 700_000_000;

  /** Of the resident memory in MB, over the last two thirds, along the fitted line. */
  private static final double MOST_GROWTH = 40;

  /** Of the objects that are alive. */
  private static final long MOST_HEAP_GROWTH = 4_000_000;

  private static final double NANOS_PER_HOUR = 3.6e12;

  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);

  @Test
  void keepsMemoryFlatUnderFullLoad() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeTrue(Files.exists(status), "resident memory is read from /proc, which is not here");
    Duration length =
        Duration.ofMillis(
            (long) (60_000 * Double.parseDouble(System.getProperty("headnote.soak.minutes", "2"))));
    List<String> sentences = new ArrayList<>();
    for (Article seed : SeedFiles.articles()) {
      seed.sentences().forEach(sentence -> sentences.add(sentence.text()));
    }
    Trend resident = new Trend();
    // The articles repeat their sentences: remembered, they would not keep the encoder busy.
    try (Headnote headnote = Headnote.builder().workers(WORKERS).remember(0).build()) {
      try (Stream<Outcome<Digest>> digests = headnote.digest(articles(1, sentences))) {
        digests.limit(WARM_UP_ARTICLES).forEach(SoakTest::check);
      }
      // Between streams, so that no article is under way: what is alive then is what is kept.
      long liveAfterWarmUp = live();
      long start = System.nanoTime();
      long next = start;
      int count = WARM_UP_ARTICLES;
      try (Stream<Outcome<Digest>> digests = headnote.digest(articles(count + 1, sentences))) {
        for (Iterator<Outcome<Digest>> each = digests.iterator();
            System.nanoTime() - start < length.toNanos();
            count++) {
          check(each.next());
          if (System.nanoTime() >= next) {
            long elapsed = System.nanoTime() - start;
            if (elapsed >= length.toNanos() / 3) {
              resident.add(elapsed / NANOS_PER_HOUR, kilobytes(status, "VmRSS:") / 1000.0);
            }
            report(start, count, status);
            next = System.nanoTime() + BETWEEN_SAMPLES.toNanos();
          }
        }
      }
      long growth = live() - liveAfterWarmUp;
      System.out.printf(Locale.ROOT, "live heap grew by %.1f MB%n", growth / 1e6);
      assertThat(growth).as("growth of what is alive in the heap").isLessThan(MOST_HEAP_GROWTH);
    }
    System.out.println("resident, MB an hour: " + resident);
    assertThat(resident.count()).as("samples; give more minutes").isGreaterThan(4);
    assertThat(resident.rise()).as("growth of resident memory, MB").isLessThan(MOST_GROWTH);
    assertThat(kilobytes(status, "VmRSS:") * 1024).isLessThan(MOST_RESIDENT);
  }

  private static void check(Outcome<Digest> outcome) {
    assertThat(outcome.orThrow().summary().sentences()).isNotEmpty();
  }

  private static Stream<Article> articles(int first, List<String> sentences) {
    return Stream.iterate(first, i -> i + 1).map(i -> article(i, sentences));
  }

  /** Sentences of the seeds in another order each time; most articles are short, some very long. */
  private static Article article(int number, List<String> sentences) {
    // With java.util.Random the first numbers of neighbouring seeds are alike: articles would get
    // longer for minutes, and memory would grow with them.
    SplittableRandom random = new SplittableRandom(number);
    int most = number <= WARM_UP_ARTICLES ? WARM_UP_SENTENCES : MOST_SENTENCES;
    int length = (int) Math.exp(random.nextDouble() * Math.log(most)) + 1;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(sentences.get(random.nextInt(sentences.size())));
      text.append(i % 4 == 3 ? "\n\n" : " ");
    }
    return Article.of("Article " + number, text.toString());
  }

  private static void report(long start, int count, Path status) throws IOException {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    System.out.printf(
        Locale.ROOT,
        "%5d s, %6d articles: resident %d MB (peak %d), heap used %d of %d MB%n",
        (System.nanoTime() - start) / 1_000_000_000,
        count,
        kilobytes(status, "VmRSS:") / 1000,
        kilobytes(status, "VmHWM:") / 1000,
        heap.getUsed() / 1_000_000,
        heap.getCommitted() / 1_000_000);
  }

  /** The bytes of the heap that are alive. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long kilobytes(Path status, String field) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
