package dev.headnote.topic;

/**
 * A vector for each of many labels, laid out so that their products with the vectors of an article
 * are found fast: one dimension of all labels after the other, so that the compiler takes several
 * labels at once. Each product still adds up its dimensions in their order, one by one, so it is
 * the same to the last bit as that of a simple loop. Immutable.
 */
final class LabelMatrix {

  /** The number of labels is filled up to a multiple of this with zeros. */
  private static final int LANES = 8;

  /** How many sums are added to in turns: they fit a core's second cache. */
  private static final int SUMS = 1 << 15;

  /** For each dimension the labels' numbers side by side. */
  private final double[][] rows;

  /**
   * @param vectors a vector for each label, all of one length
   */
  LabelMatrix(double[][] vectors) {
    rows = new double[vectors[0].length][(vectors.length + LANES - 1) / LANES * LANES];
    for (int d = 0; d < rows.length; d++) {
      for (int label = 0; label < vectors.length; label++) {
        rows[d][label] = vectors[label][d];
      }
    }
  }

  /**
   * Returns for each of the vectors its products with all labels' vectors; zeros may follow them.
   */
  double[][] products(double[][] vectors) {
    double[][] products = new double[vectors.length][rows[0].length];
    int together = Math.max(1, SUMS / rows[0].length);
    for (int from = 0; from < vectors.length; from += together) {
      multiply(vectors, from, Math.min(from + together, vectors.length), products);
    }
    return products;
  }

  /** Few dimensions are read for all the vectors before the next ones are. */
  private void multiply(double[][] vectors, int from, int to, double[][] products) {
    int d = 0;
    for (; d + 4 <= rows.length; d += 4) {
      for (int i = from; i < to; i++) {
        addFour(vectors[i], d, products[i]);
      }
    }
    for (; d < rows.length; d++) {
      for (int i = from; i < to; i++) {
        DoubleVectors.add(products[i], rows[d], vectors[i][d]);
      }
    }
  }

  /**
   * Four dimensions at a time, so that the sums are read and written a quarter as often. Each has
   * an array of its own: the compiler does not vectorise loads from several places of one.
   */
  private void addFour(double[] vector, int d, double[] sums) {
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
