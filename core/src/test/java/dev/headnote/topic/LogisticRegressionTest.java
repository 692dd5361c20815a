package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The linear model that topics are learned with. */
class LogisticRegressionTest {

  private static final int LABELS = 3;
  private static final int DIMENSIONS = 4;

  private final Random random = new Random(7);
  private final DenseExamples dense =
      new DenseExamples(
          IntStream.range(0, 30)
              .mapToObj(
                  i -> {
                    float[] vector = new float[DIMENSIONS];
                    for (int d = 0; d < DIMENSIONS; d++) {
                      vector[d] = (float) random.nextGaussian();
                    }
                    return vector;
                  })
              .toArray(float[][]::new));
  private final boolean[][] gold =
      IntStream.range(0, 30)
          .mapToObj(
              i -> {
                boolean[] row = new boolean[LABELS];
                row[random.nextInt(LABELS)] = true;
                return row;
              })
          .toArray(boolean[][]::new);
  private final double[] zeros = new double[(DIMENSIONS + 1) * LABELS];

  /** At the minimum, each weight's pull balances what the examples want. */
  @ParameterizedTest
  @EnumSource(Link.class)
  void endsWhereTheDerivativesVanish(Link link) {
    double strength = 0.5;
    LogisticRegression learned = LogisticRegression.fit(dense, gold, link, zeros, strength, zeros);

    double[] derivative = new double[zeros.length];
    double[] residuals = new double[LABELS];
    for (int i = 0; i < dense.size(); i++) {
      link.loss(learned.logits(dense, i), gold[i], residuals);
      dense.addMultiples(i, residuals, derivative);
      for (int label = 0; label < LABELS; label++) {
        derivative[DIMENSIONS * LABELS + label] += residuals[label];
      }
    }
    for (int i = 0; i < zeros.length; i++) {
      assertThat(derivative[i] + strength * learned.weights()[i]).isCloseTo(0, within(0.05));
    }
  }

  @ParameterizedTest
  @EnumSource(Link.class)
  void givesTheDerivativesOfItsLoss(Link link) {
    double[] logits = {0.3, -1.2, 2};
    boolean[] row = {false, true, false};
    double[] residuals = new double[LABELS];
    double[] ignored = new double[LABELS];
    link.loss(logits, row, residuals);
    for (int label = 0; label < LABELS; label++) {
      double[] more = logits.clone();
      more[label] += 1e-6;
      double slope = (link.loss(more, row, ignored) - link.loss(logits, row, ignored)) / 1e-6;
      assertThat(residuals[label]).isCloseTo(slope, within(1e-5));
    }
  }

  @ParameterizedTest
  @EnumSource(Link.class)
  void staysFiniteForLargeLogits(Link link) {
    double[] residuals = new double[LABELS];
    double loss =
        link.loss(new double[] {1e4, -1e4, 0}, new boolean[] {false, true, false}, residuals);

    assertThat(loss).isFinite().isGreaterThan(9_000);
    assertThat(Arrays.stream(residuals)).allMatch(Double::isFinite);
  }

  /** Else a label would be pushed away from all articles only since its own are missing. */
  @Test
  void bySoftmaxALabelWithoutExamplesKeepsWhatWasGiven() {
    boolean[][] withoutLast =
        Arrays.stream(gold)
            .map(row -> row[2] ? new boolean[] {true, false, false} : row)
            .toArray(boolean[][]::new);
    double[] prior = zeros.clone();
    prior[2 * DIMENSIONS] = 1.5;
    prior[zeros.length - 1] = -0.5;
    LogisticRegression learned =
        LogisticRegression.fit(dense, withoutLast, Link.SOFTMAX, prior, 0.1, prior);

    assertThat(learned.ofLabel(2)).containsExactly(1.5, 0, 0, 0);
    assertThat(learned.bias(2)).isEqualTo(-0.5);
    assertThat(learned.ofLabel(0)).isNotEqualTo(new double[] {0, 0, 0, 0});
  }

  @Test
  void aStrongPullKeepsTheWeightsThatWereGiven() {
    double[] prior = zeros.clone();
    prior[2] = 1.5;
    double[] strong =
        LogisticRegression.fit(dense, gold, Link.SOFTMAX, prior, 1e6, prior).weights();
    double[] weak = LogisticRegression.fit(dense, gold, Link.SOFTMAX, prior, 1e-3, prior).weights();

    assertThat(strong).containsExactly(prior, within(1e-3));
    assertThat(weak[2]).isNotCloseTo(1.5, within(0.1));
  }

  /** The same vectors, laid out in the other way. */
  @ParameterizedTest
  @EnumSource(Link.class)
  void learnsTheSameFromSparseVectors(Link link) {
    int[][] places =
        IntStream.range(0, dense.size())
            .mapToObj(i -> IntStream.range(0, DIMENSIONS).toArray())
            .toArray(int[][]::new);
    SparseExamples sparse = new SparseExamples(places, dense.vectors(), DIMENSIONS);
    LogisticRegression one = LogisticRegression.fit(dense, gold, link, zeros, 0.1, zeros);
    LogisticRegression other = LogisticRegression.fit(sparse, gold, link, zeros, 0.1, zeros);

    for (int label = 0; label < LABELS; label++) {
      assertThat(other.ofLabel(label)).containsExactly(one.ofLabel(label), within(1e-2));
      assertThat(other.bias(label)).isCloseTo(one.bias(label), within(1e-2));
    }
  }
}
