package dev.headnote.evaluate;

/**
 * Counts what a growing candidate has in common with a reference: each n-gram as often as the one
 * that has it less often. For one thread.
 */
final class SharedNgrams {

  /** How often each n-gram of the reference is still without its like in the candidate. */
  private final int[] left;

  private final int wanted;
  private int given;
  private int shared;

  /**
   * @param reference n-grams by number
   * @param size above all numbers of the reference and the candidate
   */
  SharedNgrams(int[] reference, int size) {
    left = new int[size];
    wanted = reference.length;
    for (int ngram : reference) {
      left[ngram]++;
    }
  }

  /** Adds n-grams to the candidate. */
  void add(int[] more) {
    given += more.length;
    shared += take(more);
  }

  /** What the score would be if these were added. */
  Rouge.Score scoreWith(int[] more) {
    int taken = take(more);
    for (int ngram : more) {
      left[ngram]++;
    }
    return Rouge.Score.of(shared + taken, given + more.length, wanted);
  }

  /** Takes each; below 0 are those that the reference doesn't have, or not so often. */
  private int take(int[] more) {
    int taken = 0;
    for (int ngram : more) {
      taken += left[ngram]-- > 0 ? 1 : 0;
    }
    return taken;
  }
}
