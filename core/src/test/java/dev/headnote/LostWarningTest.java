package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One that nobody can close any more is told of, one that was closed is not. */
@Timeout(60)
class LostWarningTest {

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void catchTheLog() {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(before);
  }

  @Test
  void warnsOnceOfOneThatWasNeverClosed() throws InterruptedException {
    awaitCollection(used("lost-1", false));
    while (count("lost-1") == 0) {
      Thread.sleep(10);
    }
    awaitCollection(used("lost-2", false));
    while (count("lost-2") == 0) {
      Thread.sleep(10);
    }
    assertThat(count("lost-1")).isEqualTo(1);
  }

  @Test
  void saysNothingOfOneThatWasClosed() throws InterruptedException {
    awaitCollection(used("shut", true));
    // The cleaner tells of those behind it after that one.
    awaitCollection(used("lost-3", false));
    while (count("lost-3") == 0) {
      Thread.sleep(10);
    }
    assertThat(count("shut")).isZero();
  }

  private static WeakReference<Headnote> used(String model, boolean close) {
    CountingEncoder encoder =
        new CountingEncoder(false) {
          @Override
          public String model() {
            return model;
          }
        };
    Headnote headnote = Headnote.builder().encoder(encoder).workers(1).build();
    headnote.digest(Article.of("The council met on Monday."));
    if (close) {
      headnote.close();
    }
    return new WeakReference<>(headnote);
  }

  private static void awaitCollection(WeakReference<Headnote> headnote)
      throws InterruptedException {
    while (headnote.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
  }

  private long count(String text) {
    return log.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains(text)).count();
  }
}
