package dev.headnote.topic;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How labels are given. Immutable.
 *
 * @param multiLabel whether an article may have several labels
 * @param evidence how many sentences are shown for each label, at least 0
 * @param noneThreshold with one label at most, an article is given none where the probability of
 *     none exceeds this, 0 to 1; with several labels it doesn't count. If empty, it is .35 among up
 *     to four labels and after training, and less among more ({@link
 *     TopicClassifier#noneThreshold()})
 */
public record TopicOptions(boolean multiLabel, int evidence, OptionalDouble noneThreshold) {

  private static final int DEFAULT_EVIDENCE = 3;

  public TopicOptions {
    if (evidence < 0) {
      throw new IllegalArgumentException("at least 0 sentences of evidence, not " + evidence);
    }
    Objects.requireNonNull(noneThreshold, "noneThreshold").ifPresent(TopicOptions::checkThreshold);
  }

  private static void checkThreshold(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold between 0 and 1, not " + threshold);
    }
  }

  /** One label at most, three sentences of evidence, and the usual threshold of none. */
  public static TopicOptions defaults() {
    return new TopicOptions(false, DEFAULT_EVIDENCE, OptionalDouble.empty());
  }

  /** The same, for articles that may have several labels, each with a probability of its own. */
  public TopicOptions withSeveralLabels() {
    return new TopicOptions(true, evidence, noneThreshold);
  }

  /** The same with another number of sentences shown for each label. */
  public TopicOptions withEvidence(int sentences) {
    return new TopicOptions(multiLabel, sentences, noneThreshold);
  }

  /**
   * The same with another threshold, above which the probability of none leaves no label, where an
   * article has one at most.
   */
  public TopicOptions withNoneThreshold(double threshold) {
    return new TopicOptions(multiLabel, evidence, OptionalDouble.of(threshold));
  }
}
