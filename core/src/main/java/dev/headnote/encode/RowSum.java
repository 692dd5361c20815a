package dev.headnote.encode;

import java.util.Arrays;

/**
 * The sum of rows of a table. It adds integers, the rows' numbers times 16-bit weights, so it is
 * exact and the same in any order. Not safe for use by several threads.
 */
final class RowSum {

  /** So many products of a signed byte and a weight fit 32 bits. */
  private static final int MOST =
      (int) ((1L << 31) / (-(long) Byte.MIN_VALUE * StaticTable.LARGEST_WEIGHT));

  private final StaticTable table;

  /** The row being added, as {@link StaticTable#copyRow} gives it. */
  private final int[] row;

  /** The sums of each four's first numbers, of their second numbers and so on. */
  private final int[][] sums;

  /** How many rows they hold. */
  private int held;

  /** The sum of the rows before those. */
  private final double[] totals;

  RowSum(StaticTable table) {
    this.table = table;
    this.row = new int[table.quadsPerRow()];
    this.sums = new int[4][table.quadsPerRow()];
    this.totals = new double[4 * table.quadsPerRow()];
  }

  void add(int number) {
    if (held == MOST) {
      carry();
    }
    table.copyRow(number, row);
    addRow(row, table.weight(number), sums[0], sums[1], sums[2], sums[3]);
    held++;
  }

  /**
   * Adds a row to sums. Java's compiler makes vectors of this loop, and only where all arrays have
   * the same index: so the row is a copy of its part of the table.
   */
  private static void addRow(
      int[] row, int weight, int[] first, int[] second, int[] third, int[] fourth) {
    for (int i = 0; i < first.length; i++) {
      first[i] += (row[i] << 24 >> 24) * weight;
      second[i] += (row[i] << 16 >> 24) * weight;
      third[i] += (row[i] << 8 >> 24) * weight;
      fourth[i] += (row[i] >> 24) * weight;
    }
  }

  /**
   * Adds the sums to the totals, and begins new ones. Returns the sum of the totals' squares, each
   * of which has to wait for the one before: meanwhile the processor does the rest.
   */
  private double carry() {
    int[] first = sums[0];
    int[] second = sums[1];
    int[] third = sums[2];
    int[] fourth = sums[3];
    double squares = 0;
    for (int i = 0; i < first.length; i++) {
      double total0 = totals[4 * i] + first[i];
      double total1 = totals[4 * i + 1] + second[i];
      double total2 = totals[4 * i + 2] + third[i];
      double total3 = totals[4 * i + 3] + fourth[i];
      totals[4 * i] = total0;
      totals[4 * i + 1] = total1;
      totals[4 * i + 2] = total2;
      totals[4 * i + 3] = total3;
      squares += total0 * total0;
      squares += total1 * total1;
      squares += total2 * total2;
      squares += total3 * total3;
    }
    for (int[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    held = 0;
    return squares;
  }

  /** Returns the sum at length 1, and begins anew. */
  float[] take() {
    double squares = carry();
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
