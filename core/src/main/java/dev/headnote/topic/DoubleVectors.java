package dev.headnote.topic;

/**
 * Arithmetic on vectors. A method that returns nothing changes its first argument. Each sum is
 * taken in the order of the dimensions.
 */
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

  /** Adds a vector, multiplied by its weight. */
  static void add(double[] sum, float[] vector, double weight) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += weight * vector[d];
    }
  }

  /** Adds a vector, multiplied by its weight. */
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

  /**
   * Brings a vector to length 1. A vector of zeros stays as it is.
   *
   * @return the length that it had; 1 for a vector of zeros
   */
  static double normalize(double[] vector) {
    return divide(vector, Math.sqrt(dot(vector, vector)));
  }

  /**
   * Brings four vectors of as many dimensions to length 1, each as if alone: a sum in one order has
   * to wait for each addition, and the processor adds to the others meanwhile.
   */
  static void normalize(double[] a, double[] b, double[] c, double[] d) {
    double squaresOfA = 0;
    double squaresOfB = 0;
    double squaresOfC = 0;
    double squaresOfD = 0;
    for (int i = 0; i < a.length; i++) {
      squaresOfA += a[i] * a[i];
      squaresOfB += b[i] * b[i];
      squaresOfC += c[i] * c[i];
      squaresOfD += d[i] * d[i];
    }
    divide(a, Math.sqrt(squaresOfA));
    divide(b, Math.sqrt(squaresOfB));
    divide(c, Math.sqrt(squaresOfC));
    divide(d, Math.sqrt(squaresOfD));
  }

  private static double divide(double[] vector, double length) {
    if (length == 0) {
      return 1;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
    return length;
  }

  /** The index of the largest number; the first of several equal ones. */
  static int largest(double[] vector) {
    int best = 0;
    for (int d = 1; d < vector.length; d++) {
      best = vector[d] > vector[best] ? d : best;
    }
    return best;
  }

  /** Rounds each number to the nearest float. */
  static float[] toFloats(double[] vector) {
    float[] floats = new float[vector.length];
    for (int d = 0; d < floats.length; d++) {
      floats[d] = (float) vector[d];
    }
    return floats;
  }

  /** Widens each number. */
  static double[] toDoubles(float[] vector) {
    double[] doubles = new double[vector.length];
    for (int d = 0; d < doubles.length; d++) {
      doubles[d] = vector[d];
    }
    return doubles;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
