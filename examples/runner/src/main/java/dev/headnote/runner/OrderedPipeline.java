package dev.headnote.runner;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Reads, works and writes at the same time: one thread reads ahead, several work, and the caller's
 * writes each result as soon as it and those before it are there. Only a bounded number of elements
 * is held at a time, and a slow input never keeps a finished result waiting.
 */
final class OrderedPipeline {

  /** How many elements are under way for each thread. */
  private static final int AHEAD = 3;

  private OrderedPipeline() {}

  /** Takes results in order. */
  @FunctionalInterface
  interface Sink<B> {
    void accept(B result) throws IOException;
  }

  /**
   * Runs until the source is empty.
   *
   * @param source what to read, on a thread of its own
   * @param work what to do with each element, on several threads
   * @param sink takes the results, on the caller's thread
   * @throws IOException what the sink throws; reading and working then end
   */
  static <A, B> void run(Iterator<A> source, Function<A, B> work, Sink<B> sink, int threads)
      throws IOException {
    ThreadFactory daemons =
        task -> {
          Thread thread = new Thread(task, "headnote-work");
          thread.setDaemon(true);
          return thread;
        };
    ExecutorService workers = Executors.newFixedThreadPool(threads, daemons);
    BlockingQueue<Future<B>> underWay = new LinkedBlockingQueue<>();
    Future<B> end = new CompletableFuture<>();
    Semaphore room = new Semaphore(AHEAD * threads);
    Thread reader =
        daemons.newThread(
            () -> {
              try {
                room.acquire();
                while (source.hasNext()) {
                  A element = source.next();
                  underWay.add(workers.submit(() -> work.apply(element)));
                  room.acquire();
                }
                underWay.add(end);
              } catch (InterruptedException e) {
                // The sink has failed; nobody waits for more.
              } catch (RuntimeException | Error e) {
                underWay.add(CompletableFuture.failedFuture(e));
              }
            });
    reader.start();
    try {
      for (Future<B> next = underWay.take(); next != end; next = underWay.take()) {
        sink.accept(next.get());
        room.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure(Exit.FAILED, "the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      reader.interrupt();
      workers.shutdownNow();
    }
  }
}
