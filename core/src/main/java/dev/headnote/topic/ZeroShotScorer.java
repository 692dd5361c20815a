package dev.headnote.topic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores labels by what their names and descriptions mean. {@link TopicClassifier} says how.
 * Immutable.
 */
final class ZeroShotScorer implements Scorer {

  /**
   * The scaled cosine that an article must exceed to have a label rather than none, for each unit
   * of the natural logarithm of the number of labels.
   */
  private static final double NONE = 0.04;

  private final LabelComparison comparison;
  private final int labels;

  /**
   * @param learned what the labels mean
   * @param labels how many of them are of the set; the others only stand beside
   */
  ZeroShotScorer(LabelDirections learned, int labels) {
    comparison = new LabelComparison(learned);
    this.labels = labels;
  }

  @Override
  public Scores score(EncodedArticle article, int evidence) {
    StrongestSentences strongest =
        new StrongestSentences(labels, Math.min(evidence, article.vectors().length));
    ArticleLogits compared = comparison.compare(article, strongest);
    double[] logits = compared.logits();
    List<List<Evidence>> shown = IntStream.range(0, labels).mapToObj(compared::evidence).toList();
    return new Scores(
        Arrays.copyOf(logits, labels),
        new double[labels],
        Arrays.copyOf(compared.ofTitle(), labels),
        shown,
        none(logits));
  }

  /** What stands beside the labels speaks for none of them. */
  private double none(double[] logits) {
    double none = noneLogit(logits.length);
    double largest = none;
    for (int i = labels; i < logits.length; i++) {
      largest = Math.max(largest, logits[i]);
    }
    double sum = Math.exp(none - largest);
    for (int i = labels; i < logits.length; i++) {
      sum += Math.exp(logits[i] - largest);
    }
    return largest + Math.log(sum);
  }

  /** The logit of "none of these" beside so many labels. */
  static double noneLogit(int labels) {
    return LabelDirections.INVERSE_TEMPERATURE * NONE * Math.log(labels);
  }
}
