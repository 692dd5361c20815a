package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.Deadline;
import dev.headnote.topic.TopicClassifier;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the classifier once, which encodes the labels, on a pool's threads. It must not be made
 * under a lock: its maker needs threads of the pool, and those would wait for the lock. Safe for
 * use by several threads.
 *
 * <p>If that fails for want of Java's memory, the next article tries again: others may have had it
 * for a moment. After another failure nobody tries before nine times as long have passed as it
 * took, but at most five seconds, so that labels that always fail do not take all of the time.
 */
final class Labelling {

  private static final int PAUSE = 9;
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

  private final Supplier<TopicClassifier> maker;
  private final ForkJoinPool pool;

  /** Null until the labels are first needed. */
  private final AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();

  /**
   * @param maker makes the classifier, when it is first needed
   * @param pool what it runs on
   */
  Labelling(Supplier<TopicClassifier> maker, ForkJoinPool pool) {
    this.maker = maker;
    this.pool = pool;
  }

  /** Whether the labels are not encoded yet, nor being so. */
  boolean isToBegin() {
    Attempt last = attempt.get();
    return last == null || last.isToBeRepeated();
  }

  /** Has the pool's threads make the classifier, unless they do or have done so. */
  void begin() {
    Attempt unused = begun();
  }

  /** Like {@link #begin}, but what has failed is tried again without a pause. */
  void beginAgain() {
    Attempt last = attempt.get();
    if (last == null || last.hasFailed()) {
      Attempt unused = begin(last);
    }
  }

  private Attempt begun() {
    Attempt last = attempt.get();
    return last == null || last.isToBeRepeated() ? begin(last) : last;
  }

  /** Begins the next attempt, unless another thread has begun it. */
  private Attempt begin(@Nullable Attempt last) {
    Attempt next = new Attempt();
    if (attempt.compareAndSet(last, next)) {
      next.begin();
    }
    return Objects.requireNonNull(attempt.get());
  }

  /**
   * Has the pool do some work, and begins making the classifier beside it. The labels take longer
   * and divide better, so the work goes first. Not for the pool's own threads.
   *
   * @throws HeadnoteException with code LIMIT_EXCEEDED if the work isn't done by the deadline, or
   *     INTERRUPTED if this thread is, which it then still is; or what the work failed by
   */
  <T> T beginBeside(Supplier<T> work, Deadline deadline) {
    FutureTask<T> task = new FutureTask<>(work::get);
    pool.execute(task);
    begin();
    try {
      return await(task, deadline);
    } catch (TimeoutException e) {
      task.cancel(false);
      throw deadline.exceeded();
    }
  }

  /**
   * Waits for the classifier.
   *
   * @throws HeadnoteException with code LIMIT_EXCEEDED if it isn't ready by the deadline, or
   *     INTERRUPTED if this thread is, which it then still is; or what making it failed by
   */
  TopicClassifier classifier(Deadline deadline) {
    try {
      return await(begun(), deadline);
    } catch (TimeoutException e) {
      throw new HeadnoteException(
          Code.LIMIT_EXCEEDED,
          "the labels are still being encoded after "
              + deadline.seconds()
              + " seconds; call warmUp() before the first article, or raise the limit of time",
          e);
    }
  }

  /**
   * Waits for a task of the pool until the deadline, unless this thread is interrupted. The pool of
   * articles would put another thread in place of one that waits for a {@link ForkJoinTask}, and
   * run more than its share once all go on.
   */
  private <T> T await(FutureTask<T> task, Deadline deadline) throws TimeoutException {
    if (ForkJoinTask.getPool() == pool) {
      // Does the task itself, since the pool's other threads may wait for what this one holds.
      task.run();
    }
    try {
      return task.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Deadline.interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** Makes the classifier, and remembers why it failed and how long that took. */
  private final class Attempt extends FutureTask<TopicClassifier> {

    /** By System.nanoTime(), as the end; 0 until it runs, which may be long after it begins. */
    private volatile long start;

    private volatile long end;

    /** Null if it has not failed. Set after the end. */
    private volatile @Nullable Throwable failure;

    Attempt() {
      super(maker::get);
    }

    @Override
    public void run() {
      if (start == 0) {
        start = System.nanoTime();
      }
      super.run();
    }

    void begin() {
      try {
        pool.execute(this);
      } catch (RuntimeException | Error e) {
        // Else all would wait for what never begins. It took no time.
        start = System.nanoTime();
        setException(e);
      }
    }

    @Override
    protected void setException(Throwable thrown) {
      end = System.nanoTime();
      failure = thrown;
      super.setException(thrown);
    }

    boolean hasFailed() {
      return failure != null;
    }

    boolean isToBeRepeated() {
      Throwable reason = failure;
      return reason != null
          && (isOfMemory(reason)
              || System.nanoTime() - end >= Math.min(PAUSE * (end - start), LONGEST_PAUSE));
    }

    private static boolean isOfMemory(Throwable reason) {
      return reason instanceof OutOfMemoryError || reason.getCause() instanceof OutOfMemoryError;
    }
  }
}
