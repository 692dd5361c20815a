package dev.headnote.topic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * For each label the sentences that add most to its logit. Only these are kept, so memory does not
 * grow with the article.
 */
final class StrongestSentences {

  /** For each label the indexes of its strongest sentences, best first, and what they add. */
  private final int[][] strongest;

  private final double[][] contributions;

  /** How many sentences there were. */
  private int sentences;

  /**
   * @param labels how many labels there are
   * @param most how many sentences are kept for each
   */
  StrongestSentences(int labels, int most) {
    strongest = new int[labels][most];
    contributions = new double[labels][most];
  }

  /**
   * Takes the next sentence.
   *
   * @param ofLabels what the sentence adds to each label, divided by the factor
   * @param factor what each is multiplied by
   */
  void add(double[] ofLabels, double factor) {
    for (int label = 0; label < strongest.length; label++) {
      keep(label, factor * ofLabels[label]);
    }
    sentences++;
  }

  /** Of equal ones the earlier sentence comes first. */
  private void keep(int label, double contribution) {
    int[] best = strongest[label];
    double[] added = contributions[label];
    int found = Math.min(sentences, best.length);
    int at = found;
    while (at > 0 && Double.compare(contribution, added[at - 1]) > 0) {
      at--;
    }
    if (at < best.length) {
      int moved = Math.min(found, best.length - 1) - at;
      System.arraycopy(best, at, best, at + 1, moved);
      System.arraycopy(added, at, added, at + 1, moved);
      best[at] = sentences;
      added[at] = contribution;
    }
  }

  /**
   * The sentences that add most to a label, strongest first.
   *
   * @param scale what contributions are divided by
   */
  List<Evidence> of(int label, double scale) {
    return IntStream.range(0, Math.min(sentences, strongest[label].length))
        .mapToObj(i -> new Evidence(strongest[label][i], contributions[label][i] / scale))
        .toList();
  }
}
