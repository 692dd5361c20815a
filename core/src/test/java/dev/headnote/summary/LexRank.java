package dev.headnote.summary;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Continuous LexRank (Erkan and Radev 2004): a sentence is worth how often a walk visits it that
 * goes from sentence to sentence by their cosines, each to itself included.
 */
public final class LexRank {

  private LexRank() {}

  /**
   * Scores sentences.
   *
   * @param similarities the cosine of each with each; those below 0 count as 0
   */
  public static double[] scores(double[][] similarities) {
    return RandomWalk.visits(
        Stream.of(similarities)
            .map(row -> DoubleStream.of(row).map(cosine -> Math.max(0, cosine)).toArray())
            .toArray(double[][]::new));
  }
}
