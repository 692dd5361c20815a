package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One stream of an {@link OrderedParallel}: the consumer's end as a spliterator, the reader's end
 * as a task. Its consumer is one thread; any may close or end it.
 */
final class OrderedRun<A, B> extends Spliterators.AbstractSpliterator<B> {

  /** How long the reader waits for room, and closing for the reader. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final OrderedParallel limits;
  private final Iterable<A> source;
  private final Runnable closeSource;
  private final ToLongFunction<A> sizeOf;
  private final Function<A, B> function;

  /** Used by one reader after the other. */
  private @Nullable Iterator<A> elements;

  private final Lock lock = new ReentrantLock();

  /** That there is room, an element or an end. */
  private final Condition changed = lock.newCondition();

  // All below is guarded by the lock.

  private final Deque<Slot<B>> slots = new ArrayDeque<>();
  private long size;

  /** The thread that reads; null if none does. */
  private @Nullable Thread reader;

  /** That no more is read. */
  private boolean ended;

  /** That nobody waits for the reader, so it has to close the source. */
  private boolean readerCloses;

  /** What the consumer gets at the end; null if that is an ordinary one. */
  private @Nullable Throwable failure;

  OrderedRun(
      OrderedParallel limits,
      Iterable<A> source,
      Runnable closeSource,
      ToLongFunction<A> sizeOf,
      Function<A, B> function) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.limits = limits;
    this.source = source;
    this.closeSource = closeSource;
    this.sizeOf = Objects.requireNonNull(sizeOf, "size");
    this.function = Objects.requireNonNull(function, "function");
  }

  @Override
  public boolean tryAdvance(Consumer<? super B> action) {
    B result;
    try {
      Slot<B> first = first();
      if (first == null) {
        return false;
      }
      result = resultOf(first);
    } catch (InterruptedException e) {
      HeadnoteException interrupted =
          new HeadnoteException(Code.INTERRUPTED, "interrupted while it read results", e);
      Thread.currentThread().interrupt();
      try {
        stop(interrupted);
      } catch (RuntimeException | Error inClosing) {
        interrupted.addSuppressed(inClosing);
      }
      throw interrupted;
    }
    action.accept(result);
    return true;
  }

  /** Waits for the first element under way, or returns null at an ordinary end. */
  private @Nullable Slot<B> first() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      keepReading();
      while (slots.isEmpty() && !ended) {
        changed.await();
      }
      if (slots.isEmpty() && failure != null) {
        throw OrderedRun.<RuntimeException>rethrow(failure);
      }
      return slots.peek();
    } finally {
      lock.unlock();
    }
  }

  private B resultOf(Slot<B> first) throws InterruptedException {
    if (ForkJoinTask.getPool() == limits.executor) {
      // A stream within another's function: all threads of the pool may wait as this one would.
      first.task.run();
    }
    try {
      B result = first.task.get();
      remove(first);
      return result;
    } catch (CancellationException e) {
      throw closedException();
    } catch (ExecutionException e) {
      remove(first);
      throw OrderedRun.<RuntimeException>rethrow(Objects.requireNonNull(e.getCause()));
    }
  }

  @SuppressWarnings("ReferenceEquality") // This slot, not one like it.
  private void remove(Slot<B> first) {
    lock.lock();
    try {
      if (slots.peek() == first) {
        slots.remove();
        size -= first.size;
        keepReading();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wakes the reader, or starts one, if there is room. */
  private void keepReading() {
    if (ended || !hasRoom()) {
      return;
    }
    if (reader == null) {
      Thread thread = new Thread(this::read, "headnote-reader");
      thread.setDaemon(true);
      thread.start();
      reader = thread;
    } else {
      changed.signalAll();
    }
  }

  private boolean hasRoom() {
    return slots.size() < limits.maxElements && size < limits.maxSize;
  }

  /** What the reader does: fills the room that there is, until there is none for a while. */
  private void read() {
    Throwable thrown = null;
    try {
      while (awaitRoom() && readOne()) {
        // Goes on.
      }
    } catch (Throwable e) {
      thrown = e;
    }
    leave(thrown);
  }

  /** False if no more is to be read, or if the reader has left as there was no room. */
  private boolean awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      long left = PATIENCE_NANOS;
      while (!ended && !hasRoom()) {
        if (left <= 0) {
          reader = null;
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  /** False if the source has no more. */
  private boolean readOne() {
    if (elements == null) {
      elements = source.iterator();
    }
    if (!elements.hasNext()) {
      return false;
    }
    A element = Objects.requireNonNull(elements.next(), "the source holds a null");
    long elementSize = sizeOf.applyAsLong(element);
    FutureTask<B> task =
        new FutureTask<>(() -> Objects.requireNonNull(function.apply(element), "a result is null"));
    limits.executor.execute(task);
    lock.lock();
    try {
      if (ended) {
        task.cancel(false);
      } else {
        slots.add(new Slot<>(task, elementSize));
        size += elementSize;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    return true;
  }

  /** Closes the source, unless who ended the reading waits to do so, and tells of the end. */
  private void leave(@Nullable Throwable thrown) {
    lock.lock();
    try {
      if (reader != Thread.currentThread()) {
        return;
      }
      if (ended && !readerCloses) {
        reader = null;
        return;
      }
    } finally {
      lock.unlock();
    }
    Throwable end = thrown;
    try {
      Thread.interrupted(); // That was for the reading.
      closeSource.run();
    } catch (Throwable e) {
      if (end == null) {
        end = e;
      } else {
        end.addSuppressed(e);
      }
    }
    lock.lock();
    try {
      reader = null;
      if (!ended) {
        ended = true;
        failure = end;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** For the result's close. */
  void close() {
    stop(closedException());
  }

  /** Drops all that is under way, and closes the source. */
  private void stop(HeadnoteException reason) {
    Thread reading;
    lock.lock();
    try {
      ended = true;
      failure = reason;
      slots.forEach(slot -> slot.task.cancel(false));
      slots.clear();
      changed.signalAll();
      reading = reader;
      if (reading != null) {
        reading.interrupt();
      }
    } finally {
      lock.unlock();
    }
    if (reading != null) {
      awaitEnd(reading);
    }
    lock.lock();
    try {
      readerCloses = reader != null;
      if (readerCloses) {
        return;
      }
    } finally {
      lock.unlock();
    }
    closeSource.run();
  }

  /** Waits for the reader's thread to end, but not for long. */
  private static void awaitEnd(Thread reading) {
    boolean interrupted = Thread.interrupted();
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (long left = PATIENCE_NANOS;
        left > 0 && reading.isAlive();
        left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(reading, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the reading; what is under way keeps its results. Does not wait. */
  void end() {
    HeadnoteException reason = closedException();
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      failure = reason;
      changed.signalAll();
      readerCloses = reader != null;
      if (reader != null) {
        reader.interrupt();
        return;
      }
    } finally {
      lock.unlock();
    }
    try {
      closeSource.run();
    } catch (RuntimeException | Error e) {
      reason.addSuppressed(e);
    }
  }

  /** What a consumer gets of a run that was closed. */
  private static HeadnoteException closedException() {
    return new HeadnoteException(Code.CLOSED, "closed before all results were taken");
  }

  /** Throws anything without declaring it. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException rethrow(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** An element under way. */
  private record Slot<B>(FutureTask<B> task, long size) {}
}
