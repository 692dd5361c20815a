package dev.headnote.topic;

/** Arithmetic on vectors, in place where it returns none. Each sum is taken in order. */
final class DoubleVectors {

  private DoubleVectors() {}

  static double[] mean(double[][] vectors) {
    double[] mean = new double[vectors[0].length];
    for (double[] vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / vectors.length;
      }
    }
    return mean;
  }

  static void add(double[] sum, float[] vector, double weight) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += weight * vector[d];
    }
  }

  static void add(double[] sum, double[] vector, double weight) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += weight * vector[d];
    }
  }

  static void subtract(double[] vector, double[] other) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] -= other[d];
    }
  }

  /** Brings a vector to length 1 and returns the length that it had; that of zero counts as 1. */
  static double normalize(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (length == 0) {
      return 1;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
    return length;
  }

  /** The place of the largest number, of equal ones the first. */
  static int largest(double[] vector) {
    int best = 0;
    for (int d = 1; d < vector.length; d++) {
      best = vector[d] > vector[best] ? d : best;
    }
    return best;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
