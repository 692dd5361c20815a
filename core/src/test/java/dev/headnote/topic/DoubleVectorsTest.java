package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleVectorsTest {

  /** One by one is the reference. */
  @Test
  void bringsFourVectorsToWhatItBringsEachToTheLastBit() {
    Random random = new Random(1);
    double[][] vectors = new double[4][];
    double[][] expected = new double[4][];
    for (int i = 0; i < 4; i++) {
      vectors[i] = random.doubles(37, -1, 1).toArray();
      if (i == 2) {
        vectors[i] = new double[37];
      }
      expected[i] = vectors[i].clone();
      DoubleVectors.normalize(expected[i]);
    }

    DoubleVectors.normalize(vectors[0], vectors[1], vectors[2], vectors[3]);

    assertThat(vectors).isDeepEqualTo(expected);
  }
}
