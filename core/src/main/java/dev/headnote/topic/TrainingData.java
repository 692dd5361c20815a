package dev.headnote.topic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a topic model is learned from. Immutable; the arrays must not change.
 *
 * @param vectors the articles' vectors
 * @param words their words and pairs; null if there are too few articles to learn from these
 * @param gold for each article, which labels it has
 * @param link how its labels' logits become probabilities
 */
record TrainingData(
    DenseExamples vectors, @Nullable SparseExamples words, boolean[][] gold, Link link) {

  int size() {
    return gold.length;
  }

  int labels() {
    return gold[0].length;
  }

  TrainingData subset(int[] places) {
    return new TrainingData(
        vectors.subset(places),
        words == null ? null : words.subset(places),
        Arrays.stream(places).mapToObj(i -> gold[i]).toArray(boolean[][]::new),
        link);
  }

  /**
   * The cross-entropy of each article, in nats.
   *
   * @param logits for each article, one for each label
   */
  double[] losses(double[][] logits) {
    double[] losses = new double[logits.length];
    double[] residuals = new double[labels()];
    for (int i = 0; i < logits.length; i++) {
      losses[i] = link.loss(logits[i], gold[i], residuals);
    }
    return losses;
  }
}
