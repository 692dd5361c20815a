package dev.headnote.salience;

import java.util.stream.Stream;

/**
 * Means and standard deviations of some inputs.
 *
 * @param means of each input
 * @param deviations of each input; 1 for one that never changes
 */
record Standardization(float[] means, float[] deviations) {

  /** Of all rows, each with as many inputs. */
  static Standardization of(Stream<float[]> rows, int size) {
    double[] sums = new double[size];
    double[] squares = new double[size];
    long[] count = new long[1];
    rows.forEachOrdered(
        row -> {
          count[0]++;
          for (int i = 0; i < size; i++) {
            sums[i] += row[i];
            squares[i] += (double) row[i] * row[i];
          }
        });
    // Of no rows all means are 0.
    double rowCount = Math.max(1, count[0]);
    float[] means = new float[size];
    float[] deviations = new float[size];
    for (int i = 0; i < size; i++) {
      double mean = sums[i] / rowCount;
      double deviation = Math.sqrt(Math.max(0, squares[i] / rowCount - mean * mean));
      means[i] = (float) mean;
      deviations[i] = deviation > 1e-6 ? (float) deviation : 1;
    }
    return new Standardization(means, deviations);
  }

  int size() {
    return means.length;
  }
}
