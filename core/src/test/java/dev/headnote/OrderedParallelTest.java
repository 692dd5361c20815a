package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream of articles relies on: order, a bound, and that nothing is lost or left open. */
@Timeout(60)
class OrderedParallelTest {

  private static final int WORKERS = 4;

  private final ForkJoinPool pool = new ForkJoinPool(WORKERS);
  private final OrderedParallel parallel = new OrderedParallel(pool, WORKERS);

  /** Runs a consumer beside the test. */
  private final ExecutorService consumer =
      new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());

  @AfterEach
  void leavesNoReader() {
    consumer.shutdownNow();
    pool.shutdownNow();
    // Before any garbage collection, and whether the test has closed its stream or not.
    assertSoon(() -> readers() == 0);
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("headnote-reader"))
        .count();
  }

  private static void assertSoon(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private <B> Stream<B> map(Stream<Integer> source, java.util.function.Function<Integer, B> work) {
    return parallel.map(source, element -> 1, work);
  }

  private Stream<Integer> bounded(Stream<Integer> source, int maxElements) {
    return new OrderedParallel(pool, maxElements, Long.MAX_VALUE).map(source, e -> 1, e -> e);
  }

  private static Stream<Integer> endless() {
    return Stream.iterate(0, i -> i + 1);
  }

  /** Gives 0, 1 and so on as long as there are permits, and waits for them deaf or not. */
  private static final class Slow implements Iterator<Integer> {

    private final Semaphore permits;
    private final boolean deaf;
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private int next;

    Slow(int permits, boolean deaf) {
      this.permits = new Semaphore(permits);
      this.deaf = deaf;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      if (permits.tryAcquire()) {
        return next++;
      }
      waiting.countDown();
      try {
        if (deaf) {
          permits.acquireUninterruptibly();
        } else {
          permits.acquire();
        }
      } catch (InterruptedException e) {
        interrupted.set(true);
        throw new IllegalStateException(e);
      }
      return next++;
    }

    Stream<Integer> stream() {
      return Stream.generate(this::next);
    }
  }

  /** The first element ends only when the second has, so order is not that of ending. */
  @Test
  void keepsTheOrderOfTheSource() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> results =
        map(
                IntStream.range(0, 2_000).boxed(),
                i -> {
                  if (i == 0) {
                    assertThat(await(second)).isTrue();
                  } else if (i == 1) {
                    second.countDown();
                  } else if (i % 5 == 0) {
                    LockSupport.parkNanos(i % 7 * 50_000L);
                  }
                  return i * 10;
                })
            .toList();

    assertThat(results).isEqualTo(IntStream.range(0, 2_000).mapToObj(i -> i * 10).toList());
  }

  @Test
  void takesAnIterable() {
    List<Integer> source = IntStream.range(0, 500).boxed().toList();
    assertThat(parallel.map(source, i -> 1, i -> i)).isEqualTo(source);
  }

  @Test
  void takesAParallelSourceAndGivesToAParallelConsumer() {
    Stream<Integer> source = IntStream.range(0, 5_000).parallel().boxed();
    assertThat(map(source, i -> i).parallel().map(i -> i + 1).toList())
        .isEqualTo(IntStream.rangeClosed(1, 5_000).boxed().toList());
  }

  @Test
  void makesAnEmptyStreamOfAnEmptyOne() {
    assertThat(map(Stream.empty(), i -> i)).isEmpty();
    assertThat(parallel.map(List.<Integer>of(), i -> 1, i -> i)).isEmpty();
  }

  /** Each of the first ones waits until all threads are at work. */
  @Test
  void usesAllThreads() {
    CountDownLatch running = new CountDownLatch(WORKERS);
    assertThat(
            map(
                IntStream.range(0, WORKERS).boxed(),
                i -> {
                  running.countDown();
                  return await(running);
                }))
        .containsOnly(true);
  }

  /** The first element lasts until a hundred others are done; they must not wait for it. */
  @Test
  void worksOnWhileALongElementLasts() {
    CountDownLatch shortOnes = new CountDownLatch(100);
    List<Boolean> results =
        map(
                IntStream.range(0, 300).boxed(),
                i -> {
                  if (i == 0) {
                    return await(shortOnes);
                  }
                  shortOnes.countDown();
                  return true;
                })
            .toList();
    assertThat(results).hasSize(300).doesNotContain(false);
  }

  @Test
  void readsNothingBeforeAnElementIsAskedFor() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger iterators = new AtomicInteger();
    Iterable<Integer> source =
        () -> {
          iterators.incrementAndGet();
          return List.of(1).iterator();
        };
    try (Stream<Integer> stream = map(endless().peek(i -> read.incrementAndGet()), i -> i);
        Stream<Integer> iterable = parallel.map(source, i -> 1, i -> i)) {
      Iterator<Integer> unread = stream.map(i -> i + 1).iterator();
      Stream<Integer> alsoUnread = iterable.filter(i -> i > 0);

      assertThat(readers()).isZero();
      assertThat(read).hasValue(0);
      assertThat(iterators).hasValue(0);
      assertThat(unread.next()).isEqualTo(1);
      assertThat(alsoUnread).containsExactly(1);
    }
  }

  @Test
  void readsNoFurtherAheadThanTheLimit() {
    for (int ahead : new int[] {1, 2, 7}) {
      AtomicInteger taken = new AtomicInteger();
      try (Stream<Integer> results = bounded(Stream.generate(taken::incrementAndGet), ahead)) {
        Iterator<Integer> iterator = results.iterator();
        for (int read = 1; read <= 50; read++) {
          assertThat(iterator.next()).isEqualTo(read);
          assertThat(taken.get() - read).isLessThanOrEqualTo(ahead);
        }
        assertSoon(() -> taken.get() - 50 == ahead);
      }
    }
  }

  /** Elements of a size of 40 where 100 may be under way: with the third it is reached. */
  @Test
  void readsNoFurtherAheadThanTheSizeAllows() {
    AtomicInteger taken = new AtomicInteger();
    OrderedParallel limited = new OrderedParallel(pool, 1_000, 100);
    try (Stream<Integer> results =
        limited.map(Stream.generate(taken::incrementAndGet), i -> 40, i -> i)) {
      Iterator<Integer> iterator = results.iterator();
      for (int read = 1; read <= 50; read++) {
        iterator.next();
        assertThat(taken.get() - read).isLessThanOrEqualTo(3);
      }
      assertSoon(() -> taken.get() - 50 == 3);
    }
  }

  /** One that is larger than all that may be under way is still done, alone. */
  @Test
  void takesElementsOfAnySize() {
    OrderedParallel limited = new OrderedParallel(pool, 1_000, 100);
    assertThat(limited.map(List.of(1, 2, 3), i -> Long.MAX_VALUE / 4, i -> i))
        .containsExactly(1, 2, 3);
  }

  /** The second element comes only once the first result is out. */
  @Test
  void holdsBackNoResultForASlowSource() throws Exception {
    Slow source = new Slow(1, false);
    BlockingQueue<Integer> results = new LinkedBlockingQueue<>();
    Future<?> run =
        consumer.submit(() -> map(source.stream().limit(3), i -> i).forEach(results::add));

    for (int i = 0; i < 3; i++) {
      assertThat(results.poll(20, TimeUnit.SECONDS)).isEqualTo(i);
      source.permits.release();
    }
    run.get();
  }

  /** A slow consumer lets the reader end for want of room; it must start again. */
  @Test
  void readsOnAfterAPause() {
    Iterator<Integer> results = bounded(endless().limit(12), 3).iterator();
    for (int i = 0; i < 12; i++) {
      assertThat(results.next()).isEqualTo(i);
      if (i == 4) {
        assertSoon(() -> readers() == 0);
      }
    }
    assertThat(results.hasNext()).isFalse();
  }

  /** {@link #leavesNoReader} then sees that nothing is left of it. */
  @Test
  void keepsNoThreadForAResultThatIsNeitherReadOnNorClosed() {
    assertThat(map(endless(), i -> i).limit(5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(map(endless(), i -> i).findFirst()).hasValue(0);
  }

  @Test
  void closesTheSourceWithTheResult() {
    AtomicBoolean closed = new AtomicBoolean();
    try (Stream<Integer> result = map(endless().onClose(() -> closed.set(true)), i -> i)) {
      assertThat(result.findFirst()).hasValue(0);
      assertThat(closed).isFalse();
    }
    assertThat(closed).isTrue();
    assertThat(readers()).isZero();
  }

  @Test
  void closesAResultThatWasNeverRead() {
    AtomicBoolean closed = new AtomicBoolean();
    map(endless().onClose(() -> closed.set(true)), i -> i).close();
    assertThat(closed).isTrue();
  }

  @Test
  void passesOnWhatTheSourceThrowsWhenItIsClosed() {
    IllegalStateException broken = new IllegalStateException("the disk is gone");
    Runnable breaks =
        () -> {
          throw broken;
        };
    Stream<Integer> result = map(endless().onClose(breaks), i -> i);
    Iterator<Integer> results = result.iterator();
    results.next();
    assertThatThrownBy(result::close).isSameAs(broken);

    assertThatThrownBy(() -> map(Stream.of(1).onClose(breaks), i -> i).toList()).isSameAs(broken);
  }

  @Test
  void closesTheSourceAtItsEnd() {
    AtomicBoolean closed = new AtomicBoolean();
    map(Stream.of(1, 2, 3).onClose(() -> closed.set(true)), i -> i).forEach(i -> {});
    assertThat(closed).isTrue();
  }

  @Test
  void dropsWhatHasNotBegunWhenItIsClosed() {
    CountDownLatch held = new CountDownLatch(WORKERS);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Stream<Integer> result =
        map(
            endless(),
            i -> {
              begun.incrementAndGet();
              if (i > 0) {
                held.countDown();
                await(release);
              }
              return i;
            });
    assertThat(result.iterator().next()).isZero();
    assertThat(await(held)).isTrue();
    result.close();
    release.countDown();

    pool.shutdown();
    assertThat(pool.awaitQuiescence(20, TimeUnit.SECONDS)).isTrue();
    assertThat(begun).hasValue(1 + WORKERS);
  }

  @Test
  void interruptsAReadThatIsUnderWayWhenItIsClosed() {
    Slow source = new Slow(1, false);
    AtomicBoolean closed = new AtomicBoolean();
    Stream<Integer> result = map(source.stream().onClose(() -> closed.set(true)), i -> i);
    assertThat(result.iterator().next()).isZero();
    assertThat(await(source.waiting)).isTrue();
    result.close();

    assertThat(source.interrupted).isTrue();
    assertThat(closed).isTrue();
    assertThat(readers()).isZero();
  }

  /** As reading standard input is. The source is closed once it lets go of the reader. */
  @Test
  void closesWithoutWaitingForASourceThatIgnoresInterrupts() {
    Slow source = new Slow(1, true);
    AtomicBoolean closed = new AtomicBoolean();
    Stream<Integer> result = map(source.stream().onClose(() -> closed.set(true)), i -> i);
    assertThat(result.iterator().next()).isZero();
    assertThat(await(source.waiting)).isTrue();
    result.close();
    assertThat(closed).isFalse();

    source.permits.release();
    assertSoon(closed::get);
  }

  /** Where the iterator is still held, an end without a word would look like all results. */
  @Test
  void refusesToBeReadOnAfterItIsClosed() {
    Stream<Integer> result = map(endless(), i -> i);
    Iterator<Integer> results = result.iterator();
    results.next();
    result.close();
    assertThatThrownBy(results::next).isInstanceOfSatisfying(HeadnoteException.class, closed());
  }

  private static java.util.function.Consumer<HeadnoteException> closed() {
    return e -> assertThat(e.code()).isEqualTo(Code.CLOSED);
  }

  @Test
  void wakesAConsumerWhenAnotherThreadClosesTheResult() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Stream<Boolean> waitsForWork =
        map(
            endless(),
            i -> {
              working.countDown();
              return await(release);
            });
    Future<?> first = consumer.submit(() -> waitsForWork.findFirst());
    assertThat(await(working)).isTrue();
    waitsForWork.close();
    assertThatThrownBy(first::get)
        .cause()
        .isInstanceOfSatisfying(HeadnoteException.class, closed());
    release.countDown();
    assertSoon(() -> ((ThreadPoolExecutor) consumer).getPoolSize() == 0);

    Slow source = new Slow(0, false);
    Stream<Integer> waitsForSource = map(source.stream(), i -> i);
    Future<?> second = consumer.submit(() -> waitsForSource.findFirst());
    assertThat(await(source.waiting)).isTrue();
    waitsForSource.close();
    assertThatThrownBy(second::get)
        .cause()
        .isInstanceOfSatisfying(HeadnoteException.class, closed());
  }

  /** The reader is in the source, and a worker is at work, when the consumer is interrupted. */
  @Test
  void endsWhenTheConsumerIsInterrupted() throws Exception {
    Slow source = new Slow(1, false);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean closed = new AtomicBoolean();
    AtomicBoolean kept = new AtomicBoolean();
    Stream<Boolean> results =
        map(source.stream().onClose(() -> closed.set(true)), i -> await(release));
    Future<?> run =
        consumer.submit(
            () -> {
              try {
                return results.findFirst();
              } finally {
                kept.set(Thread.currentThread().isInterrupted());
              }
            });
    assertThat(await(source.waiting)).isTrue();
    consumer.shutdownNow();

    assertThatThrownBy(run::get)
        .cause()
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INTERRUPTED));
    assertThat(kept).isTrue();
    assertThat(closed).isTrue();
    assertThat(readers()).isZero();
    release.countDown();
  }

  @Test
  void seesAnInterruptThatCameBefore() {
    Iterator<Integer> results = map(endless(), i -> i).iterator();
    results.next();
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> {
              while (true) {
                results.next();
              }
            })
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void passesOnWhatTheSourceThrowsAfterTheResultsBeforeIt() {
    for (Throwable broken :
        new Throwable[] {
          new IllegalStateException("the disk is gone"), new AssertionError(), new IOException()
        }) {
      AtomicBoolean closed = new AtomicBoolean();
      Stream<Integer> source =
          endless()
              .peek(
                  i -> {
                    if (i == 40) {
                      throw OrderedParallelTest.<RuntimeException>undeclared(broken);
                    }
                  })
              .onClose(() -> closed.set(true));
      List<Integer> results = new ArrayList<>();

      assertThatThrownBy(() -> map(source, i -> i).forEach(results::add)).isSameAs(broken);
      assertThat(results).isEqualTo(endless().limit(40).toList());
      assertThat(closed).isTrue();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException undeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void passesOnWhatTheFunctionThrowsInItsPlace() {
    ArithmeticException broken = new ArithmeticException();
    List<Integer> results = new ArrayList<>();
    Stream<Integer> stream =
        map(
            endless(),
            i -> {
              if (i == 40) {
                throw broken;
              }
              return i;
            });
    assertThatThrownBy(() -> stream.forEach(results::add)).isSameAs(broken);
    assertThat(results).isEqualTo(endless().limit(40).toList());
  }

  @Test
  void refusesNullsInTheirPlace() {
    List<Integer> results = new ArrayList<>();
    assertThatThrownBy(() -> map(Stream.of(1, 2, null, 4), i -> i).forEach(results::add))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("source");
    assertThat(results).containsExactly(1, 2);
  }

  @Test
  void passesOnWhyTheExecutorTakesNoMore() {
    Iterator<Integer> results = bounded(endless(), 2).iterator();
    results.next();
    pool.shutdown();
    assertThatThrownBy(
            () -> {
              while (true) {
                results.next();
              }
            })
        .isInstanceOf(RejectedExecutionException.class);
  }

  /** What was read is still done; nothing more is read, however the source and consumer stand. */
  @Test
  void endsItsStreamsWhenItIsClosed() throws Exception {
    AtomicInteger read = new AtomicInteger();
    AtomicBoolean idleClosed = new AtomicBoolean();
    OrderedParallel closing = new OrderedParallel(pool, 5, 5);
    Iterator<Integer> idle =
        closing
            .map(
                endless().peek(i -> read.incrementAndGet()).onClose(() -> idleClosed.set(true)),
                i -> 1,
                i -> i)
            .iterator();
    Stream<Integer> unread = closing.map(endless(), i -> 1, i -> i);
    Slow source = new Slow(0, false);
    Future<?> waiting =
        consumer.submit(() -> closing.map(source.stream(), i -> 1, i -> i).findFirst());
    assertThat(idle.next()).isZero();
    assertSoon(() -> read.get() == 6);
    assertThat(await(source.waiting)).isTrue();
    closing.close();

    for (int i = 1; i <= 5; i++) {
      assertThat(idle.next()).isEqualTo(i);
    }
    assertThatThrownBy(idle::next).isInstanceOfSatisfying(HeadnoteException.class, closed());
    assertThat(read).hasValue(6);
    assertSoon(idleClosed::get);
    assertThatThrownBy(unread::toList).isInstanceOfSatisfying(HeadnoteException.class, closed());
    assertThatThrownBy(waiting::get)
        .cause()
        .isInstanceOfSatisfying(HeadnoteException.class, closed());
    assertThatThrownBy(() -> closing.map(List.of(1), i -> 1, i -> i))
        .isInstanceOfSatisfying(HeadnoteException.class, closed());
  }

  /** Such as that of a pool that makes threads as they are needed. */
  @Test
  void takesAnExecutorOfAnyNumberOfThreads() {
    for (int threads : new int[] {1 << 26, 1 << 27, Integer.MAX_VALUE}) {
      OrderedParallel large = new OrderedParallel(pool, threads);
      assertThat(large.map(Stream.of(1, 2, 3), i -> 1, i -> i)).containsExactly(1, 2, 3);
    }
    assertThatThrownBy(() -> new OrderedParallel(pool, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
  }

  /** Each thread of the pool is within a function that waits for what only the pool does. */
  @Test
  void canBeNestedOnAForkJoinPool() {
    ForkJoinPool single = new ForkJoinPool(1);
    try {
      OrderedParallel nested = new OrderedParallel(single, 1);
      Stream<Integer> sums =
          nested.map(
              List.of(1, 2, 3),
              i -> 1,
              i -> nested.map(List.of(i, 10 * i), j -> 1, j -> j).reduce(0, Integer::sum));
      assertThat(sums).containsExactly(11, 22, 33);
    } finally {
      single.shutdownNow();
    }
  }

  /** The source of one may be the result of another. */
  @Test
  void canBeChained() {
    AtomicBoolean closed = new AtomicBoolean();
    Stream<Integer> inner = map(endless().onClose(() -> closed.set(true)), i -> i + 1);
    try (Stream<Integer> outer = map(inner, i -> i * 2)) {
      assertThat(outer.limit(200).toList())
          .isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(i -> i * 2).toList());
    }
    assertThat(closed).isTrue();
  }
}
