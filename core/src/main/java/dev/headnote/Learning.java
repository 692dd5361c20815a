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
   * Hands all examples on, which the taker keeps.
   *
   * @throws HeadnoteException with code LIMIT_EXCEEDED if they don't fit the memory together, or
   *     what the stream or the taker throws
   */
  static <T> void takeAll(Stream<T> examples, Consumer<T> taker) {
    long taken = 0;
    try {
      for (Iterator<T> each = examples.iterator(); each.hasNext(); taken++) {
        taker.accept(each.next());
      }
    } catch (OutOfMemoryError e) {
      throw tooMany(taken, e);
    } catch (HeadnoteException e) {
      // An article alone is told to be too long; beside others these are what takes the memory.
      throw taken > 0 && e.getCause() instanceof OutOfMemoryError ? tooMany(taken, e) : e;
    }
  }

  private static HeadnoteException tooMany(long taken, Throwable cause) {
    return new HeadnoteException(
        Code.LIMIT_EXCEEDED,
        "so many articles do not fit the memory, which ended after "
            + taken
            + "; give fewer, or raise java -Xmx",
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
