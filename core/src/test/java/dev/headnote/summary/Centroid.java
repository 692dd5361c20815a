package dev.headnote.summary;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Centroid summarisation (Radev et al. 2004): a sentence is worth its nearness to the mean. */
public final class Centroid {

  private Centroid() {}

  /**
   * Scores sentences.
   *
   * @param similarities the dot product of each with each, vectors of length 1; a row's sum is then
   *     the product with the sum of all
   */
  public static double[] scores(double[][] similarities) {
    return Stream.of(similarities).mapToDouble(row -> DoubleStream.of(row).sum()).toArray();
  }
}
