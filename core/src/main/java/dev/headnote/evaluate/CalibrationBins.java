package dev.headnote.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts probabilities and how many of them come true. For one thread. */
final class CalibrationBins {

  /** The number of bins, as in Guo et al. 2017. */
  private static final int BINS = 15;

  private final long[] counts = new long[BINS];
  private final long[] hits = new long[BINS];
  private final double[] sums = new double[BINS];

  /**
   * Counts a probability.
   *
   * @param probability between 0 and 1
   * @param isTrue whether what it is the probability of came true
   */
  void add(double probability, boolean isTrue) {
    int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(probability * BINS) - 1));
    counts[bin]++;
    hits[bin] += isTrue ? 1 : 0;
    sums[bin] += probability;
  }

  /** Returns the calibration so far; null if nothing was added. */
  @Nullable Calibration calibration() {
    List<Calibration.Bin> bins = new ArrayList<>();
    long all = 0;
    for (int i = 0; i < BINS; i++) {
      double divisor = Math.max(1, counts[i]);
      bins.add(
          new Calibration.Bin(
              (double) i / BINS,
              (double) (i + 1) / BINS,
              counts[i],
              sums[i] / divisor,
              hits[i] / divisor));
      all += counts[i];
    }
    return all == 0 ? null : new Calibration(bins);
  }
}
