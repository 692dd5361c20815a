package dev.headnote.encode;

import java.util.Arrays;
import java.util.List;

/**
 * Windows laid out for a GPU: what {@code forward_padded} of the plain module takes. Linear layers
 * see the tokens one after the other; attention sees rows, in which each window is padded to the
 * length of its bucket. The bucket of a window depends on its own length alone. Immutable by
 * convention: nothing writes to the arrays.
 *
 * @param plan for each token its id, its position and its row; for each row the token in it; and
 *     the length of each window
 * @param tokens the number of tokens
 * @param padded for each bucket the number of its windows and the length that they are padded to
 */
record PaddedPack(long[] plan, int tokens, long[] padded) {

  /** Shorter windows are padded to this. */
  private static final int SHORTEST = 16;

  /**
   * Lays out windows.
   *
   * @param windows token ids of each, in order of length, none empty
   */
  static PaddedPack of(List<long[]> windows) {
    int tokens = 0;
    int rows = 0;
    int buckets = 0;
    long[] padded = new long[2 * windows.size()];
    for (long[] window : windows) {
      int length = paddedLength(window.length);
      if (buckets == 0 || padded[2 * buckets - 1] != length) {
        buckets++;
        padded[2 * buckets - 1] = length;
      }
      padded[2 * buckets - 2]++;
      tokens += window.length;
      rows += length;
    }
    long[] plan = new long[3 * tokens + rows + windows.size()];
    int token = 0;
    int row = 0;
    for (int i = 0; i < windows.size(); i++) {
      long[] window = windows.get(i);
      int length = paddedLength(window.length);
      System.arraycopy(window, 0, plan, token, window.length);
      for (int position = 0; position < length; position++) {
        if (position < window.length) {
          plan[tokens + token + position] = position;
          plan[2 * tokens + token + position] = (long) row + position;
        }
        plan[3 * tokens + row + position] = (long) token + Math.min(position, window.length - 1);
      }
      plan[3 * tokens + rows + i] = window.length;
      token += window.length;
      row += length;
    }
    return new PaddedPack(plan, tokens, Arrays.copyOf(padded, 2 * buckets));
  }

  /**
   * The length that a window is padded to: 16, 32, 48, 64, 96, 128, 192 and so on. At most a third
   * of the rows of a window over 32 tokens is padding, and there are few buckets.
   */
  static int paddedLength(int length) {
    if (length <= SHORTEST) {
      return SHORTEST;
    }
    int power = Integer.highestOneBit(length - 1);
    int between = power + power / 2;
    return power > SHORTEST && length <= between ? between : 2 * power;
  }

  /** The number of windows. */
  int windows() {
    int windows = 0;
    for (int bucket = 0; bucket < padded.length; bucket += 2) {
      windows += (int) padded[bucket];
    }
    return windows;
  }
}
