package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The calls of one {@link Headnote} that are under way at a time. */
class CallsTest {

  /** A program with virtual threads may well have one for each of its articles. */
  private static final int MANY = 70_000;

  private static final long STACK_BYTES = 1L << 30;

  private final Calls calls = new Calls(Duration.ofMinutes(1));

  /** Calls within calls are as many at a time as calls of so many threads, and cheaper. */
  @Test
  void countsAsManyCallsAsThereAre() throws InterruptedException {
    AtomicReference<Object> most = new AtomicReference<>();
    Thread deep =
        new Thread(
            null,
            () -> {
              try {
                most.set(callWithin(MANY));
              } catch (RuntimeException | Error e) {
                most.set(e);
              }
            },
            "deep",
            STACK_BYTES);
    deep.start();
    deep.join();

    assertThat(most.get()).isEqualTo(MANY);
    assertThat(calls.underWay()).isZero();
    calls.refuse();
    calls.awaitEnd();
  }

  private int callWithin(int left) {
    return calls.call(
        "it", deadline -> left == 1 ? calls.underWay() : (Integer) callWithin(left - 1));
  }

  /** As a class that could not be initialised while the memory was full: it would end a stream. */
  @Test
  void aClassThatIsMissingFailsTheCallAlone() {
    NoClassDefFoundError missing = new NoClassDefFoundError("Could not initialize class X");
    assertThatThrownBy(
            () ->
                calls.call(
                    "it",
                    deadline -> {
                      throw missing;
                    }))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.INTERNAL))
        .hasCause(missing);
  }
}
