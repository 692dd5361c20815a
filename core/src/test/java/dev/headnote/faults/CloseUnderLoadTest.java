package dev.headnote.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Outcome;
import dev.headnote.SeedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What callers get whose Headnote is closed, or whose threads are interrupted, in the middle of
 * their work. Were native memory freed under a call, this JVM would end.
 *
 * <pre>mvn test -pl core -am -Dtest=CloseUnderLoadTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("model")
@Timeout(120)
class CloseUnderLoadTest {

  private static final String MODEL = "minilm-l6";
  private static final int ROUNDS = 3;
  private static final int CALLERS = 8;

  private static List<Article> articles;
  private static List<Digest> expected;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @BeforeAll
  static void digest() throws Exception {
    articles = SeedFiles.articles().subList(0, 4);
    try (Headnote headnote = open()) {
      expected = articles.stream().map(headnote::digest).toList();
    }
  }

  private static Headnote open() {
    return Headnote.builder().model(MODEL).remember(0).build();
  }

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  /** The number of digests, all as expected, until the code. */
  private static int digestUntil(Code end, Headnote headnote) {
    for (int done = 0; ; done++) {
      int i = done % articles.size();
      try {
        assertThat(headnote.digest(articles.get(i))).isEqualTo(expected.get(i));
      } catch (HeadnoteException e) {
        assertThat(e.code()).isEqualTo(end);
        return done;
      }
    }
  }

  private static int streamUntilClosed(Headnote headnote) {
    int done = 0;
    Stream<Article> endless = Stream.iterate(0, i -> i + 1).map(i -> articles.get(i % 4));
    try (Stream<Outcome<Digest>> outcomes = headnote.digest(endless)) {
      for (Outcome<Digest> outcome : (Iterable<Outcome<Digest>>) outcomes::iterator) {
        assertThat(outcome.orThrow()).isEqualTo(expected.get(done % 4));
        done++;
      }
    } catch (HeadnoteException e) {
      assertThat(e.code()).isEqualTo(Code.CLOSED);
    }
    return done;
  }

  @Test
  void callsFinishOrSayThatItIsClosed() throws Exception {
    int done = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Headnote headnote = open();
      List<Future<Integer>> running = new ArrayList<>();
      for (int caller = 1; caller < CALLERS; caller++) {
        running.add(callers.submit(() -> digestUntil(Code.CLOSED, headnote)));
      }
      running.add(callers.submit(() -> streamUntilClosed(headnote)));
      Thread.sleep(300 + 137 * round);
      headnote.close();
      for (Future<Integer> caller : running) {
        done += caller.get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(done).as("digests").isPositive();
  }

  @Test
  void interruptedCallsEndAndOthersGoOn() throws Exception {
    try (Headnote headnote = open()) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int caller = 0; caller < CALLERS / 2; caller++) {
          CompletableFuture<Integer> result = new CompletableFuture<>();
          Thread thread =
              new Thread(
                  () -> {
                    try {
                      result.complete(digestUntil(Code.INTERRUPTED, headnote));
                    } catch (RuntimeException | Error e) {
                      result.completeExceptionally(e);
                    }
                  });
          thread.start();
          threads.add(thread);
          results.add(result);
        }
        Thread.sleep(100 + 37 * round);
        threads.forEach(Thread::interrupt);
        assertThat(headnote.digest(articles.get(0))).isEqualTo(expected.get(0));
        for (CompletableFuture<Integer> result : results) {
          assertThat(result.get(30, TimeUnit.SECONDS)).isNotNegative();
        }
      }
    }
  }
}
