package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may run native code while the JVM ends, and what the JVM's end waits for. */
@Timeout(30)
class ExitGateTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayLeave = new CountDownLatch(1);

  private CompletableFuture<String> working(ExitGate gate) throws InterruptedException {
    CompletableFuture<String> work =
        CompletableFuture.supplyAsync(
            () ->
                gate.inside(
                    () -> {
                      entered.countDown();
                      try {
                        mayLeave.await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                      return "done";
                    }));
    entered.await();
    return work;
  }

  @Test
  void closesAtOnceIfNothingRuns() {
    ExitGate gate = new ExitGate(Duration.ZERO);
    long start = System.nanoTime();
    gate.close(LONG);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(4));
  }

  @Test
  void waitsForWhatRuns() throws Exception {
    ExitGate gate = new ExitGate(Duration.ZERO);
    CompletableFuture<String> work = working(gate);
    CompletableFuture<Void> end = CompletableFuture.runAsync(() -> gate.close(Duration.ZERO));
    while (canEnter(gate)) {
      Thread.onSpinWait();
    }
    assertThat(end).isNotDone();
    mayLeave.countDown();
    end.get(10, TimeUnit.SECONDS);
    assertThat(work.get()).isEqualTo("done");
  }

  @Test
  void letsOthersEnterDuringTheGrace() throws Exception {
    ExitGate gate = new ExitGate(Duration.ZERO);
    CompletableFuture<String> work = working(gate);
    CompletableFuture<Void> end = CompletableFuture.runAsync(() -> gate.close(LONG));
    Thread.sleep(200);
    assertThat(gate.inside(() -> "entered")).isEqualTo("entered");
    assertThat(end).isNotDone();
    mayLeave.countDown();
    end.get(10, TimeUnit.SECONDS);
    assertThat(work.get()).isEqualTo("done");
    assertThat(canEnter(gate)).isFalse();
  }

  @Test
  void keepsWorkThatGoesOnFromEntering() throws Exception {
    ExitGate gate = new ExitGate(Duration.ZERO);
    CompletableFuture<Void> endless =
        CompletableFuture.runAsync(
            () -> {
              while (canEnter(gate)) {
                Thread.onSpinWait();
              }
            });
    gate.close(Duration.ofMillis(300));
    endless.get(10, TimeUnit.SECONDS);
  }

  @Test
  void keepsTheLateWaitingBeforeItRefusesThem() {
    ExitGate gate = new ExitGate(Duration.ofMillis(200));
    gate.close(Duration.ZERO);
    long start = System.nanoTime();
    assertThatExceptionOfType(HeadnoteException.class)
        .isThrownBy(() -> gate.inside(() -> "entered"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  private static boolean canEnter(ExitGate gate) {
    try {
      return gate.inside(() -> true);
    } catch (HeadnoteException e) {
      return false;
    }
  }
}
