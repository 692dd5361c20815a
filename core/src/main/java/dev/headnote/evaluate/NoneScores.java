package dev.headnote.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Keeps the probabilities of none: those of articles without a label, and those of the others. For
 * one thread.
 */
final class NoneScores {

  private final Scores without = new Scores();
  private final Scores with = new Scores();

  void add(boolean hasLabel, double noneProbability, boolean isGivenNone) {
    (hasLabel ? with : without).add(noneProbability, isGivenNone);
  }

  NoneDetection detection() {
    return new NoneDetection(
        without.values.size(),
        without.givenNone,
        with.values.size(),
        with.givenNone,
        without.values.size() == 0 || with.values.size() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(auroc(without.sorted(), with.sorted())));
  }

  /**
   * How often a positive exceeds a negative, ties counted half, by the positives' ranks among all.
   *
   * @param positives ascending, at least one
   * @param negatives ascending, at least one
   */
  static double auroc(double[] positives, double[] negatives) {
    double exceeded = 0;
    int below = 0;
    int upTo = 0;
    for (double positive : positives) {
      while (below < negatives.length && negatives[below] < positive) {
        below++;
      }
      while (upTo < negatives.length && negatives[upTo] <= positive) {
        upTo++;
      }
      exceeded += (below + upTo) / 2.0;
    }
    return exceeded / positives.length / negatives.length;
  }

  private static final class Scores {

    private final Doubles values = new Doubles();
    private long givenNone;

    void add(double value, boolean isGivenNone) {
      values.add(value);
      givenNone += isGivenNone ? 1 : 0;
    }

    double[] sorted() {
      double[] sorted = values.toArray();
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
