package dev.headnote.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/** Counts the articles whose most probable label reaches each of some thresholds. One thread. */
final class CoverageCounts {

  private static final double[] THRESHOLDS = {
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99
  };

  private final long[] covered = new long[THRESHOLDS.length];
  private final long[] correct = new long[THRESHOLDS.length];

  /**
   * Counts an article.
   *
   * @param probability its most probable label's
   * @param isCorrect whether that label is right
   */
  void add(double probability, boolean isCorrect) {
    for (int i = 0; i < THRESHOLDS.length && probability >= THRESHOLDS[i]; i++) {
      covered[i]++;
      correct[i] += isCorrect ? 1 : 0;
    }
  }

  /**
   * Returns the coverage at each threshold.
   *
   * @param articles how many were added; at least 1
   */
  List<Coverage> coverage(long articles) {
    return IntStream.range(0, THRESHOLDS.length)
        .mapToObj(i -> new Coverage(THRESHOLDS[i], articles, covered[i], correct[i]))
        .toList();
  }
}
