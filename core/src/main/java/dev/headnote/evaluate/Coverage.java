package dev.headnote.evaluate;

import java.util.OptionalDouble;

/**
 * What remains if only articles are labelled whose most probable label reaches a threshold.
 *
 * @param threshold a probability, 0 to 1
 * @param articles how many articles there are in all; at least 1
 * @param covered how many of them have a label whose probability is at least the threshold
 * @param correct how many of those have that label, or one below it, as their own
 */
public record Coverage(double threshold, long articles, long covered, long correct) {

  /** The share of all articles that are covered, 0 to 1. */
  public double share() {
    return (double) covered / articles;
  }

  /** The share of the covered articles whose label is right, 0 to 1; empty if none is covered. */
  public OptionalDouble accuracy() {
    return covered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) correct / covered);
  }
}
