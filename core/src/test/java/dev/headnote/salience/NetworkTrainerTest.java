package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTrainerTest {

  private static final float[][] ROWS = {{10, 0}, {10, 8}, {30, 0}, {30, 8}};

  /** Exclusive or, which no network without a hidden layer can learn. */
  private static final double[] WANTED = {0, 1, 1, 0};

  @Test
  void learnsWhatIsNotLinear() {
    Network network = train(3).network();
    float[] outputs = network.outputs(ROWS);

    for (int i = 0; i < ROWS.length; i++) {
      assertThat((double) outputs[i]).isCloseTo(WANTED[i], within(0.05));
    }
  }

  @Test
  void givesANetworkForInputsAsTheyAre() {
    NetworkTrainer trainer = train(4);
    Network network = trainer.network();

    for (float[] row : ROWS) {
      assertThat(network.output(row, network.scratch()))
          .isCloseTo(trainer.output(row), within(1e-3f));
    }
  }

  @Test
  void givesTheSameNetworkForTheSameSeed() {
    assertThat(train(5).network().first).isEqualTo(train(5).network().first);
    assertThat(train(5).network().first).isNotEqualTo(train(6).network().first);
  }

  /** The mean of squared errors is made small. */
  private static NetworkTrainer train(long seed) {
    int steps = 4_000;
    NetworkTrainer trainer =
        new NetworkTrainer(Standardization.of(Arrays.stream(ROWS), 2), 16, steps, seed);
    Random random = new Random(seed);
    for (int step = 0; step < steps; step++) {
      for (int k = 0; k < 4; k++) {
        int i = random.nextInt(ROWS.length);
        trainer.add(ROWS[i], (float) (trainer.output(ROWS[i]) - WANTED[i]) / 4);
      }
      trainer.step();
    }
    return trainer;
  }
}
