package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  /** Many rows are computed side by side; one by one is the reference. */
  @ParameterizedTest
  @CsvSource({"0, 5, 8", "1, 1, 1", "127, 20, 32", "128, 11, 24", "256, 11, 24", "700, 47, 48"})
  void givesManyRowsWhatItGivesEachToTheLastBit(int rows, int inputs, int hidden) {
    Random random = new Random(1);
    Network network = new Network(inputs, hidden);
    fill(network.first, random);
    fill(network.second, random);
    float[][] row = new float[rows][inputs];
    for (float[] values : row) {
      fill(values, random);
    }

    float[] expected = new float[rows];
    for (int i = 0; i < rows; i++) {
      expected[i] = network.output(row[i], network.scratch());
    }
    assertThat(network.outputs(row)).containsExactly(expected);
  }

  private static void fill(float[] values, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
  }
}
