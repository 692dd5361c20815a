package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

/** How long reading an input of a few kilobytes may take. */
public final class TimeLimit {

  private static final long MOST_MILLIS = 2000;

  private TimeLimit() {}

  /** Runs some work, which must not take two seconds twice: once may be the machine's fault. */
  public static void check(Runnable work) {
    if (millis(work) > MOST_MILLIS) {
      assertThat(millis(work)).as("milliseconds").isLessThanOrEqualTo(MOST_MILLIS);
    }
  }

  private static long millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
