package dev.headnote.salience;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws examples at random by their weights, each any number of times. For one thread. */
final class WeightedDraw {

  private final List<Example> examples;
  private final double[] cumulative;
  private final Random random;

  /**
   * @param examples at least one
   */
  WeightedDraw(List<Example> examples, long seed) {
    this.examples = examples;
    this.random = new Random(seed);
    cumulative = new double[examples.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      // One after the other: in parallel, how sums round would depend on the number of cores.
      sum += examples.get(i).weight;
      cumulative[i] = sum;
    }
  }

  /** The place of an example in the list. */
  int nextIndex() {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found + 1);
  }

  /** So many examples. */
  Example[] next(int count) {
    Example[] drawn = new Example[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = examples.get(nextIndex());
    }
    return drawn;
  }
}
