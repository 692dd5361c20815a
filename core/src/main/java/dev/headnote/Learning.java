package dev.headnote;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;

/**
 * Runs what learns from all examples, once these are taken, on all threads of a pool. Closing waits
 * for it. Safe for use by several threads.
 */
final class Learning {

  private final Calls calls;
  private final ForkJoinPool pool;

  Learning(Calls calls, ForkJoinPool pool) {
    this.calls = calls;
    this.pool = pool;
  }

  /**
   * Learns, however long that takes.
   *
   * @param examples what is learned from, for messages
   * @throws HeadnoteException with code CLOSED, LIMIT_EXCEEDED if the memory ends, INTERNAL, or
   *     what learning throws
   */
  <T> T from(String examples, Callable<T> learning) {
    return calls.call(examples, unlimited -> pool.submit(learning).join());
  }
}
