package dev.headnote.encode;

import java.util.Arrays;

/**
 * The sum of rows of a table. It adds integers, the rows' numbers times 16-bit weights, so it is
 * exact and the same in any order; and two at once, which is faster than floats, which bytes must
 * be changed to one by one. Not safe for use by several threads.
 */
final class RowSum {

  /** So many products of an unsigned byte and a weight fit 32 bits. */
  private static final int MOST = (int) ((1L << 32) / (255L * StaticTable.LARGEST_WEIGHT));

  private final StaticTable table;

  /** See {@link StaticTable#addRow}. */
  private final long[][] sums;

  /** How many rows they hold. */
  private int held;

  /** How much too large each is for the 128 that was added to its numbers. */
  private long excess;

  /** The sum of the rows before those. */
  private final double[] totals;

  RowSum(StaticTable table) {
    this.table = table;
    this.sums = new long[4][table.octetsPerRow()];
    this.totals = new double[8 * table.octetsPerRow()];
  }

  void add(int row) {
    if (held == MOST) {
      carry();
    }
    excess += 128L * table.addRow(row, sums[0], sums[1], sums[2], sums[3]);
    held++;
  }

  private void carry() {
    for (int place = 0; place < sums.length; place++) {
      for (int i = 0; i < sums[place].length; i++) {
        long both = sums[place][i];
        totals[8 * i + place] += (both & 0xFFFFFFFFL) - excess;
        totals[8 * i + place + 4] += (both >>> 32) - excess;
      }
      Arrays.fill(sums[place], 0);
    }
    held = 0;
    excess = 0;
  }

  /** Returns the sum at length 1, and begins anew. */
  float[] take() {
    carry();
    double squares = 0;
    for (double value : totals) {
      squares += value * value;
    }
    float[] vector = new float[table.dimensions()];
    if (squares == 0) {
      // Rows that are zero or cancel out: any direction will do, so long as it is always the same.
      vector[0] = 1;
      return vector;
    }
    double scale = 1 / Math.sqrt(squares);
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) (scale * totals[d]);
    }
    Arrays.fill(totals, 0);
    return vector;
  }
}
