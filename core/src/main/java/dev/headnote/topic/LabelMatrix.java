package dev.headnote.topic;

/**
 * A vector for each of many labels, laid out so that their products with the vectors of an article
 * are found fast: one dimension of all labels after the other, so that the compiler takes several
 * labels at once. Each product still adds up its dimensions in their order, one by one, so it is
 * the same to the last bit as that of a simple loop over floats. Immutable.
 */
final class LabelMatrix {

  /** The number of labels is filled up to a multiple of this with zeros. */
  private static final int LANES = 8;

  /** How many sums are added to in turns: they fit a core's second cache. */
  private static final int SUMS = 1 << 16;

  /** For each dimension the labels' numbers side by side. */
  private final float[][] rows;

  /**
   * @param vectors a vector for each label, all of one length
   */
  LabelMatrix(double[][] vectors) {
    rows = new float[vectors[0].length][(vectors.length + LANES - 1) / LANES * LANES];
    for (int d = 0; d < rows.length; d++) {
      for (int label = 0; label < vectors.length; label++) {
        rows[d][label] = (float) vectors[label][d];
      }
    }
  }

  /**
   * Returns for each of the vectors its products with all labels' vectors, as exact as floats are;
   * zeros may follow them.
   */
  double[][] products(double[][] vectors) {
    float[][] sums = new float[vectors.length][rows[0].length];
    int together = Math.max(1, SUMS / rows[0].length);
    for (int from = 0; from < vectors.length; from += together) {
      multiply(vectors, from, Math.min(from + together, vectors.length), sums);
    }
    double[][] products = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      products[i] = DoubleVectors.toDoubles(sums[i]);
    }
    return products;
  }

  /** Few dimensions are read for all the vectors before the next ones are. */
  private void multiply(double[][] vectors, int from, int to, float[][] sums) {
    int d = 0;
    for (; d + 4 <= rows.length; d += 4) {
      for (int i = from; i < to; i++) {
        addFour(vectors[i], d, sums[i]);
      }
    }
    for (; d < rows.length; d++) {
      for (int i = from; i < to; i++) {
        addOne(vectors[i], d, sums[i]);
      }
    }
  }

  /**
   * Four dimensions at a time, so that the sums are read and written a quarter as often. Each has
   * an array of its own: the compiler does not vectorise loads from several places of one.
   */
  private void addFour(double[] vector, int d, float[] sums) {
    float[] a0 = rows[d];
    float[] a1 = rows[d + 1];
    float[] a2 = rows[d + 2];
    float[] a3 = rows[d + 3];
    float x0 = (float) vector[d];
    float x1 = (float) vector[d + 1];
    float x2 = (float) vector[d + 2];
    float x3 = (float) vector[d + 3];
    for (int j = 0; j < sums.length; j++) {
      sums[j] = (((sums[j] + a0[j] * x0) + a1[j] * x1) + a2[j] * x2) + a3[j] * x3;
    }
  }

  private void addOne(double[] vector, int d, float[] sums) {
    float[] a = rows[d];
    float x = (float) vector[d];
    for (int j = 0; j < sums.length; j++) {
      sums[j] += a[j] * x;
    }
  }
}
