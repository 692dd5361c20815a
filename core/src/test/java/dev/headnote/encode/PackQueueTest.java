package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.Windows.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls share packs, with a device that returns each window's first id and its length. */
@Timeout(60)
class PackQueueTest {

  private static final long POISON = 666;

  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void stopCallers() {
    callers.shutdownNow();
  }

  /** Fails a pack that holds the id {@link #POISON}; waits for its gate before a pack has run. */
  private static final class FakeDevice implements PackDevice {

    final List<PaddedPack> packs = new ArrayList<>();
    final AtomicInteger open = new AtomicInteger();
    volatile CountDownLatch gate = new CountDownLatch(0);
    final CountDownLatch first = new CountDownLatch(1);
    volatile boolean failInLaunch;

    @Override
    public synchronized Launched launch(List<long[]> windows) {
      PaddedPack pack = PaddedPack.of(windows);
      packs.add(pack);
      first.countDown();
      if (failInLaunch && poisoned(pack)) {
        throw new HeadnoteException(Code.INTERNAL, "poisoned at launch");
      }
      open.incrementAndGet();
      return new Launched() {
        @Override
        public float[] vectors() {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (poisoned(pack)) {
            throw new HeadnoteException(Code.INTERNAL, "poisoned");
          }
          float[] vectors = new float[2 * pack.windows()];
          int token = 0;
          for (int i = 0; i < pack.windows(); i++) {
            int length = (int) pack.plan()[pack.plan().length - pack.windows() + i];
            vectors[2 * i] = pack.plan()[token];
            vectors[2 * i + 1] = length;
            token += length;
          }
          return vectors;
        }

        @Override
        public void close() {
          open.decrementAndGet();
        }
      };
    }

    private static boolean poisoned(PaddedPack pack) {
      return IntStream.range(0, pack.tokens()).anyMatch(i -> pack.plan()[i] == POISON);
    }

    synchronized List<Integer> windowsOfPacks() {
      return packs.stream().map(PaddedPack::windows).toList();
    }
  }

  private final FakeDevice device = new FakeDevice();

  private static List<Window> windows(int firstId, int... lengths) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < lengths.length; i++) {
      long[] ids = new long[lengths[i]];
      ids[0] = (long) firstId + i;
      windows.add(new Window(i, ids));
    }
    return windows;
  }

  private static float[] expected(int firstId, int... lengths) {
    float[] expected = new float[2 * lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      expected[2 * i] = firstId + i;
      expected[2 * i + 1] = lengths[i];
    }
    return expected;
  }

  private void awaitWaiting(int threads, List<Thread> callerThreads) throws InterruptedException {
    Set<Thread.State> waiting = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    while (callerThreads.stream().filter(t -> waiting.contains(t.getState())).count() < threads) {
      Thread.sleep(1);
    }
  }

  @Test
  void givesAnIdleDeviceWhatThereIsInTheOrderOfTheCall() {
    try (PackQueue queue = PackQueue.onGpu(device, 2, 1000)) {
      assertThat(queue.encode(windows(10, 30, 2, 70, 2), Deadline.none()))
          .isEqualTo(expected(10, 30, 2, 70, 2));
      assertThat(queue.encode(List.of(), Deadline.none())).isEmpty();
    }
    assertThat(device.windowsOfPacks()).containsExactly(4);
    assertThat(device.open).hasValue(0);
  }

  @Test
  void splitsALargeCallIntoPacksWithinTheBound() {
    int[] lengths = IntStream.generate(() -> 16).limit(25).toArray();
    lengths[3] = 500; // More than the bound: a pack by itself.
    try (PackQueue queue = PackQueue.onGpu(device, 2, 160)) {
      assertThat(queue.encode(windows(1, lengths), Deadline.none()))
          .isEqualTo(expected(1, lengths));
    }
    assertThat(device.windowsOfPacks().stream().mapToInt(Integer::intValue).sum()).isEqualTo(25);
    assertThat(device.packs)
        .allSatisfy(pack -> assertThat(pack.windows() == 1 || 16 * pack.windows() <= 160).isTrue());
  }

  /** While a pack runs, windows gather; when it has ended, all go in one pack. */
  @Test
  void gathersTheCallsThatComeWhileTheDeviceIsBusy() throws Exception {
    device.gate = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    List<CompletableFuture<float[]>> results = new ArrayList<>();
    try (PackQueue queue = PackQueue.onGpu(device, 2, 100_000)) {
      for (int call = 0; call < 9; call++) {
        int id = 100 * call + 1;
        CompletableFuture<float[]> result = new CompletableFuture<>();
        Thread thread =
            new Thread(() -> result.complete(queue.encode(windows(id, 20, 5), Deadline.none())));
        results.add(result);
        threads.add(thread);
        thread.start();
        device.first.await(); // The first call's pack runs.
      }
      awaitWaiting(9, threads);
      device.gate.countDown();
      for (int call = 0; call < 9; call++) {
        assertThat(results.get(call).get()).isEqualTo(expected(100 * call + 1, 20, 5));
      }
    }
    assertThat(device.windowsOfPacks()).containsExactly(2, 16);
  }

  /** A pack that is worth it is launched before the one that runs has been read back. */
  @Test
  void launchesALargePackBehindTheOneThatRuns() throws Exception {
    device.gate = new CountDownLatch(1);
    try (PackQueue queue = PackQueue.onGpu(device, 2, 160)) {
      Future<float[]> one = callers.submit(() -> queue.encode(windows(1, 16), Deadline.none()));
      device.first.await();
      Future<float[]> two =
          callers.submit(() -> queue.encode(windows(50, 16, 16, 16), Deadline.none()));
      while (device.windowsOfPacks().size() < 2) {
        Thread.sleep(1);
      }
      assertThat(one.isDone()).isFalse();
      device.gate.countDown();
      assertThat(one.get()).isEqualTo(expected(1, 16));
      assertThat(two.get()).isEqualTo(expected(50, 16, 16, 16));
    }
  }

  @Test
  void aFailureReachesItsCallAndNoOther() throws Exception {
    for (boolean inLaunch : new boolean[] {true, false}) {
      FakeDevice shared = new FakeDevice();
      shared.failInLaunch = inLaunch;
      shared.gate = new CountDownLatch(1);
      try (PackQueue queue = PackQueue.onGpu(shared, 2, 100_000)) {
        Future<float[]> before = callers.submit(() -> queue.encode(windows(1, 4), Deadline.none()));
        shared.first.await();
        Future<float[]> good =
            callers.submit(() -> queue.encode(windows(10, 4, 3), Deadline.none()));
        Future<float[]> bad =
            callers.submit(() -> queue.encode(windows((int) POISON, 5, 6), Deadline.none()));
        Future<float[]> alsoGood =
            callers.submit(() -> queue.encode(windows(20, 4), Deadline.none()));
        Thread.sleep(50); // So that they share a pack, mostly; what is asserted holds anyway.
        shared.gate.countDown();

        assertThat(before.get()).isEqualTo(expected(1, 4));
        assertThat(good.get()).isEqualTo(expected(10, 4, 3));
        assertThat(alsoGood.get()).isEqualTo(expected(20, 4));
        assertThatThrownBy(bad::get)
            .hasCauseInstanceOf(HeadnoteException.class)
            .hasMessageContaining("poisoned");
        assertThat(queue.encode(windows(30, 4), Deadline.none()))
            .as("afterwards")
            .isEqualTo(expected(30, 4));
      }
      assertThat(shared.open).hasValue(0);
    }
  }

  @Test
  void manyCallersGetTheirOwn() throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (PackQueue queue = PackQueue.onGpu(device, 2, 300)) {
      for (int caller = 0; caller < 16; caller++) {
        int id = 1000 * (caller + 1);
        running.add(
            callers.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    int[] lengths = {1 + i % 90, 1 + i % 7, 40};
                    assertThat(queue.encode(windows(id, lengths), Deadline.none()))
                        .isEqualTo(expected(id, lengths));
                  }
                }));
      }
      for (Future<?> caller : running) {
        caller.get();
      }
    }
    assertThat(device.open).hasValue(0);
    assertThat(device.packs).hasSizeLessThan(16 * 200);
  }

  /** Has one thread, and one more for each that waits. */
  private static ForkJoinPool growingPool() {
    return new ForkJoinPool(
        1,
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        false,
        1,
        257,
        1,
        saturated -> true,
        1,
        TimeUnit.SECONDS);
  }

  /** Else a stream of articles could never fill a pack on a machine with few cores. */
  @Test
  void aWaitingThreadOfAPoolIsReplaced() throws Exception {
    device.gate = new CountDownLatch(1);
    ForkJoinPool pool = growingPool();
    CountDownLatch all = new CountDownLatch(20);
    try (PackQueue queue = PackQueue.onGpu(device, 2, 100_000)) {
      List<Future<float[]>> calls = new ArrayList<>();
      for (int call = 0; call < 20; call++) {
        calls.add(
            pool.submit(
                () -> {
                  all.countDown();
                  return queue.encode(windows(7, 4), Deadline.none());
                }));
      }
      assertThat(all.await(30, TimeUnit.SECONDS)).as("all 20 are under way").isTrue();
      device.gate.countDown();
      for (Future<float[]> call : calls) {
        assertThat(call.get()).isEqualTo(expected(7, 4));
      }
    } finally {
      pool.shutdown();
    }
  }

  /** More than the next packs need would only take memory. */
  @Test
  void noThreadIsReplacedOnceTheNextPacksAreFull() throws Exception {
    device.gate = new CountDownLatch(1);
    ForkJoinPool pool = growingPool();
    AtomicInteger begun = new AtomicInteger();
    int packs = 20;
    try (PackQueue queue = PackQueue.onCpu(device, 2, 100, 1, true)) {
      List<Future<float[]>> calls = new ArrayList<>();
      for (int call = 0; call < packs; call++) {
        calls.add(
            pool.submit(
                () -> {
                  begun.incrementAndGet();
                  return queue.encode(windows(7, 100), Deadline.none());
                }));
        device.first.await();
      }
      int enough = 3; // One that runs, two that wait.
      while (begun.get() < enough) {
        Thread.sleep(1);
      }
      Thread.sleep(300);
      int underWay = begun.get();
      device.gate.countDown(); // Else a failure would wait for ever for the queue's end.
      assertThat(underWay).isEqualTo(enough);
      for (Future<float[]> call : calls) {
        assertThat(call.get()).isEqualTo(expected(7, 100));
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void closingWaitsForCallsUnderWayAndRefusesLaterOnes() throws Exception {
    device.gate = new CountDownLatch(1);
    PackQueue queue = PackQueue.onGpu(device, 2, 100_000);
    Future<float[]> one = callers.submit(() -> queue.encode(windows(1, 4), Deadline.none()));
    device.first.await();
    Future<?> closing = callers.submit(queue::close);
    assertThat(closing.isDone()).isFalse();
    device.gate.countDown();

    assertThat(one.get()).isEqualTo(expected(1, 4));
    closing.get();
    queue.close();
    assertThatThrownBy(() -> queue.encode(windows(1, 4), Deadline.none()))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    assertThat(device.open).hasValue(0);
  }

  /** One call alone is shared out; what waits behind busy threads goes in packs up to the bound. */
  @ParameterizedTest
  @ValueSource(ints = {80, 14})
  void sharesACallOutAmongIdleCores(int windows) throws Exception {
    int[] lengths = IntStream.generate(() -> 10).limit(windows).toArray();
    device.gate = new CountDownLatch(1);
    try (PackQueue queue = PackQueue.onCpu(device, 2, 768, 2, true)) {
      Future<float[]> result =
          callers.submit(() -> queue.encode(windows(1, lengths), Deadline.none()));
      while (device.windowsOfPacks().size() < 2) {
        Thread.sleep(1);
      }
      device.gate.countDown();
      assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(expected(1, lengths));
    }
    assertThat(device.windowsOfPacks()).containsExactly(windows / 2, windows / 2);
  }

  /** Two halves of 60 tokens would take about as long as the whole. */
  @Test
  void keepsAShortCallTogether() throws Exception {
    int[] lengths = IntStream.generate(() -> 10).limit(12).toArray();
    try (PackQueue queue = PackQueue.onCpu(device, 2, 768, 2, true)) {
      assertThat(queue.encode(windows(1, lengths), Deadline.none()))
          .isEqualTo(expected(1, lengths));
    }
    assertThat(device.windowsOfPacks()).containsExactly(12);
  }

  @Test
  void gathersSmallCallsWhileAllCoresAreBusy() throws Exception {
    device.gate = new CountDownLatch(1);
    try (PackQueue queue = PackQueue.onCpu(device, 2, 768, 1, true)) {
      List<Thread> threads = new ArrayList<>();
      List<Future<float[]>> results = new ArrayList<>();
      results.add(callers.submit(() -> queue.encode(windows(1, 50), Deadline.none())));
      device.first.await();
      for (int i = 1; i <= 4; i++) {
        int id = 10 * i;
        CompletableFuture<float[]> result = new CompletableFuture<>();
        Thread thread =
            new Thread(() -> result.complete(queue.encode(windows(id, 9, 5), Deadline.none())));
        thread.start();
        threads.add(thread);
        results.add(result);
      }
      awaitWaiting(4, threads);
      device.gate.countDown();
      for (int i = 1; i <= 4; i++) {
        assertThat(results.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(expected(10 * i, 9, 5));
      }
    }
    assertThat(device.windowsOfPacks()).containsExactly(1, 8);
  }

  @Test
  void aFailingCallDoesNotFailTheOthersOfItsPackOnACpu() throws Exception {
    device.gate = new CountDownLatch(1);
    device.failInLaunch = true;
    try (PackQueue queue = PackQueue.onCpu(device, 2, 768, 1, true)) {
      Future<float[]> first = callers.submit(() -> queue.encode(windows(1, 50), Deadline.none()));
      device.first.await();
      List<Thread> threads = new ArrayList<>();
      CompletableFuture<float[]> good = new CompletableFuture<>();
      CompletableFuture<Throwable> bad = new CompletableFuture<>();
      threads.add(new Thread(() -> good.complete(queue.encode(windows(20, 7), Deadline.none()))));
      threads.add(
          new Thread(
              () -> {
                try {
                  queue.encode(windows((int) POISON, 7), Deadline.none());
                } catch (HeadnoteException e) {
                  bad.complete(e);
                }
              }));
      threads.forEach(Thread::start);
      awaitWaiting(2, threads);
      device.gate.countDown();
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(expected(1, 50));
      assertThat(good.get(10, TimeUnit.SECONDS)).isEqualTo(expected(20, 7));
      assertThat(bad.get(10, TimeUnit.SECONDS)).hasMessageContaining("poisoned");
    }
  }

  /** Where bits depend on the pack, a call has the same packs whatever else there is to do. */
  @Test
  void keepsCallsApartWherePacksMayNotBeShared() throws Exception {
    device.gate = new CountDownLatch(1);
    try (PackQueue queue = PackQueue.onCpu(device, 2, 100, 1, false)) {
      Future<float[]> first = callers.submit(() -> queue.encode(windows(1, 50), Deadline.none()));
      device.first.await();
      List<Thread> threads = new ArrayList<>();
      List<CompletableFuture<float[]>> results = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        int id = 10 * i;
        CompletableFuture<float[]> result = new CompletableFuture<>();
        threads.add(
            new Thread(
                () -> result.complete(queue.encode(windows(id, 60, 30, 30, 5), Deadline.none()))));
        results.add(result);
      }
      threads.forEach(Thread::start);
      awaitWaiting(3, threads);
      device.gate.countDown();
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(expected(1, 50));
      for (int i = 1; i <= 3; i++) {
        assertThat(results.get(i - 1).get(10, TimeUnit.SECONDS))
            .isEqualTo(expected(10 * i, 60, 30, 30, 5));
      }
    }
    assertThat(device.windowsOfPacks()).containsExactly(1, 3, 1, 3, 1, 3, 1);
  }

  /** What waits of the call is never launched, and the next call is served. */
  @Test
  void anInterruptEndsTheWait() throws Exception {
    device.gate = new CountDownLatch(1);
    try (PackQueue queue = PackQueue.onCpu(device, 2, 10, 1, true)) {
      Future<float[]> running = callers.submit(() -> queue.encode(windows(1, 10), Deadline.none()));
      device.first.await();
      CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  queue.encode(windows(50, 10, 10, 10), Deadline.none());
                } catch (RuntimeException e) {
                  stillInterrupted.complete(Thread.currentThread().isInterrupted());
                  thrown.complete(e);
                }
              });
      thread.start();
      awaitWaiting(1, List.of(thread));
      thread.interrupt();

      assertThat(thrown.get(10, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INTERRUPTED));
      assertThat(stillInterrupted.get()).isTrue();
      device.gate.countDown();
      assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(expected(1, 10));
      assertThat(queue.encode(windows(90, 7), Deadline.none())).isEqualTo(expected(90, 7));
    }
    assertThat(device.packs).extracting(pack -> pack.plan()[0]).containsExactly(1L, 90L);
  }

  @Test
  void aDeadlineEndsTheWait() throws Exception {
    device.gate = new CountDownLatch(1);
    try (PackQueue queue = PackQueue.onCpu(device, 2, 10, 1, true)) {
      Future<float[]> running = callers.submit(() -> queue.encode(windows(1, 10), Deadline.none()));
      device.first.await();
      assertThatThrownBy(
              () -> queue.encode(windows(50, 10, 10), Deadline.after(Duration.ofMillis(50))))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
          .hasMessageContaining("longer than 0.05 seconds");
      device.gate.countDown();
      assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(expected(1, 10));
      assertThat(queue.encode(windows(90, 7), Deadline.after(Duration.ofSeconds(10))))
          .isEqualTo(expected(90, 7));
    }
    assertThat(device.packs).extracting(pack -> pack.plan()[0]).containsExactly(1L, 90L);
  }

  /** As while another thread has filled the heap. */
  @Test
  void aThreadOutOfMemoryGoesOn() {
    AtomicInteger failures = new AtomicInteger(3);
    PackDevice poor =
        windows -> {
          if (failures.getAndDecrement() > 0) {
            throw new OutOfMemoryError("Java heap space");
          }
          return device.launch(windows);
        };
    try (PackQueue queue = PackQueue.onCpu(poor, 2, 10, 1, true)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> queue.encode(windows(1, 10), Deadline.none()))
            .hasCauseInstanceOf(OutOfMemoryError.class);
      }
      assertThat(queue.encode(windows(1, 10), Deadline.none())).isEqualTo(expected(1, 10));
    }
  }
}
