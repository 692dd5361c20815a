package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Takes examples, and runs what learns from all of them, once these are taken, on all threads of a
 * pool. Closing waits for it. Safe for use by several threads.
 */
final class Learning {

  private final Calls calls;
  private final ForkJoinPool pool;

  Learning(Calls calls, ForkJoinPool pool) {
    this.calls = calls;
    this.pool = pool;
  }

  /**
   * Takes examples, and learns from them.
   *
   * @param work keeps the examples for itself, so that their memory is free again once it has ended
   * @throws HeadnoteException with code LIMIT_EXCEEDED if they don't fit the memory together, or
   *     what the work throws
   */
  static <T> T withinMemory(Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      throw tooMany(e);
    } catch (HeadnoteException e) {
      throw e.getCause() instanceof OutOfMemoryError ? tooMany(e) : e;
    }
  }

  /**
   * Takes examples, one after the other.
   *
   * @param called what messages call one of them
   * @param article its article
   * @param taker takes it, or throws
   * @throws HeadnoteException that names the first example that can't be learned from, by its
   *     number from 1 and its article's identifier
   */
  static <T> void takeAll(
      String called, Stream<T> all, Function<T, Article> article, Consumer<T> taker) {
    long number = 0;
    for (Iterator<T> each = all.iterator(); each.hasNext(); ) {
      number++;
      T example = each.next();
      try {
        taker.accept(example);
      } catch (HeadnoteException e) {
        // After others it is these that take the memory.
        boolean isOfAll = number > 1 && e.getCause() instanceof OutOfMemoryError;
        boolean isOfOne = e.code() == Code.INVALID_INPUT || e.code() == Code.LIMIT_EXCEEDED;
        if (isOfAll || !isOfOne) {
          throw e;
        }
        String id = article.apply(example).id();
        throw new HeadnoteException(
            e.code(),
            called + " " + number + (id == null ? "" : " (" + id + ")") + ": " + e.getMessage(),
            e);
      }
    }
  }

  /** Tells a caller's listener, and says of what it throws that it is the listener's. */
  static Progress telling(Progress listener) {
    return (stage, done, total) -> {
      try {
        listener.at(stage, done, total);
      } catch (HeadnoteException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        throw new HeadnoteException(Code.FUNCTION_FAILED, "the progress listener threw " + e, e);
      }
    };
  }

  private static HeadnoteException tooMany(Throwable cause) {
    return new HeadnoteException(
        Code.LIMIT_EXCEEDED,
        "so many articles do not fit the memory; give fewer, or raise java -Xmx",
        cause);
  }

  /**
   * Learns, however long that takes.
   *
   * @param examples what is learned from, for messages
   * @throws HeadnoteException with code CLOSED, LIMIT_EXCEEDED if the memory ends, INTERNAL,
   *     INTERRUPTED if this thread is, which it then still is, or what learning throws
   */
  <T> T from(String examples, Supplier<T> learning) {
    // It counts as under way in the pool: what goes on there after an interrupt is waited for, too.
    ForkJoinTask<T> task = submit(() -> calls.call(examples, unlimited -> learning.get()));
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new HeadnoteException(Code.INTERRUPTED, "interrupted; nothing was learned", e);
    } catch (CancellationException e) {
      throw Calls.closed(e);
    } catch (ExecutionException e) {
      // Throws it as it is.
      return task.join();
    }
  }

  private <T> ForkJoinTask<T> submit(Callable<T> learning) {
    try {
      return pool.submit(learning);
    } catch (RejectedExecutionException e) {
      throw Calls.closed(e);
    }
  }
}
