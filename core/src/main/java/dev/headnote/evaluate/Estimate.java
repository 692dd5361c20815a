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

  /** More than this would take long to draw, and tell no more of how the mean varies. */
  private static final int MOST_DRAWN = 50_000;

  private static final double CONFIDENCE = 0.95;

  /** Any seed would do. It is fixed so that the same articles give the same interval. */
  private static final long SEED = 20040725;

  /**
   * The mean of some values with the percentile interval of its bootstrap (Efron 1979). Of the
   * differences of two systems article by article, this is the paired bootstrap (Koehn 2004).
   *
   * <p>Of more than 50,000 values those that follow each other are drawn together, in 50,000 groups
   * of nearly the same size: the mean of such resamples varies as that of single values does, and a
   * million of them takes no longer.
   *
   * @param values at least one
   */
  static Estimate ofMean(double[] values) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] sums = new double[Math.min(values.length, MOST_DRAWN)];
    int[] sizes = new int[sums.length];
    for (int i = 0; i < values.length; i++) {
      int group = (int) ((long) i * sums.length / values.length);
      sums[group] += values[i];
      sizes[group]++;
    }
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      long size = 0;
      for (int drawn = 0; drawn < sums.length; drawn++) {
        int group = random.nextInt(sums.length);
        sum += sums[group];
        size += sizes[group];
      }
      means[i] = sum / size;
    }
    Arrays.sort(means);
    return new Estimate(
        Arrays.stream(values).sum() / values.length,
        percentile(means, (1 - CONFIDENCE) / 2),
        percentile(means, (1 + CONFIDENCE) / 2));
  }

  /** A percentile, interpolated linearly between two values, as numpy does it. */
  private static double percentile(double[] ascending, double share) {
    double place = share * (ascending.length - 1);
    int below = (int) place;
    double above = ascending[Math.min(below + 1, ascending.length - 1)];
    return ascending[below] + (place - below) * (above - ascending[below]);
  }
}
