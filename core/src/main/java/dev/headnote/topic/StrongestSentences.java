package dev.headnote.topic;

import java.util.ArrayList;
import java.util.List;

/**
 * For each label the sentences that add most to its logit. Only these are kept, so memory does not
 * grow with the article.
 */
final class StrongestSentences {

  private final int labels;

  /** For each rank, best first, and each label the sentence's index, and what it adds. */
  private final int[][] strongest;

  private final double[][] contributions;

  /** How many sentences there were. */
  private int sentences;

  /**
   * @param labels how many labels there are
   * @param most how many sentences are kept for each
   */
  StrongestSentences(int labels, int most) {
    this.labels = labels;
    strongest = new int[most][labels];
    contributions = new double[most][labels];
  }

  /**
   * Takes the next sentence.
   *
   * @param ofLabels what the sentence adds to each label, divided by the factor
   * @param factor what each is multiplied by
   */
  void add(double[] ofLabels, double factor) {
    int found = Math.min(sentences, strongest.length);
    for (int label = 0; label < labels; label++) {
      keep(label, factor * ofLabels[label], found);
    }
    sentences++;
  }

  /**
   * Of equal ones the earlier sentence comes first.
   *
   * @param found how many ranks are taken
   */
  private void keep(int label, double contribution, int found) {
    int rank = found;
    while (rank > 0 && Double.compare(contribution, contributions[rank - 1][label]) > 0) {
      rank--;
    }
    if (rank == strongest.length) {
      return;
    }
    for (int lower = Math.min(found, strongest.length - 1); lower > rank; lower--) {
      strongest[lower][label] = strongest[lower - 1][label];
      contributions[lower][label] = contributions[lower - 1][label];
    }
    strongest[rank][label] = sentences;
    contributions[rank][label] = contribution;
  }

  /**
   * For each label the sentences that add most, strongest first.
   *
   * @param scale what contributions are divided by
   */
  List<List<Evidence>> evidence(double scale) {
    int found = Math.min(sentences, strongest.length);
    List<List<Evidence>> all = new ArrayList<>(labels);
    for (int label = 0; label < labels; label++) {
      Evidence[] ofLabel = new Evidence[found];
      for (int rank = 0; rank < found; rank++) {
        ofLabel[rank] = new Evidence(strongest[rank][label], contributions[rank][label] / scale);
      }
      all.add(List.of(ofLabel));
    }
    return all;
  }
}
