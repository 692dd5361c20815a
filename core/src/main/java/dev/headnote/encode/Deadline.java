package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Until when a call may work. It is asked between the steps of the work, which ends with an
 * exception if the time is over or the thread was interrupted. Immutable, so safe for any number of
 * threads.
 */
public final class Deadline {

  private static final long NEVER = Long.MAX_VALUE;

  private static final Deadline NONE = new Deadline(NEVER, Duration.ZERO);

  /** By {@link System#nanoTime()}. */
  private final long at;

  private final Duration time;

  private Deadline(long at, Duration time) {
    this.at = at;
    this.time = time;
  }

  /** Returns one that is never over; an interrupt ends the work all the same. */
  public static Deadline none() {
    return NONE;
  }

  /**
   * Returns one that begins now.
   *
   * @param time from now on; as good as without an end if it is longer than 100 years
   */
  public static Deadline after(Duration time) {
    if (time.compareTo(Duration.ofDays(36_500)) > 0) {
      return NONE;
    }
    return new Deadline(System.nanoTime() + time.toNanos(), time);
  }

  /** Whether it can be over at all. */
  boolean isFinite() {
    return this != NONE;
  }

  /** What is left of it; negative if it is over, and more than 100 years if it never is. */
  public long remainingNanos() {
    return isFinite() ? at - System.nanoTime() : NEVER;
  }

  /**
   * Returns if the work may go on.
   *
   * @throws HeadnoteException with code LIMIT_EXCEEDED if the time is over, or INTERRUPTED if this
   *     thread is interrupted, which it then still is
   */
  public void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    if (isFinite() && remainingNanos() < 0) {
      throw exceeded();
    }
  }

  /** The time that it began with, such as 0.0005 or 1800; 0 if it is never over. */
  public String seconds() {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
  }

  /** What work fails with whose time is over. */
  public HeadnoteException exceeded() {
    return new HeadnoteException(
        Code.LIMIT_EXCEEDED,
        "the article takes longer than "
            + seconds()
            + " seconds; divide it, or raise the limit of time");
  }

  /** What work fails with whose thread is interrupted. */
  public static HeadnoteException interrupted() {
    return new HeadnoteException(
        Code.INTERRUPTED, "interrupted; what was asked for was not finished");
  }
}
