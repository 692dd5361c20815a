package dev.headnote.distil;

import dev.headnote.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Finds token vectors whose means over texts come near the texts' own vectors, and which stay near
 * what is known of the tokens without the texts: the minimum of the sum of squared differences from
 * the texts plus {@code pull} times that from the prior.
 *
 * <p>The normal equations are solved by conjugate gradients (Hestenes and Stiefel 1952), with the
 * diagonal as preconditioner, for each dimension on its own. Threads share out blocks of
 * dimensions, so the result does not depend on their number. Immutable.
 */
final class RidgeRegression {

  /** How many dimensions a thread works on. With fewer, a core's cache holds more tokens. */
  private static final int BLOCK = 64;

  /** The least divisor: in a column that is solved both numbers of a ratio are zero. */
  private static final float TINY = 1e-30f;

  private final TokenMeans means;
  private final float pull;
  private final int steps;
  private final float[] inverseDiagonal;

  /**
   * @param means the texts
   * @param pull the weight of the prior; positive
   * @param steps how many steps of conjugate gradients to take
   */
  RidgeRegression(TokenMeans means, float pull, int steps) {
    this.means = means;
    this.pull = pull;
    this.steps = steps;
    this.inverseDiagonal = means.squaredShares();
    for (int token = 0; token < inverseDiagonal.length; token++) {
      inverseDiagonal[token] = 1 / (inverseDiagonal[token] + pull);
    }
  }

  /**
   * Returns the tokens' vectors.
   *
   * @param targets a vector for each text; not changed
   * @param prior a vector for each token, of as many dimensions; not changed
   * @param progress is told of each step in each block of dimensions
   */
  float[][] solve(float[][] targets, float[][] prior, Progress progress) {
    int dimensions = prior[0].length;
    float[][] solution = new float[prior.length][dimensions];
    int blocks = (dimensions + BLOCK - 1) / BLOCK;
    AtomicInteger done = new AtomicInteger();
    Runnable step =
        () -> {
          synchronized (done) {
            progress.at("regression", done.incrementAndGet(), (long) steps * blocks);
          }
        };
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int from = block * BLOCK;
              int width = Math.min(BLOCK, dimensions - from);
              float[][] part = columns(prior, from, width);
              solveBlock(columns(targets, from, width), part, step);
              for (int token = 0; token < part.length; token++) {
                System.arraycopy(part[token], 0, solution[token], from, width);
              }
            });
    return solution;
  }

  private static float[][] columns(float[][] matrix, int from, int width) {
    float[][] part = new float[matrix.length][width];
    for (int row = 0; row < matrix.length; row++) {
      System.arraycopy(matrix[row], from, part[row], 0, width);
    }
    return part;
  }

  /**
   * Conjugate gradients in all of the columns at once.
   *
   * @param solution the prior, which is moved to what is found
   */
  private void solveBlock(float[][] targets, float[][] solution, Runnable afterStep) {
    int width = solution[0].length;
    int tokens = solution.length;
    float[][] residual = residual(targets, solution);
    float[][] direction = new float[tokens][width];
    float[][] product = new float[tokens][width];
    double[] size = new double[width];
    for (int token = 0; token < tokens; token++) {
      for (int d = 0; d < width; d++) {
        direction[token][d] = residual[token][d] * inverseDiagonal[token];
        size[d] += (double) residual[token][d] * direction[token][d];
      }
    }
    for (int step = 0; step < steps; step++) {
      multiply(direction, product);
      double[] along = new double[width];
      for (int token = 0; token < tokens; token++) {
        for (int d = 0; d < width; d++) {
          along[d] += (double) direction[token][d] * product[token][d];
        }
      }
      float[] length = ratio(size, along);
      double[] newSize = new double[width];
      for (int token = 0; token < tokens; token++) {
        for (int d = 0; d < width; d++) {
          solution[token][d] += length[d] * direction[token][d];
          residual[token][d] -= length[d] * product[token][d];
          newSize[d] += (double) residual[token][d] * residual[token][d] * inverseDiagonal[token];
        }
      }
      float[] keep = ratio(newSize, size);
      for (int token = 0; token < tokens; token++) {
        for (int d = 0; d < width; d++) {
          direction[token][d] =
              residual[token][d] * inverseDiagonal[token] + keep[d] * direction[token][d];
        }
      }
      size = newSize;
      afterStep.run();
    }
  }

  /** What is left of the normal equations' right side at the prior. */
  private float[][] residual(float[][] targets, float[][] prior) {
    float[][] residual = new float[prior.length][prior[0].length];
    float[] difference = new float[prior[0].length];
    for (int text = 0; text < means.texts(); text++) {
      means.mean(text, prior, difference);
      for (int d = 0; d < difference.length; d++) {
        difference[d] = targets[text][d] - difference[d];
      }
      means.spread(text, difference, residual);
    }
    return residual;
  }

  /** Sets {@code product} to the normal equations' matrix times the direction. */
  private void multiply(float[][] direction, float[][] product) {
    float[] mean = new float[direction[0].length];
    for (int token = 0; token < product.length; token++) {
      for (int d = 0; d < mean.length; d++) {
        product[token][d] = pull * direction[token][d];
      }
    }
    for (int text = 0; text < means.texts(); text++) {
      means.mean(text, direction, mean);
      means.spread(text, mean, product);
    }
  }

  private static float[] ratio(double[] numerators, double[] denominators) {
    float[] ratios = new float[numerators.length];
    for (int d = 0; d < ratios.length; d++) {
      ratios[d] = (float) (numerators[d] / Math.max(TINY, denominators[d]));
    }
    return ratios;
  }
}
