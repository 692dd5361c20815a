package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps threads out of native code while the JVM ends: the C library then destroys what that code
 * stands on, and a thread that still runs it ends the process with SIGSEGV. When the JVM begins to
 * end, work goes on for a while, so that an application which stops gracefully can finish what it
 * has begun. Then nothing new enters, and the JVM ends once all have left. Who comes too late
 * mostly waits for the end; if that takes long, it gets code CLOSED.
 *
 * <p>Safe for use by several threads.
 */
final class ExitGate {

  /**
   * The system property that says for how many seconds work may go on while the JVM ends; {@value
   * #DEFAULT_GRACE} unless set.
   */
  static final String GRACE_PROPERTY = "headnote.exit.grace";

  private static final int DEFAULT_GRACE = 3;

  /** Between two packs of an article next to no time passes. */
  private static final Duration IDLE = Duration.ofMillis(100);

  /** The JVM may be kept by another shutdown hook, which may wait for a digest. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Duration patience;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int inside;
  private long lastLeft;
  private boolean closed;

  /**
   * @param patience how long a thread waits that comes after closing
   */
  ExitGate(Duration patience) {
    this.patience = patience;
    this.lastLeft = System.nanoTime() - IDLE.toNanos();
  }

  /** The gate that closes as this JVM ends. */
  static ExitGate ofJvm() {
    return OfJvm.GATE;
  }

  private static final class OfJvm {

    static final ExitGate GATE = new ExitGate(PATIENCE);

    static {
      Thread hook =
          new Thread(
              () ->
                  GATE.close(Duration.ofSeconds(Integer.getInteger(GRACE_PROPERTY, DEFAULT_GRACE))),
              "headnote-exit");
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException e) {
        hook.start();
      }
    }
  }

  /**
   * Runs native code.
   *
   * @throws HeadnoteException with code CLOSED if the JVM has been ending for long, or INTERRUPTED
   */
  <T> T inside(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private void enter() {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (closed) {
        if (left <= 0) {
          throw new HeadnoteException(Code.CLOSED, "the JVM is ending");
        }
        left = changed.awaitNanos(left);
      }
      inside++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Deadline.interrupted();
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      inside--;
      lastLeft = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes the gate as soon as nothing happens, or after the grace, and waits until all have left.
   *
   * @param grace how long threads may still enter
   */
  void close(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    lock.lock();
    try {
      for (long busy = busyNanos(); busy > 0; busy = busyNanos()) {
        long left = Math.min(busy, end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        changed.awaitNanos(left);
      }
      closed = true;
      while (inside > 0) {
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** For how long work will count as under way, if none comes. */
  private long busyNanos() {
    return inside > 0 ? Long.MAX_VALUE : IDLE.toNanos() - (System.nanoTime() - lastLeft);
  }
}
