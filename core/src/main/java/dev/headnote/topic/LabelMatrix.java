package dev.headnote.topic;

import java.util.Arrays;

/**
 * A vector for each of many labels, laid out so that the products of one vector with all of them
 * are found fast: in tiles of labels that fit the cache, and in each tile one dimension of all its
 * labels after the other, so that the compiler takes several labels at once. Each product still
 * adds up its dimensions in their order, one by one, so it is the same to the last bit as that of a
 * simple loop. Immutable.
 */
final class LabelMatrix {

  /** The most labels that a tile holds. */
  private static final int WIDTH = 128;

  /** The last tile is filled up to a multiple of this with zeros. */
  private static final int LANES = 8;

  private final int dimensions;

  /** For each tile and dimension, the labels' numbers side by side. */
  private final double[][][] tiles;

  /**
   * @param vectors a vector for each label, all of one length
   */
  LabelMatrix(double[][] vectors) {
    dimensions = vectors[0].length;
    tiles = new double[(vectors.length + WIDTH - 1) / WIDTH][dimensions][];
    for (int tile = 0; tile < tiles.length; tile++) {
      int from = tile * WIDTH;
      int labels = Math.min(WIDTH, vectors.length - from);
      int width = (labels + LANES - 1) / LANES * LANES;
      for (int d = 0; d < dimensions; d++) {
        tiles[tile][d] = new double[width];
        for (int j = 0; j < labels; j++) {
          tiles[tile][d][j] = vectors[from + j][d];
        }
      }
    }
  }

  /**
   * Returns for each of the vectors its products with all labels' vectors; zeros may follow them.
   * Each tile is multiplied by all vectors before the next one is read.
   */
  double[][] products(double[][] vectors) {
    double[][] products = new double[vectors.length][];
    int last = tiles.length - 1;
    for (int i = 0; i < vectors.length; i++) {
      products[i] = new double[last * WIDTH + tiles[last][0].length];
    }
    double[] sums = new double[WIDTH];
    for (int tile = 0; tile <= last; tile++) {
      int width = tiles[tile][0].length;
      sums = width == sums.length ? sums : new double[width];
      for (int i = 0; i < vectors.length; i++) {
        Arrays.fill(sums, 0);
        addProducts(tiles[tile], vectors[i], sums);
        System.arraycopy(sums, 0, products[i], tile * WIDTH, width);
      }
    }
    return products;
  }

  private void addProducts(double[][] rows, double[] vector, double[] sums) {
    int d = 0;
    for (; d + 4 <= dimensions; d += 4) {
      addFour(rows, vector, d, sums);
    }
    for (; d < dimensions; d++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += rows[d][j] * vector[d];
      }
    }
  }

  /**
   * Four dimensions at a time, so that the sums are read and written a quarter as often. Each has
   * an array of its own: the compiler does not vectorise loads from several places of one.
   */
  private static void addFour(double[][] rows, double[] vector, int d, double[] sums) {
    double[] a0 = rows[d];
    double[] a1 = rows[d + 1];
    double[] a2 = rows[d + 2];
    double[] a3 = rows[d + 3];
    double x0 = vector[d];
    double x1 = vector[d + 1];
    double x2 = vector[d + 2];
    double x3 = vector[d + 3];
    for (int j = 0; j < sums.length; j++) {
      sums[j] = (((sums[j] + a0[j] * x0) + a1[j] * x1) + a2[j] * x2) + a3[j] * x3;
    }
  }
}
