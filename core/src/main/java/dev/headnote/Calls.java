package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.Deadline;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.function.Function;

/**
 * The calls that are under way, so that closing can wait for them. Each has its time, and fails
 * with a {@link HeadnoteException} whatever it fails by. Safe for use by several threads.
 */
final class Calls {

  private final Duration time;

  /** Its parties are this object and each call under way. */
  private final Phaser open = new Phaser(1);

  private volatile boolean closed;

  /**
   * @param time what one call may take
   */
  Calls(Duration time) {
    this.time = time;
  }

  /** How many have begun and not ended. */
  int underWay() {
    // This object is a party too, until it is closed.
    return Math.max(0, open.getRegisteredParties() - (closed ? 0 : 1));
  }

  /**
   * Works until a deadline.
   *
   * @param what is worked on, for messages
   * @throws HeadnoteException with code CLOSED after {@link #refuse()}, LIMIT_EXCEEDED if the
   *     memory ends, INTERNAL, or what the work throws
   */
  <T> T call(String what, Function<Deadline, T> work) {
    if (closed || open.register() < 0) {
      throw new HeadnoteException(Code.CLOSED, "this Headnote is closed");
    }
    try {
      return work.apply(Deadline.after(time));
    } catch (HeadnoteException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new HeadnoteException(
          Code.LIMIT_EXCEEDED, what + " does not fit the memory; divide it, or raise java -Xmx", e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new HeadnoteException(Code.INTERNAL, what + " failed: " + e, e);
    } finally {
      open.arriveAndDeregister();
    }
  }

  boolean areRefused() {
    return closed;
  }

  /** Has those fail that come from now on. */
  void refuse() {
    closed = true;
  }

  /** Waits for those under way, once others are refused. To be called once. */
  void awaitEnd() {
    open.arriveAndDeregister();
    open.awaitAdvance(0);
  }
}
