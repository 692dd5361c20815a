package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.SeedFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many threads on one Headnote get what a single one gets, article by article and bit by bit.
 *
 * <pre>
 * mvn test -pl core -am -Dgroups=soak -DexcludedGroups= -Dheadnote.load.minutes=10
 *   -Dtest=LoadTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * <p>Lasts {@code headnote.load.minutes} for each model, 1 unless set.
 */
@Tag("soak")
class LoadTest {

  private static final int THREADS = 64;
  private static final int ARTICLES = 120;

  @ParameterizedTest
  @ValueSource(strings = {"minilm-l6", "instant"})
  void manyThreadsGetWhatOneGets(String model) throws Exception {
    Duration length =
        Duration.ofMillis(
            (long) (60_000 * Double.parseDouble(System.getProperty("headnote.load.minutes", "1"))));
    List<Article> articles = articles();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Headnote headnote = Headnote.builder().model(model).keyphrases(5).build()) {
      List<Digest> serial = articles.stream().map(headnote::digest).toList();
      long end = System.nanoTime() + length.toNanos();
      List<Future<Integer>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        running.add(
            threads.submit(
                () -> {
                  int calls = 0;
                  for (; System.nanoTime() < end; calls++) {
                    int i = random.nextInt(ARTICLES);
                    // A copy, so that its text is taken apart again.
                    Article copy = Article.of(articles.get(i).title(), articles.get(i).text());
                    Digest digest = headnote.digest(copy);
                    assertThat(digest.topics()).isEqualTo(serial.get(i).topics());
                    assertThat(digest.summary()).isEqualTo(serial.get(i).summary());
                    assertThat(digest.keyphrases()).isEqualTo(serial.get(i).keyphrases());
                  }
                  return calls;
                }));
      }
      long calls = 0;
      for (Future<Integer> caller : running) {
        calls += caller.get();
      }
      System.out.printf(
          "%s: %d threads, %d digests in %d s, all as the serial ones%n",
          model, THREADS, calls, length.toSeconds());
      assertThat(calls).isGreaterThan(THREADS);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Paragraphs of the seeds, mixed: short articles and long ones. */
  private static List<Article> articles() {
    List<String> paragraphs = new ArrayList<>();
    for (Article seed : SeedFiles.articles()) {
      paragraphs.addAll(List.of(seed.cleaned().split("\n\n")));
    }
    List<Article> articles = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < ARTICLES; i++) {
      StringBuilder text = new StringBuilder();
      for (int p = 1 + random.nextInt(i % 10 == 0 ? 60 : 8); p > 0; p--) {
        text.append(paragraphs.get(random.nextInt(paragraphs.size()))).append("\n\n");
      }
      articles.add(Article.of("Article " + i, text.toString()));
    }
    return articles;
  }
}
