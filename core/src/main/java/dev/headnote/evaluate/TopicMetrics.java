package dev.headnote.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How well articles were labelled, compared with labels of their own. {@link TopicEvaluation}
 * computes it. Immutable.
 *
 * <p>Accuracies and F1 take a label for right only if it is the article's own, never for a broader
 * or narrower one; but where several may be given, those above its own are its own, too, as they
 * are given beside it. Hierarchical F1 counts labels above the article's own and the given one.
 * Calibration and coverage take what a probability says in a hierarchy: that the label or one below
 * it applies.
 *
 * @param articles how many articles there are; at least 1
 * @param accuracy the share of articles, 0 to 1, whose best label is among their own, or which have
 *     none and were given none. With one label an article that is plain accuracy; with several it
 *     says how often the first one is right
 * @param subsetAccuracy the share of articles, 0 to 1, that were given exactly their own labels, no
 *     fewer and no more
 * @param topLevelAccuracy in a hierarchy, the accuracy after each label is replaced by the
 *     top-level one above it; empty in a flat set
 * @param hierarchicalF1 in a hierarchy, F1, 0 to 1, over all pairs of an article and a label that
 *     it has or was given, where with a label it has those above it, so that a sibling is half
 *     right and a label too broad loses only recall (hF of Kiritchenko et al. 2005); 0 if there are
 *     no pairs; empty in a flat set
 * @param labels each label's score, in the order of the set
 * @param confusion which label was given for which, over the articles with at most one label of
 *     their own; null if an article may be given several
 * @param calibration of the most probable label's probability, over the articles that have a label;
 *     null if none has
 * @param labelCalibration of every label's probability in every article, if an article may be given
 *     several; else null
 * @param coverage at rising thresholds for the most probable label's probability, over all
 *     articles: for one without a label of its own no label is right
 * @param none how well articles without a label are told from the others
 */
public record TopicMetrics(
    long articles,
    double accuracy,
    double subsetAccuracy,
    OptionalDouble topLevelAccuracy,
    OptionalDouble hierarchicalF1,
    List<LabelScore> labels,
    @Nullable ConfusionMatrix confusion,
    @Nullable Calibration calibration,
    @Nullable Calibration labelCalibration,
    List<Coverage> coverage,
    NoneDetection none) {

  public TopicMetrics {
    labels = List.copyOf(labels);
    coverage = List.copyOf(coverage);
  }

  /**
   * The mean F1 over the labels that an article has or was given, 0 to 1; 0 if there are none.
   * scikit-learn's {@code f1_score(average="macro", zero_division=0)} over these labels; none of
   * the labels is not a label here.
   */
  public double macroF1() {
    return labels.stream()
        .filter(LabelScore::occurs)
        .mapToDouble(LabelScore::f1)
        .average()
        .orElse(0);
  }

  /**
   * F1 over all pairs of an article and a label that it has or was given, 0 to 1; 0 if there are
   * none. scikit-learn's {@code f1_score(average="micro", zero_division=0)} over the labels.
   */
  public double microF1() {
    long correct = labels.stream().mapToLong(LabelScore::correct).sum();
    long either = labels.stream().mapToLong(label -> label.support() + label.given()).sum();
    return either == 0 ? 0 : 2.0 * correct / either;
  }
}
