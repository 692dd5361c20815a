package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.Precision;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two encoders' cosines are mixed in fixed shares, however near to each other one puts texts. */
class BlendedEncoderTest {

  private static final List<String> TEXTS = List.of("a goal", "a match", "a recipe");

  @Test
  void vectorsHaveLengthOneAndBothEncodersDimensions() {
    try (BlendedEncoder blended = new BlendedEncoder(new Fake(24, 0.2), 0, new Fake(16, 1))) {
      float[][] vectors = blended.encode(TEXTS);

      assertThat(blended.dimensions()).isEqualTo(40);
      for (float[] vector : vectors) {
        assertThat(vector).hasSize(40);
        assertThat(dot(vector, vector, 0, 40)).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void sharesDoNotDependOnHowFarApartAnEncoderPutsTexts() {
    // The squared distance of two texts, from the transformer's part and from the table's.
    double[] wide = distances(1);
    double[] narrow = distances(0.1);

    assertThat(wide[0] / wide[1]).isCloseTo(narrow[0] / narrow[1], within(0.05));
    assertThat(wide[0] / wide[1]).isCloseTo(0.65 / 0.35, within(0.4));
  }

  @Test
  void anEncoderThatTellsNothingApartDoesNoHarm() {
    try (BlendedEncoder blended = new BlendedEncoder(new Fake(24, 0), 0, new Fake(16, 1))) {
      for (float[] vector : blended.encode(TEXTS)) {
        assertThat(vector).doesNotContain(Float.NaN);
      }
    }
  }

  /** Mean squared distances over many pairs of texts, by part. */
  private static double[] distances(double spread) {
    double[] sums = new double[2];
    try (BlendedEncoder blended = new BlendedEncoder(new Fake(24, spread), 0, new Fake(16, 1))) {
      for (int i = 0; i < 500; i++) {
        float[][] pair = blended.encode(List.of("one " + i, "two " + i));
        for (int d = 0; d < 40; d++) {
          sums[d < 24 ? 0 : 1] += Math.pow(pair[0][d] - pair[1][d], 2);
        }
      }
    }
    return sums;
  }

  private static double dot(float[] a, float[] b, int from, int to) {
    double sum = 0;
    for (int d = from; d < to; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }

  /** Random vectors of length 1 around one of its own: the smaller the spread, the nearer to it. */
  private record Fake(int dimensions, double spread) implements SentenceEncoder {

    @Override
    public float[][] encode(List<String> texts) {
      return texts.stream().map(this::vector).toArray(float[][]::new);
    }

    private float[] vector(String text) {
      Random random = new Random(text.hashCode());
      double[] vector = new double[dimensions];
      double squares = 0;
      for (int d = 0; d < dimensions; d++) {
        vector[d] = spread * random.nextGaussian() / Math.sqrt(dimensions) + (d == 0 ? 1 : 0);
        squares += vector[d] * vector[d];
      }
      float[] unit = new float[dimensions];
      for (int d = 0; d < dimensions; d++) {
        unit[d] = (float) (vector[d] / Math.sqrt(squares));
      }
      return unit;
    }

    @Override
    public String model() {
      return "fake";
    }

    @Override
    public Precision precision() {
      return Precision.FP32;
    }

    @Override
    public void close() {}
  }
}
