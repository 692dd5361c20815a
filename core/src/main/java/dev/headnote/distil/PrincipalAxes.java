package dev.headnote.distil;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The directions in which vectors differ most: the leading eigenvectors of their products' sum, by
 * orthogonal iteration (Golub and Van Loan, Matrix Computations, section 8.2). Neighbouring axes of
 * nearly the same variance may be mixed, which moves nothing out of the space of both. Smile 2.6
 * has the decomposition only in native code, which would be one more to ship, and may sum in
 * another order on another machine. Immutable.
 */
final class PrincipalAxes {

  private static final int ITERATIONS = 40;

  /** The vectors are summed in so many parts, whatever the number of threads. */
  private static final int PARTS = 8;

  /** A remainder shorter than this share of its vector is taken for a rounding error. */
  private static final double ROUNDING = 1e-12;

  /** Orthogonal vectors of length 1, or 0 if there is no such direction; in order of variance. */
  private final float[][] axes;

  private final double[] variances;

  private PrincipalAxes(float[][] axes, double[] variances) {
    this.axes = axes;
    this.variances = variances;
  }

  /**
   * Finds the axes of vectors.
   *
   * @param vectors centred vectors, at least one; not changed
   * @param count how many axes, at most the vectors' dimensions. If the vectors differ in fewer
   *     directions, the others are zero
   * @param seed of where the iteration begins
   */
  static PrincipalAxes of(float[][] vectors, int count, long seed) {
    double[][] products = products(vectors);
    int dimensions = products.length;
    Random random = new Random(seed);
    double[][] found = new double[count][dimensions];
    for (double[] axis : found) {
      for (int d = 0; d < dimensions; d++) {
        axis[d] = random.nextGaussian();
      }
    }
    orthogonalize(found);
    for (int i = 0; i < ITERATIONS; i++) {
      double[][] before = found;
      double[][] after = new double[count][dimensions];
      IntStream.range(0, count)
          .parallel()
          .forEach(
              axis -> {
                for (int row = 0; row < dimensions; row++) {
                  add(after[axis], before[axis][row], products[row]);
                }
              });
      orthogonalize(after);
      found = after;
    }
    float[][] axes = new float[count][dimensions];
    double[] variances = new double[count];
    for (int axis = 0; axis < count; axis++) {
      for (int row = 0; row < dimensions; row++) {
        axes[axis][row] = (float) found[axis][row];
        variances[axis] += found[axis][row] * dot(products[row], found[axis]) / vectors.length;
      }
    }
    return new PrincipalAxes(axes, variances);
  }

  /** How much the vectors differ along each axis: the mean of their squared coordinates. */
  double[] variances() {
    return variances.clone();
  }

  /** The sum of the vectors' products with themselves, in a fixed order of additions. */
  private static double[][] products(float[][] vectors) {
    int dimensions = vectors[0].length;
    double[][][] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(
                part -> {
                  double[][] sum = new double[dimensions][dimensions];
                  for (int i = part; i < vectors.length; i += PARTS) {
                    for (int row = 0; row < dimensions; row++) {
                      add(sum[row], vectors[i][row], vectors[i]);
                    }
                  }
                  return sum;
                })
            .toArray(double[][][]::new);
    for (int part = 1; part < PARTS; part++) {
      for (int row = 0; row < dimensions; row++) {
        add(parts[0][row], 1, parts[part][row]);
      }
    }
    return parts[0];
  }

  /** Replaces each vector by its coordinates on the axes. */
  void project(float[][] vectors) {
    int dimensions = axes[0].length;
    float[][] columns = new float[dimensions][axes.length];
    for (int d = 0; d < dimensions; d++) {
      for (int axis = 0; axis < axes.length; axis++) {
        columns[d][axis] = axes[axis][d];
      }
    }
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(
            i -> {
              double[] sums = new double[axes.length];
              for (int d = 0; d < dimensions; d++) {
                add(sums, vectors[i][d], columns[d]);
              }
              vectors[i] = new float[axes.length];
              for (int axis = 0; axis < axes.length; axis++) {
                vectors[i][axis] = (float) sums[axis];
              }
            });
  }

  /**
   * Gram and Schmidt's method, twice, since once leaves rounding errors. A vector in the space of
   * those before it becomes zero.
   */
  private static void orthogonalize(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      double before = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int round = 0; round < 2; round++) {
        for (int j = 0; j < i; j++) {
          add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j]);
        }
      }
      double length = Math.sqrt(dot(vectors[i], vectors[i]));
      boolean isNone = length <= ROUNDING * before;
      for (int d = 0; d < vectors[i].length; d++) {
        vectors[i][d] = isNone ? 0 : vectors[i][d] / length;
      }
    }
  }

  private static void add(double[] sum, double factor, double[] vector) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += factor * vector[d];
    }
  }

  private static void add(double[] sum, double factor, float[] vector) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += factor * vector[d];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
