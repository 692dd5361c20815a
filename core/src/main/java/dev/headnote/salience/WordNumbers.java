package dev.headnote.salience;

import java.util.SplittableRandom;

/** Numbers words from 0 on in the order in which they come. Not safe for use by several threads. */
final class WordNumbers {

  /** Marks a word that has no number. */
  static final int UNKNOWN = -1;

  /** Another in each process, so that nobody can write words that all lead to one place. */
  private static final long MIX = new SplittableRandom().nextLong() | 1;

  private long[] hashes = new long[1024];

  /** Of the word in the same place the number + 1; 0 where the place is free. */
  private int[] numbers = new int[hashes.length];

  private int size;

  /**
   * Returns a word's number, a new one if it has none.
   *
   * @param hash of {@link WordHash}
   */
  int add(long hash) {
    int place = place(hash);
    if (numbers[place] == 0) {
      if (2 * size >= hashes.length) {
        grow();
        place = place(hash);
      }
      hashes[place] = hash;
      numbers[place] = ++size;
    }
    return numbers[place] - 1;
  }

  /** Returns a word's number, or {@link #UNKNOWN}. */
  int find(long hash) {
    return numbers[place(hash)] - 1;
  }

  /** Where a word stands, or would be put: the highest bits, which all others move, lead there. */
  private int place(long hash) {
    int place = (int) ((hash * MIX) >>> Long.numberOfLeadingZeros(hashes.length - 1L));
    while (numbers[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & (hashes.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[2 * oldHashes.length];
    numbers = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldNumbers[i] != 0) {
        int place = place(oldHashes[i]);
        hashes[place] = oldHashes[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }
}
