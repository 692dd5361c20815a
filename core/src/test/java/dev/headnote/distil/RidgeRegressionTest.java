package dev.headnote.distil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Conjugate gradients come to the solution in closed form. */
class RidgeRegressionTest {

  private static final int TOKENS = 20;
  private static final int DIMENSIONS = 70;
  private static final float PULL = 0.3f;
  private static final int STEPS = 15;

  @Test
  void comesToTheClosedForm() {
    Random random = new Random(7);
    List<int[]> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(random.ints(1 + random.nextInt(9), 0, TOKENS).toArray());
    }
    texts.add(new int[0]);
    float[][] targets = matrix(texts.size(), random);
    float[][] prior = matrix(TOKENS, random);
    List<Long> progress = new ArrayList<>();

    float[][] solution =
        new RidgeRegression(new TokenMeans(texts, TOKENS), PULL, STEPS)
            .solve(
                targets,
                prior,
                (stage, done, total) -> {
                  assertThat(total).isEqualTo(2 * STEPS);
                  progress.add(done);
                });

    double[][] expected = closedForm(texts, targets, prior);
    for (int token = 0; token < TOKENS; token++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        assertThat((double) solution[token][d]).isCloseTo(expected[token][d], within(1e-4));
      }
    }
    assertThat(progress)
        .as("of two blocks of dimensions")
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2 * STEPS).boxed().toList());
  }

  /** The solution of (X'X + pull) E = X'Y + pull P by elimination, with X in full. */
  private static double[][] closedForm(List<int[]> texts, float[][] targets, float[][] prior) {
    double[][] equations = new double[TOKENS][TOKENS + DIMENSIONS];
    for (int token = 0; token < TOKENS; token++) {
      equations[token][token] = PULL;
      for (int d = 0; d < DIMENSIONS; d++) {
        equations[token][TOKENS + d] = PULL * prior[token][d];
      }
    }
    for (int text = 0; text < texts.size(); text++) {
      int[] tokens = texts.get(text);
      for (int row : tokens) {
        double share = 1.0 / tokens.length;
        for (int column : tokens) {
          equations[row][column] += share * share;
        }
        for (int d = 0; d < DIMENSIONS; d++) {
          equations[row][TOKENS + d] += share * targets[text][d];
        }
      }
    }
    // The matrix is positive definite, so the diagonal never vanishes.
    for (int pivot = 0; pivot < TOKENS; pivot++) {
      for (int row = 0; row < TOKENS; row++) {
        double factor = equations[row][pivot] / equations[pivot][pivot];
        for (int column = pivot; row != pivot && column < TOKENS + DIMENSIONS; column++) {
          equations[row][column] -= factor * equations[pivot][column];
        }
      }
    }
    double[][] solution = new double[TOKENS][DIMENSIONS];
    for (int token = 0; token < TOKENS; token++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        solution[token][d] = equations[token][TOKENS + d] / equations[token][token];
      }
    }
    return solution;
  }

  @Test
  void countsATokensShareOfAText() {
    TokenMeans means = new TokenMeans(List.of(new int[] {2, 0, 2, 2}), 3);
    float[] mean = new float[1];

    means.mean(0, new float[][] {{4}, {100}, {8}}, mean);
    float[][] spread = new float[3][1];
    means.spread(0, new float[] {1}, spread);

    assertThat(mean[0]).isEqualTo(7);
    assertThat(spread).isDeepEqualTo(new float[][] {{0.25f}, {0}, {0.75f}});
    assertThat(means.squaredShares()).containsExactly(0.0625f, 0, 0.5625f);
  }

  private static float[][] matrix(int rows, Random random) {
    float[][] matrix = new float[rows][DIMENSIONS];
    for (float[] row : matrix) {
      for (int d = 0; d < DIMENSIONS; d++) {
        row[d] = (float) random.nextGaussian();
      }
    }
    return matrix;
  }
}
