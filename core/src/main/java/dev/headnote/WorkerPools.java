package dev.headnote;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the pools that a {@link Headnote} works on; their threads tell a dump whose they are. */
final class WorkerPools {

  private WorkerPools() {}

  /** A pool of so many threads, for the parts of an article. */
  static ForkJoinPool ofParts(int workers) {
    return new ForkJoinPool(workers, named("headnote-part-"), null, false);
  }

  /**
   * A pool of as many threads as there are workers, which adds one for each that waits for its
   * article's vectors, so that the next articles are made ready meanwhile. Once they have their
   * vectors, all of them go on.
   *
   * @param waiting how many may wait at most
   */
  static ForkJoinPool ofArticles(int workers, int waiting) {
    return new ForkJoinPool(
        workers,
        named("headnote-article-"),
        null,
        false,
        workers,
        workers + waiting,
        workers,
        saturated -> true,
        10,
        TimeUnit.SECONDS);
  }

  private static ForkJoinWorkerThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return pool -> {
      ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
      thread.setName(prefix + count.incrementAndGet());
      return thread;
    };
  }
}
