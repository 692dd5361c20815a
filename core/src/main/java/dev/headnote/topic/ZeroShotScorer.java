package dev.headnote.topic;

import java.util.Arrays;
import java.util.List;

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

  /** The threshold of none among up to so many labels. */
  private static final double NONE_THRESHOLD = 0.35;

  private static final int FEW_LABELS = 4;

  /**
   * How the threshold falls where there are more labels: as this power of their number. The more
   * there are, the more of an outsider's probability they share. docs/topics/none.md has what this
   * finds and costs.
   */
  private static final double NONE_DECAY = 0.2;

  private final LabelComparison comparison;
  private final int labels;

  /** How many of the labels stand below no other: one of these is given, or one below it. */
  private final int topLevel;

  /**
   * @param learned what the labels mean
   * @param labels those of the set, which come first; the others only say what is usual
   */
  ZeroShotScorer(LabelDirections learned, List<Label> labels) {
    comparison = new LabelComparison(learned);
    this.labels = labels.size();
    topLevel = (int) labels.stream().filter(label -> label.parent() == null).count();
  }

  @Override
  public Scores score(EncodedArticle article, int evidence, Runnable check) {
    StrongestSentences strongest =
        new StrongestSentences(labels, Math.min(evidence, article.vectors().length));
    ArticleLogits compared = comparison.compare(article, strongest, check);
    double[] logits = compared.logits();
    return new Scores(
        Arrays.copyOf(logits, labels),
        new double[labels],
        Arrays.copyOf(compared.ofTitle(), labels),
        compared.evidence(),
        noneLogit(logits.length));
  }

  @Override
  public double noneThreshold() {
    return noneThreshold(topLevel);
  }

  /** The usual threshold of none among so many top-level labels. */
  static double noneThreshold(int topLevel) {
    return NONE_THRESHOLD * Math.pow(Math.min(1, FEW_LABELS / (double) topLevel), NONE_DECAY);
  }

  /** The logit of "none of these" beside so many labels. */
  static double noneLogit(int labels) {
    return LabelDirections.INVERSE_TEMPERATURE * NONE * Math.log(labels);
  }
}
