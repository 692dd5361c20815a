package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;

/** Runs what learns from all examples, once these are taken. */
final class Learning {

  private Learning() {}

  /**
   * Learns on all threads of a pool.
   *
   * @throws HeadnoteException with code CLOSED if the pool takes nothing more, or what learning
   *     throws
   */
  static <T> T on(ForkJoinPool pool, Callable<T> learning) {
    try {
      return pool.submit(learning).join();
    } catch (RejectedExecutionException e) {
      throw new HeadnoteException(Code.CLOSED, "closed before anything was learned", e);
    }
  }
}
