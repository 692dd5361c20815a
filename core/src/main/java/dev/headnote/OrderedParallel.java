package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Maps streams on several threads, in order and in bounded memory. The streams of {@link Headnote}
 * are made by it; use it for what comes before them, such as reading and parsing pages.
 *
 * <p>A result is a sequential stream of the function's results, in the order of the source:
 *
 * <ul>
 *   <li><b>Lazy.</b> Nothing is read before the result's terminal operation asks for an element.
 *       From then on a daemon thread reads the source ahead, one element at a time. So a slow
 *       source holds back no result that is ready; a source must not depend on the thread that
 *       reads it.
 *   <li><b>Bounded.</b> Elements that were read and whose results were not taken are at most 128
 *       for each thread of the executor, and no further one is read while they have a size of
 *       2<sup>20 </sup> for each thread. Java itself reads each inner stream of a {@link
 *       Stream#flatMap} whole; pass an {@link Iterable} if these are long.
 *   <li><b>Failures.</b> What the source throws reaches the consumer as it is, after the results of
 *       the elements before; so does what the function throws, in the place of its element.
 *   <li><b>Interrupts.</b> A consumer that is interrupted gets a {@link HeadnoteException} with
 *       code INTERRUPTED. Its thread stays interrupted, and the result is closed.
 *   <li><b>Closing.</b> Close a result that is not read to its end. That drops what has not begun,
 *       interrupts the reader and closes the source stream, which is also closed when it has ended
 *       or failed. Where reading does not react to the interrupt within 0.2 seconds, closing goes
 *       on, and the reader closes the source when it gets out of it. A result that is neither read
 *       on nor closed keeps no thread: the reader ends after 0.2 seconds without room, and starts
 *       again when there is some.
 * </ul>
 *
 * <p>Safe for use by several threads. A result is for one thread, but any may close it. The
 * function may itself read a result of the same mapper if the executor is a {@link
 * java.util.concurrent.ForkJoinPool}; on another its threads may then all wait for a free one.
 */
public final class OrderedParallel implements AutoCloseable {

  /** A cascade fills the transformer's packs from the few of these that it asks it about. */
  private static final int ELEMENTS_PER_THREAD = 128;

  private static final long SIZE_PER_THREAD = 1 << 20;

  final Executor executor;
  final int maxElements;
  final long maxSize;

  /** Those that somebody still holds and that are not closed. Guarded by itself. */
  private final Set<OrderedRun<?, ?>> runs = Collections.newSetFromMap(new WeakHashMap<>());

  /** Guarded by {@link #runs}. */
  private boolean closed;

  /**
   * Makes a mapper.
   *
   * @param executor what the functions run on; it is not shut down
   * @param threads how many threads the executor has, at least 1
   */
  public OrderedParallel(Executor executor, int threads) {
    this(
        executor,
        (int) Math.min((long) ELEMENTS_PER_THREAD * threads, Integer.MAX_VALUE),
        SIZE_PER_THREAD * threads);
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread, not " + threads);
    }
  }

  OrderedParallel(Executor executor, int maxElements, long maxSize) {
    this.executor = Objects.requireNonNull(executor, "executor");
    this.maxElements = maxElements;
    this.maxSize = maxSize;
  }

  /**
   * Maps a stream.
   *
   * @param source holds no null
   * @param size what an element counts for in the bound, in bytes or characters
   * @param function gives no null
   * @return the results, in order
   * @throws HeadnoteException with code CLOSED after {@link #close()}
   */
  public <A, B> Stream<B> map(Stream<A> source, ToLongFunction<A> size, Function<A, B> function) {
    Iterator<A> elements = Objects.requireNonNull(source, "source").sequential().iterator();
    return map(() -> elements, source::close, size, function);
  }

  /**
   * Maps what can be iterated over, in the way of {@link #map(Stream, ToLongFunction, Function)}.
   *
   * @param source asked for an iterator by the thread that reads; never closed
   * @param size what an element counts for in the bound, in bytes or characters
   * @param function gives no null
   * @return the results, in order
   * @throws HeadnoteException with code CLOSED after {@link #close()}
   */
  public <A, B> Stream<B> map(Iterable<A> source, ToLongFunction<A> size, Function<A, B> function) {
    return map(Objects.requireNonNull(source, "source"), () -> {}, size, function);
  }

  private <A, B> Stream<B> map(
      Iterable<A> source, Runnable close, ToLongFunction<A> size, Function<A, B> function) {
    OrderedRun<A, B> run = new OrderedRun<>(this, source, close, size, function);
    synchronized (runs) {
      if (closed) {
        throw new HeadnoteException(Code.CLOSED, "closed before this stream was given");
      }
      runs.add(run);
    }
    return StreamSupport.stream(run, false).onClose(run::close);
  }

  /**
   * Ends the open streams. No more is read; the elements that were read still have their results,
   * and then the consumer gets a {@link HeadnoteException} with code CLOSED. Does not wait.
   */
  @Override
  public void close() {
    List<OrderedRun<?, ?>> open;
    synchronized (runs) {
      closed = true;
      open = List.copyOf(runs);
      runs.clear();
    }
    open.forEach(OrderedRun::end);
  }
}
