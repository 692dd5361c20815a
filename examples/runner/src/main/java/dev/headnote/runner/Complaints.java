package dev.headnote.runner;

/**
 * Counts what can't be used and tells the user of the first few, as a wrong option may spoil all.
 * Safe for use by several threads.
 */
final class Complaints {

  private static final int MOST_TOLD = 10;

  private final Terminal terminal;
  private long count;

  Complaints(Terminal terminal) {
    this.terminal = terminal;
  }

  synchronized void add(Item.Failed failed) {
    count++;
    if (count <= MOST_TOLD) {
      terminal.complain(failed.message());
    }
  }

  synchronized long count() {
    return count;
  }

  /**
   * Tells how much could not be used, if anything.
   *
   * @param used how much could
   */
  synchronized void conclude(long used) {
    if (count > 0) {
      terminal.complain("passed over " + count + " of " + (used + count) + " inputs");
    }
  }
}
