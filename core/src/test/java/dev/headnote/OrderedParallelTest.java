package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream of articles relies on: order, a bound, and that nothing is lost or left open. */
@Timeout(60)
class OrderedParallelTest {

  private final ForkJoinPool pool = new ForkJoinPool(4);

  @AfterEach
  void shutDown() {
    pool.shutdownNow();
  }

  /** The first element ends only when the second has, so order is not that of ending. */
  @Test
  void keepsTheOrderOfTheSource() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> ended = new ArrayList<>();

    List<Integer> results =
        OrderedParallel.map(
                IntStream.range(0, 200).boxed(),
                i -> {
                  if (i == 0) {
                    await(second);
                  }
                  synchronized (ended) {
                    ended.add(i);
                  }
                  if (i == 1) {
                    second.countDown();
                  }
                  return i * 10;
                },
                pool,
                4)
            .toList();

    assertThat(results).isEqualTo(IntStream.range(0, 200).mapToObj(i -> i * 10).toList());
    assertThat(ended.indexOf(1)).isLessThan(ended.indexOf(0));
  }

  /** Each of the first three waits until all three run. */
  @Test
  void runsSeveralElementsAtOnce() {
    CountDownLatch running = new CountDownLatch(3);

    assertThat(
            OrderedParallel.map(
                Stream.of(1, 2, 3),
                i -> {
                  running.countDown();
                  return await(running);
                },
                pool,
                3))
        .containsExactly(true, true, true);
  }

  @Test
  void takesFromTheSourceNoFurtherThanTheLimit() {
    for (int ahead : new int[] {1, 2, 7}) {
      AtomicInteger taken = new AtomicInteger();
      Stream<Integer> endless = Stream.generate(taken::incrementAndGet);
      Iterator<Integer> results = OrderedParallel.map(endless, i -> i, pool, ahead).iterator();

      assertThat(taken).hasValue(0);
      for (int read = 1; read <= 50; read++) {
        assertThat(results.next()).isEqualTo(read);
        // What was read is done; besides, the stream may look for one element more.
        assertThat(taken.get() - read).isLessThanOrEqualTo(ahead);
      }
    }
  }

  @Test
  void closesTheSourceWithTheResult() {
    AtomicBoolean closed = new AtomicBoolean();
    Stream<Integer> source = Stream.of(1, 2, 3).onClose(() -> closed.set(true));

    try (Stream<Integer> result = OrderedParallel.map(source, i -> i, pool, 2)) {
      assertThat(result.findFirst()).hasValue(1);
      assertThat(closed).isFalse();
    }
    assertThat(closed).isTrue();
  }

  @Test
  void passesOnWhatTheSourceThrows() {
    IllegalStateException broken = new IllegalStateException("the disk is gone");
    Stream<Integer> source =
        Stream.of(1, 2, 3, 4, 5)
            .peek(
                i -> {
                  if (i == 4) {
                    throw broken;
                  }
                });

    assertThatThrownBy(() -> OrderedParallel.map(source, i -> i, pool, 2).toList())
        .isSameAs(broken);
  }

  @Test
  void makesAnEmptyStreamOfAnEmptyOne() {
    assertThat(OrderedParallel.map(Stream.empty(), i -> i, pool, 3)).isEmpty();
    assertThat(OrderedParallel.map(OrderedParallel.stream(List.of()), i -> i, pool, 3)).isEmpty();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
