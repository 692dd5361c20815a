package dev.headnote.summary;

import java.util.Arrays;

/** Numbers in standard deviations from their mean, so that some can be added to others. */
final class ZScores {

  private ZScores() {}

  /** Returns the z-score of each value, times a weight. */
  static double[] of(double[] values, double weight) {
    double mean = mean(values);
    double deviation = deviation(values);
    return Arrays.stream(values).map(value -> weight * (value - mean) / deviation).toArray();
  }

  /** Returns the standard deviation; 1 where it is nearly 0, as of one value, to divide by it. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 1e-6 ? deviation : 1;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
