package dev.headnote.salience;

import java.util.Random;

/**
 * Trains a network by Adam (Kingma and Ba 2015), with the learning rate falling to 0. Inputs are
 * standardised while it learns; {@link #network()} takes them as they are. Not safe for use by
 * several threads; the same seed and rows give the same network.
 */
final class NetworkTrainer {

  private static final double RATE = 0.003;
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final Network network;
  private final float[] means;
  private final float[] deviations;
  private final Moments first;
  private final Moments second;
  private final float[] standardized;
  private final float[] scratch;
  private final float[] toHidden;
  private final int steps;
  private int step;

  /**
   * @param inputs means and deviations of the inputs
   * @param steps how many steps there will be
   */
  NetworkTrainer(Standardization inputs, int hidden, int steps, long seed) {
    network = new Network(inputs.size(), hidden);
    means = inputs.means();
    deviations = inputs.deviations();
    first = new Moments(network.first.length);
    second = new Moments(network.second.length);
    standardized = new float[inputs.size()];
    scratch = network.scratch();
    toHidden = network.scratch();
    this.steps = steps;
    Random random = new Random(seed);
    double scale = Math.sqrt(2.0 / inputs.size());
    for (int i = 0; i < inputs.size() * hidden; i++) {
      network.first[i] = (float) (scale * random.nextGaussian());
    }
    for (int h = 0; h < hidden; h++) {
      network.second[h] = (float) (Math.sqrt(1.0 / hidden) * random.nextGaussian());
    }
  }

  /** The output for a row, as it is now. */
  float output(float[] row) {
    for (int i = 0; i < standardized.length; i++) {
      standardized[i] = (row[i] - means[i]) / deviations[i];
    }
    return network.output(standardized, scratch);
  }

  /**
   * Adds to the gradient of this step.
   *
   * @param slope the loss's derivative by the row's output
   */
  void add(float[] row, float slope) {
    output(row);
    int hidden = network.hidden;
    for (int h = 0; h < hidden; h++) {
      second.gradient[h] += slope * scratch[h];
      toHidden[h] = scratch[h] > 0 ? slope * network.second[h] : 0;
    }
    second.gradient[hidden] += slope;
    for (int i = 0; i < standardized.length; i++) {
      float value = standardized[i];
      int at = i * hidden;
      for (int h = 0; h < hidden; h++) {
        first.gradient[at + h] += value * toHidden[h];
      }
    }
    int biases = standardized.length * hidden;
    for (int h = 0; h < hidden; h++) {
      first.gradient[biases + h] += toHidden[h];
    }
  }

  /** Takes a step down the gradient. */
  void step() {
    double rate = RATE * (1 - (double) step / steps);
    step++;
    first.apply(network.first, rate, step);
    second.apply(network.second, rate, step);
  }

  /** The network learned, for inputs that are not standardised. */
  Network network() {
    Network plain = new Network(network.inputs, network.hidden);
    System.arraycopy(network.second, 0, plain.second, 0, plain.second.length);
    int hidden = network.hidden;
    int biases = network.inputs * hidden;
    System.arraycopy(network.first, biases, plain.first, biases, hidden);
    for (int i = 0; i < network.inputs; i++) {
      for (int h = 0; h < hidden; h++) {
        float weight = network.first[i * hidden + h] / deviations[i];
        plain.first[i * hidden + h] = weight;
        plain.first[biases + h] -= weight * means[i];
      }
    }
    return plain;
  }

  /** Running means of the gradients and of their squares. */
  private static final class Moments {

    final float[] gradient;
    private final float[] mean;
    private final float[] square;

    Moments(int size) {
      gradient = new float[size];
      mean = new float[size];
      square = new float[size];
    }

    void apply(float[] weights, double rate, int step) {
      float firstCorrection = (float) (1 / (1 - Math.pow(FIRST_DECAY, step)));
      float secondCorrection = (float) (1 / (1 - Math.pow(SECOND_DECAY, step)));
      for (int i = 0; i < weights.length; i++) {
        float slope = gradient[i];
        gradient[i] = 0;
        mean[i] = (float) (FIRST_DECAY * mean[i] + (1 - FIRST_DECAY) * slope);
        square[i] = (float) (SECOND_DECAY * square[i] + (1 - SECOND_DECAY) * slope * slope);
        weights[i] -=
            (float)
                (rate
                    * firstCorrection
                    * mean[i]
                    / (Math.sqrt(secondCorrection * square[i]) + EPSILON));
      }
    }
  }
}
