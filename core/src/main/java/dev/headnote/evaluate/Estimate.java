package dev.headnote.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean over articles, and how far it may be off: an interval that holds the mean over all such
 * articles with a confidence of 95 %. Of few articles it is too narrow, of a single one it is that
 * article's value. Immutable.
 *
 * @param mean the mean
 * @param low the lower end of the interval
 * @param high its upper end
 */
public record Estimate(double mean, double low, double high) {

  /** As many as ROUGE-1.5.5 and rouge-score take. */
  private static final int RESAMPLES = 1000;

  /** Of more values than this the bootstrap takes long, and finds what the normal interval is. */
  private static final int MOST_DRAWN = 50_000;

  private static final double CONFIDENCE = 0.95;

  /** How many of its standard deviations a normal variable is off at most, with that confidence. */
  private static final double NORMAL_DEVIATE = 1.959964;

  /** Any seed would do. It is fixed so that the same articles give the same interval. */
  private static final long SEED = 20040725;

  /**
   * The mean of some values with the percentile interval of its bootstrap (Efron 1979). Of the
   * differences of two systems article by article, this is the paired bootstrap (Koehn 2004).
   *
   * <p>Of more than 50,000 values it is the normal interval, 1.96 standard errors to each side,
   * which the bootstrap's comes to for so many.
   *
   * @param values at least one
   */
  static Estimate ofMean(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    if (values.length > MOST_DRAWN) {
      double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
      double error = NORMAL_DEVIATE * Math.sqrt(squares) / values.length;
      return new Estimate(mean, mean - error, mean + error);
    }
    double[] means = resampledMeans(values);
    return new Estimate(
        mean, percentile(means, (1 - CONFIDENCE) / 2), percentile(means, (1 + CONFIDENCE) / 2));
  }

  /** Returns them ascending. */
  private static double[] resampledMeans(double[] values) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int drawn = 0; drawn < values.length; drawn++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return means;
  }

  /** A percentile, interpolated linearly between two values, as numpy does it. */
  private static double percentile(double[] ascending, double share) {
    double place = share * (ascending.length - 1);
    int below = (int) place;
    double above = ascending[Math.min(below + 1, ascending.length - 1)];
    return ascending[below] + (place - below) * (above - ascending[below]);
  }
}
