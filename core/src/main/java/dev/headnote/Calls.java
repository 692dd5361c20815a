package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are under way, so that closing can wait for them. Each has its time, and fails
 * with a {@link HeadnoteException} whatever it fails by. Safe for use by several threads.
 */
final class Calls {

  private final Duration time;

  private final Lock lock = new ReentrantLock();
  private final Condition noneUnderWay = lock.newCondition();

  /** Set in threads that are within a call. */
  private final ThreadLocal<Boolean> within = new ThreadLocal<>();

  // Both are guarded by the lock. A Phaser would count no more than 65,535.
  private int underWay;
  private boolean refused;

  /**
   * @param time what one call may take
   */
  Calls(Duration time) {
    this.time = time;
  }

  /** How many have begun and not ended. */
  int underWay() {
    lock.lock();
    try {
      return underWay;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Works until a deadline.
   *
   * @param what is worked on, for messages
   * @throws HeadnoteException with code CLOSED after {@link #refuse()}, LIMIT_EXCEEDED if the
   *     memory ends, INTERNAL, or what the work throws
   */
  <T> T call(String what, Function<Deadline, T> work) {
    begin();
    boolean isOutermost = within.get() == null;
    within.set(true);
    try {
      return work.apply(Deadline.after(time));
    } catch (HeadnoteException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new HeadnoteException(
          Code.LIMIT_EXCEEDED, what + " does not fit the memory; divide it, or raise java -Xmx", e);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new HeadnoteException(Code.INTERNAL, what + " failed: " + e, e);
    } finally {
      if (isOutermost) {
        within.remove();
      }
      end();
    }
  }

  /** Whether this thread is within a call, and would wait for itself if it waited for all. */
  boolean areOfThisThread() {
    return within.get() != null;
  }

  /** What a call fails with that comes too late. */
  static HeadnoteException closed(@Nullable Throwable cause) {
    return new HeadnoteException(Code.CLOSED, "this Headnote is closed", cause);
  }

  /**
   * For what only begins calls later, such as a stream.
   *
   * @throws HeadnoteException with code CLOSED after {@link #refuse()}
   */
  void checkOpen() {
    if (areRefused()) {
      throw closed(null);
    }
  }

  private void begin() {
    lock.lock();
    try {
      if (refused) {
        throw closed(null);
      }
      underWay++;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      underWay--;
      if (underWay == 0) {
        noneUnderWay.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether calls that come now fail. */
  boolean areRefused() {
    lock.lock();
    try {
      return refused;
    } finally {
      lock.unlock();
    }
  }

  /** Has those fail that come from now on. */
  void refuse() {
    lock.lock();
    try {
      refused = true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for those under way, once others are refused. */
  void awaitEnd() {
    lock.lock();
    try {
      while (underWay > 0) {
        noneUnderWay.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
