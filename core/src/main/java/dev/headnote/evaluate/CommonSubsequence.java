package dev.headnote.evaluate;

import java.util.BitSet;

/**
 * Longest common subsequences of tokens. Of several that are equally long, it is the one that
 * rouge-score takes.
 */
final class CommonSubsequence {

  private CommonSubsequence() {}

  /**
   * The length of a longest common subsequence. Takes time in proportion to the lengths' product.
   */
  static int length(int[] a, int[] b) {
    int[] above = new int[b.length + 1];
    int[] row = new int[b.length + 1];
    for (int token : a) {
      for (int j = 1; j <= b.length; j++) {
        row[j] = token == b[j - 1] ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
      }
      int[] swapped = above;
      above = row;
      row = swapped;
    }
    return above[b.length];
  }

  /**
   * Marks the tokens of a longest common subsequence.
   *
   * @param reference the sequence that is marked
   * @param candidate the sequence that it is compared with
   * @param marked the tokens' positions in the reference are added to it
   */
  static void mark(int[] reference, int[] candidate, BitSet marked) {
    // A bit a cell, so that texts of many thousand words in one line fit the memory too.
    BitSet[] leftIsLonger = new BitSet[reference.length];
    int[] above = new int[candidate.length + 1];
    int[] row = new int[candidate.length + 1];
    for (int i = 0; i < reference.length; i++) {
      leftIsLonger[i] = new BitSet(candidate.length);
      for (int j = 1; j <= candidate.length; j++) {
        if (reference[i] == candidate[j - 1]) {
          row[j] = above[j - 1] + 1;
        } else if (row[j - 1] > above[j]) {
          row[j] = row[j - 1];
          leftIsLonger[i].set(j - 1);
        } else {
          row[j] = above[j];
        }
      }
      int[] swapped = above;
      above = row;
      row = swapped;
    }
    int i = reference.length - 1;
    int j = candidate.length - 1;
    while (i >= 0 && j >= 0) {
      if (reference[i] == candidate[j]) {
        marked.set(i--);
        j--;
      } else if (leftIsLonger[i].get(j)) {
        j--;
      } else {
        i--;
      }
    }
  }
}
