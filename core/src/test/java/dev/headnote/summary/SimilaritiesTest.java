package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilaritiesTest {

  @Test
  void areThoseOfASimpleLoopToTheLastBitWhateverTheNumberOfVectors() {
    Random random = new Random(5);
    for (int count = 0; count < 30; count++) {
      float[][] vectors = new float[count][];
      for (int i = 0; i < count; i++) {
        vectors[i] = vector(random);
      }
      float[] other = vector(random);
      double[] products = Similarities.of(vectors, other);
      assertThat(products).hasSize(count);
      for (int i = 0; i < count; i++) {
        double sum = 0;
        for (int d = 0; d < other.length; d++) {
          sum += (double) vectors[i][d] * other[d];
        }
        assertThat(products[i]).isEqualTo(sum);
      }
    }
  }

  private static float[] vector(Random random) {
    float[] vector = new float[37];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) random.nextGaussian();
    }
    return vector;
  }
}
