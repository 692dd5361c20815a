package dev.headnote.distil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The axes are those along which the vectors were made to differ. */
class PrincipalAxesTest {

  @Test
  void findsTheDirectionsOfMostVarianceInOrder() {
    // In the plane of the first two of four dimensions, turned by 30 degrees: 4 and 1 wide.
    double cos = Math.cos(Math.PI / 6);
    double sin = Math.sin(Math.PI / 6);
    Random random = new Random(3);
    float[][] vectors = new float[20_000][];
    for (int i = 0; i < vectors.length; i++) {
      double along = 4 * random.nextGaussian();
      double across = random.nextGaussian();
      vectors[i] =
          new float[] {
            (float) (cos * along - sin * across),
            (float) (sin * along + cos * across),
            (float) (0.1 * random.nextGaussian()),
            0
          };
    }

    PrincipalAxes axes = PrincipalAxes.of(vectors, 3, 1);

    assertThat(axes.variances()[0]).isCloseTo(16, within(0.5));
    assertThat(axes.variances()[1]).isCloseTo(1, within(0.05));
    assertThat(axes.variances()[2]).isCloseTo(0.01, within(0.001));
    float[][] turned = {{(float) cos, (float) sin, 0, 0}};
    axes.project(turned);
    float[] first = turned[0];
    assertThat(Math.abs(first[0])).isCloseTo(1, within(0.01f));
    assertThat(first[1]).isCloseTo(0, within(0.02f));
    assertThat(first[2]).isCloseTo(0, within(0.02f));
  }

  @Test
  void keepsLengthsAndAnglesWithAsManyAxesAsDimensions() {
    Random random = new Random(4);
    float[][] vectors = new float[50][12];
    for (float[] vector : vectors) {
      for (int d = 0; d < vector.length; d++) {
        vector[d] = (float) random.nextGaussian();
      }
    }

    float[][] turned = vectors.clone();
    PrincipalAxes.of(vectors, 12, 1).project(turned);

    for (int i = 1; i < vectors.length; i++) {
      assertThat(dot(turned[i - 1], turned[i]))
          .isCloseTo(dot(vectors[i - 1], vectors[i]), within(1e-3));
    }
  }

  @Test
  void hasNoAxisWhereVectorsDoNotDiffer() {
    float[][] vectors = {{3, 4, 0}, {-3, -4, 0}, {6, 8, 0}};

    PrincipalAxes axes = PrincipalAxes.of(vectors, 3, 1);
    axes.project(vectors);

    assertThat(axes.variances()[0]).isCloseTo(50, within(1e-9));
    assertThat(axes.variances()).endsWith(0, 0);
    assertThat(vectors[2]).endsWith(0, 0);
    assertThat(Math.abs(vectors[2][0])).isCloseTo(10, within(1e-5f));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
