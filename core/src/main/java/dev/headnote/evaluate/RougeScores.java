package dev.headnote.evaluate;

import java.util.Objects;

/**
 * A summary's scores by each metric. Immutable.
 *
 * @param rouge1 words in common
 * @param rouge2 pairs of neighbouring words in common
 * @param rougeL the longest common subsequence of the whole texts
 * @param rougeLsum the union of longest common subsequences of sentences
 */
public record RougeScores(
    Rouge.Score rouge1, Rouge.Score rouge2, Rouge.Score rougeL, Rouge.Score rougeLsum) {

  public RougeScores {
    Objects.requireNonNull(rouge1, "rouge1");
    Objects.requireNonNull(rouge2, "rouge2");
    Objects.requireNonNull(rougeL, "rougeL");
    Objects.requireNonNull(rougeLsum, "rougeLsum");
  }

  /** The score by one metric. */
  public Rouge.Score of(RougeMetric metric) {
    return switch (metric) {
      case ROUGE_1 -> rouge1;
      case ROUGE_2 -> rouge2;
      case ROUGE_L -> rougeL;
      case ROUGE_LSUM -> rougeLsum;
    };
  }

  /** For each metric by itself, the score whose F1 is larger; these where they are equal. */
  RougeScores bestWith(RougeScores other) {
    return new RougeScores(
        best(rouge1, other.rouge1),
        best(rouge2, other.rouge2),
        best(rougeL, other.rougeL),
        best(rougeLsum, other.rougeLsum));
  }

  private static Rouge.Score best(Rouge.Score first, Rouge.Score second) {
    return second.f1() > first.f1() ? second : first;
  }
}
