package dev.headnote.summary;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How often a walk over a graph of sentences visits each, by the power method. */
final class RandomWalk {

  /** Of both papers: how often the walk starts anew at any sentence. */
  private static final double RESTART = 0.15;

  private static final double CLOSE_ENOUGH = 1e-8;
  private static final int MOST_STEPS = 1000;

  private RandomWalk() {}

  /**
   * @param weights of the steps from each sentence to each, at least 0
   * @return the share of visits of each; they add up to 1
   */
  static double[] visits(double[][] weights) {
    int size = weights.length;
    double[] visits = new double[size];
    Arrays.fill(visits, 1.0 / size);
    double[] sums = Arrays.stream(weights).mapToDouble(row -> DoubleStream.of(row).sum()).toArray();
    double change = 1;
    for (int step = 0; step < MOST_STEPS && change > CLOSE_ENOUGH; step++) {
      double[] next = new double[size];
      Arrays.fill(next, RESTART / size);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          // From a sentence that is like no other the walk goes on anywhere.
          double share = sums[i] == 0 ? 1.0 / size : weights[i][j] / sums[i];
          next[j] += (1 - RESTART) * visits[i] * share;
        }
      }
      change = 0;
      for (int i = 0; i < size; i++) {
        change += Math.abs(next[i] - visits[i]);
      }
      visits = next;
    }
    return visits;
  }
}
