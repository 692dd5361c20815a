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

  /** How many labels a tile holds; the last is filled up with zeros. */
  static final int WIDTH = 64;

  private final int dimensions;
  private final double[][] tiles;

  /**
   * @param vectors a vector for each label, all of one length
   */
  LabelMatrix(double[][] vectors) {
    dimensions = vectors[0].length;
    tiles = new double[(vectors.length + WIDTH - 1) / WIDTH][dimensions * WIDTH];
    for (int label = 0; label < vectors.length; label++) {
      double[] tile = tiles[label / WIDTH];
      for (int d = 0; d < dimensions; d++) {
        tile[d * WIDTH + label % WIDTH] = vectors[label][d];
      }
    }
  }

  /** The number of tiles; tile t holds the labels from t * WIDTH on. */
  int tiles() {
    return tiles.length;
  }

  /** Returns the products of a vector with all labels' vectors; what follows them is zero. */
  double[] products(double[] vector) {
    double[] products = new double[tiles.length * WIDTH];
    double[] sums = new double[WIDTH];
    for (int tile = 0; tile < tiles.length; tile++) {
      Arrays.fill(sums, 0);
      addProducts(tile, vector, sums);
      System.arraycopy(sums, 0, products, tile * WIDTH, WIDTH);
    }
    return products;
  }

  /** Adds the products of a vector with a tile's labels to what stands in sums, WIDTH numbers. */
  void addProducts(int tile, double[] vector, double[] sums) {
    double[] rows = tiles[tile];
    int d = 0;
    for (; d + 4 <= dimensions; d += 4) {
      double x0 = vector[d];
      double x1 = vector[d + 1];
      double x2 = vector[d + 2];
      double x3 = vector[d + 3];
      int at = d * WIDTH;
      for (int j = 0; j < WIDTH; j++) {
        double sum = sums[j] + rows[at + j] * x0;
        sum += rows[at + WIDTH + j] * x1;
        sum += rows[at + 2 * WIDTH + j] * x2;
        sums[j] = sum + rows[at + 3 * WIDTH + j] * x3;
      }
    }
    for (; d < dimensions; d++) {
      for (int j = 0; j < WIDTH; j++) {
        sums[j] += rows[d * WIDTH + j] * vector[d];
      }
    }
  }
}
