package dev.headnote.topic;

import java.util.Arrays;

/**
 * Vectors that hold a number for every dimension. The weights of a label lie side by side.
 *
 * @param vectors all of one length; must not change
 */
record DenseExamples(float[][] vectors) implements Examples {

  @Override
  public int size() {
    return vectors.length;
  }

  @Override
  public int dimensions() {
    return vectors[0].length;
  }

  @Override
  public void addProducts(int example, double[] weights, double[] ofLabels) {
    float[] vector = vectors[example];
    for (int label = 0; label < ofLabels.length; label++) {
      int from = label * vector.length;
      // Four sums, since one would wait for itself.
      double a = 0;
      double b = 0;
      double c = 0;
      double e = 0;
      int d = 0;
      for (; d + 4 <= vector.length; d += 4) {
        a += weights[from + d] * vector[d];
        b += weights[from + d + 1] * vector[d + 1];
        c += weights[from + d + 2] * vector[d + 2];
        e += weights[from + d + 3] * vector[d + 3];
      }
      for (; d < vector.length; d++) {
        a += weights[from + d] * vector[d];
      }
      ofLabels[label] += (a + b) + (c + e);
    }
  }

  @Override
  public void addMultiples(int example, double[] ofLabels, double[] weights) {
    float[] vector = vectors[example];
    for (int label = 0; label < ofLabels.length; label++) {
      double factor = ofLabels[label];
      int from = label * vector.length;
      for (int d = 0; d < vector.length; d++) {
        weights[from + d] += factor * vector[d];
      }
    }
  }

  @Override
  public int place(int label, int labels, int dimension) {
    return label * dimensions() + dimension;
  }

  /** The examples with these numbers, in this order. */
  DenseExamples subset(int[] places) {
    return new DenseExamples(
        Arrays.stream(places).mapToObj(i -> vectors[i]).toArray(float[][]::new));
  }
}
