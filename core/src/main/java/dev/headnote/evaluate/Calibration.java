package dev.headnote.evaluate;

import java.util.List;

/**
 * How far probabilities are from the share of cases in which they come true (Guo et al. 2017). At
 * least one probability was counted.
 *
 * @param bins parts of equal width of the range from 0 to 1, in order, empty ones included
 */
public record Calibration(List<Bin> bins) {

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * The probabilities in one part of the range.
   *
   * @param from exclusive, except 0
   * @param to inclusive
   * @param count how many there are
   * @param confidence their mean; 0 if there are none
   * @param accuracy the share of them that came true; 0 if there are none
   */
  public record Bin(double from, double to, long count, double confidence, double accuracy) {}

  /** How many probabilities there are. */
  public long count() {
    return bins.stream().mapToLong(Bin::count).sum();
  }

  /**
   * The expected calibration error, 0 to 1: the mean distance between a bin's confidence and its
   * accuracy, each bin weighted by its count.
   */
  public double error() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.confidence() - bin.accuracy());
    }
    return sum / count();
  }
}
