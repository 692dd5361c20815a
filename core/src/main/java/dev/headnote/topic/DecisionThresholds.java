package dev.headnote.topic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a trained model draws the line between giving a label and not, chosen on articles that it
 * did not learn from. Immutable; the array must not change.
 *
 * @param none the logit of "none of these"
 * @param ofLabels for each label, the probability from which on it is given as one of several
 */
record DecisionThresholds(double none, double[] ofLabels) {

  /** This part of other articles with these labels, about, would be given none of them. */
  private static final double GIVEN_NONE = 0.02;

  /** From fewer articles than this, the logit of none is not chosen. */
  private static final int ENOUGH_FOR_NONE = 40;

  /** A label of fewer articles than this has no threshold of its own. */
  private static final int ENOUGH_FOR_THRESHOLD = 5;

  /**
   * Chooses them.
   *
   * @param data what the model is learned from
   * @param heldOut the logits of each article by models that did not learn from it; null if there
   *     are none
   * @param usualNone the logit of none where it can't be chosen
   */
  static DecisionThresholds of(TrainingData data, double @Nullable [][] heldOut, double usualNone) {
    double[] thresholds = new double[data.labels()];
    Arrays.fill(thresholds, TopicClassifier.EVEN);
    if (data.link() == Link.LOGISTIC && heldOut != null) {
      for (int label = 0; label < thresholds.length; label++) {
        thresholds[label] = threshold(data, heldOut, label);
      }
    }
    return new DecisionThresholds(none(data, heldOut, usualNone), thresholds);
  }

  /**
   * The logit of none at which the probability of none exceeds its usual threshold for one held-out
   * article in fifty, or for none of fewer than fifty. It is the usual one if there are too few
   * articles, or if some label has none: the other labels would make its articles outsiders.
   */
  private static double none(TrainingData data, double @Nullable [][] heldOut, double usual) {
    if (heldOut == null || heldOut.length < ENOUGH_FOR_NONE || !everyLabelOccurs(data)) {
      return usual;
    }
    double[] sums =
        Arrays.stream(heldOut).mapToDouble(DecisionThresholds::logSum).sorted().toArray();
    double threshold = TrainedScorer.NONE_THRESHOLD;
    int least = Math.max(0, (int) (GIVEN_NONE * (sums.length + 1)) - 1);
    return sums[least] + Math.log(threshold / (1 - threshold));
  }

  private static boolean everyLabelOccurs(TrainingData data) {
    return IntStream.range(0, data.labels())
        .allMatch(label -> Arrays.stream(data.gold()).anyMatch(row -> row[label]));
  }

  /** The logarithm of the sum of the exponentials. */
  private static double logSum(double[] logits) {
    double largest = logits[DoubleVectors.largest(logits)];
    return largest + Math.log(Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum());
  }

  /** The probability from which on giving the label has the best F1 on held-out articles. */
  private static double threshold(TrainingData data, double[][] heldOut, int label) {
    int positives = (int) Arrays.stream(data.gold()).filter(row -> row[label]).count();
    if (positives < ENOUGH_FOR_THRESHOLD) {
      return TopicClassifier.EVEN;
    }
    int[] order =
        IntStream.range(0, heldOut.length)
            .boxed()
            .sorted((a, b) -> Double.compare(heldOut[b][label], heldOut[a][label]))
            .mapToInt(i -> i)
            .toArray();
    double best = 0;
    double threshold = TopicClassifier.EVEN;
    int found = 0;
    for (int i = 0; i < order.length; i++) {
      found += data.gold()[order[i]][label] ? 1 : 0;
      double f1 = 2.0 * found / (positives + i + 1);
      if (f1 > best) {
        best = f1;
        // Halfway to the next article's logit; if all are given the label, the last one's own.
        int next = order[Math.min(i + 1, order.length - 1)];
        double logit = (heldOut[order[i]][label] + heldOut[next][label]) / 2;
        threshold = 1 / (1 + Math.exp(-logit));
      }
    }
    return threshold;
  }
}
