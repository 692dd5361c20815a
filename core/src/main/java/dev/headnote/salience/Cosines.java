package dev.headnote.salience;

import org.jspecify.annotations.Nullable;

/**
 * How near each sentence is to some others of its article. Each measure is standardised over the
 * article's sentences, so that encoders that spread texts differently give about the same.
 *
 * @param centroid to the mean of all sentences (Radev et al. 2004)
 * @param first to the first sentence
 * @param title to the title; 0 for all if there is none
 * @param hasTitle whether there is a title
 * @param neighbours how much nearer neighbours are than all pairs of sentences, in deviations of
 *     pairs that stand far apart; 0 for fewer than four sentences
 */
record Cosines(float[] centroid, float[] first, float[] title, boolean hasTitle, float neighbours) {

  /** Fewer sentences have no pairs that stand far apart. */
  private static final int LEAST_SENTENCES = 4;

  private static final double LEAST_DEVIATION = 1e-2;

  /**
   * @param vectors of length 1, one for each sentence
   * @param title of length 1, or null
   */
  static Cosines of(float[][] vectors, float @Nullable [] title) {
    if (vectors.length == 0) {
      return new Cosines(new float[0], new float[0], new float[0], title != null, 0);
    }
    float[] sum = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += vector[d];
      }
    }
    float[] toAll = dots(vectors, sum);
    return new Cosines(
        standardized(toAll),
        standardized(dots(vectors, vectors[0])),
        title == null ? new float[vectors.length] : standardized(dots(vectors, title)),
        title != null,
        neighbours(vectors, toAll));
  }

  /**
   * @param toAll each vector's dot product with the sum of all
   */
  private static float neighbours(float[][] vectors, float[] toAll) {
    int size = vectors.length;
    if (size < LEAST_SENTENCES) {
      return 0;
    }
    double all = 0;
    for (float dot : toAll) {
      // Less the product with itself, which is 1.
      all += dot - 1;
    }
    all /= size * (size - 1.0);
    double near = 0;
    for (int i = 1; i < size; i++) {
      near += dot(vectors[i - 1], vectors[i]) / (size - 1.0);
    }
    int apart = size / 2;
    double squares = 0;
    for (int i = apart; i < size; i++) {
      squares += Math.pow(dot(vectors[i - apart], vectors[i]) - all, 2) / (size - apart);
    }
    return (float) ((near - all) / Math.max(LEAST_DEVIATION, Math.sqrt(squares)));
  }

  private static float[] dots(float[][] vectors, float[] other) {
    float[] dots = new float[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      dots[i] = dot(vectors[i], other);
    }
    return dots;
  }

  /** Adds up in four parts, which a processor does at once. */
  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < a.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    for (; d < a.length; d++) {
      s0 += a[d] * b[d];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Moves the values to mean 0 and scales them to deviation 1; all 0 if they hardly differ. */
  static float[] standardized(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    float[] standardized = new float[values.length];
    if (deviation > 1e-5 * Math.max(1, Math.abs(mean))) {
      for (int i = 0; i < values.length; i++) {
        standardized[i] = (float) ((values[i] - mean) / deviation);
      }
    }
    return standardized;
  }
}
