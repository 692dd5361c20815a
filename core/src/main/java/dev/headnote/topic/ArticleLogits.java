package dev.headnote.topic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adds up what an article's sentences and title say of each label. What one adds to a label's logit
 * is its evidence; only the strongest of that is kept, so memory does not grow with the article.
 */
final class ArticleLogits {

  /** How many sentences are kept as evidence for a label. */
  static final int EVIDENCE = 3;

  /** How much softer than the article's own softmax that is by which a sentence counts. */
  private static final double SOFTNESS = 0.5;

  /** The sum of the weighted vectors. */
  private final double[] vector;

  /** The sums of the weighted logits; those of labels that only stand beside come last. */
  private final double[] logits;

  /** For each label the indexes of its strongest sentences, best first, and what they add. */
  private final int[][] strongest;

  private final double[][] additions;

  /** How many sentences were added. */
  private int sentences;

  /**
   * @param dimensions of the vectors
   * @param directions how many logits there are
   * @param labels how many of them, from the first, need evidence
   */
  ArticleLogits(int dimensions, int directions, int labels) {
    vector = new double[dimensions];
    logits = new double[directions];
    strongest = new int[labels][EVIDENCE];
    additions = new double[labels][EVIDENCE];
  }

  /**
   * Adds the next sentence.
   *
   * @param sentence its index
   * @param share its part of the article by length
   * @param centred its vector, of length 1
   * @param own the labels' logits by this sentence alone
   */
  void addSentence(int sentence, double share, double[] centred, double[] own) {
    double weight = add(share, centred, own);
    for (int label = 0; label < strongest.length; label++) {
      keep(label, sentence, weight * own[label]);
    }
    sentences++;
  }

  /** Adds the title, in the way of a sentence; it is no evidence. */
  void addTitle(double share, double[] centred, double[] own) {
    add(share, centred, own);
  }

  private double add(double share, double[] centred, double[] own) {
    double weight = share * clarity(own, logits.length);
    for (int d = 0; d < vector.length; d++) {
      vector[d] += weight * centred[d];
    }
    for (int label = 0; label < logits.length; label++) {
      logits[label] += weight * own[label];
    }
    return weight;
  }

  /**
   * How clearly a sentence speaks for one label: the largest part of a softmax over the labels.
   *
   * @param count how many of the logits there are
   */
  static double clarity(double[] logits, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < count; label++) {
      largest = Math.max(largest, logits[label]);
    }
    double sum = 0;
    for (int label = 0; label < count; label++) {
      sum += Math.exp(SOFTNESS * (logits[label] - largest));
    }
    return 1 / sum;
  }

  /** Of equal ones the earlier sentence comes first. */
  private void keep(int label, int sentence, double addition) {
    int[] best = strongest[label];
    double[] added = additions[label];
    int found = Math.min(sentences, EVIDENCE);
    int at = found;
    while (at > 0 && Double.compare(addition, added[at - 1]) > 0) {
      at--;
    }
    if (at < EVIDENCE) {
      int moved = Math.min(found, EVIDENCE - 1) - at;
      System.arraycopy(best, at, best, at + 1, moved);
      System.arraycopy(added, at, added, at + 1, moved);
      best[at] = sentence;
      added[at] = addition;
    }
  }

  /** What the sums are divided by: the article's vector has length 1. */
  private double length() {
    double length = Math.sqrt(DoubleVectors.dot(vector, vector));
    return length == 0 ? 1 : length;
  }

  /** Returns the article's logits. */
  double[] logits() {
    double length = length();
    return Arrays.stream(logits).map(logit -> logit / length).toArray();
  }

  /** Returns the sentences that add most to a label's logit, strongest first. */
  List<Evidence> evidence(int label) {
    double length = length();
    return IntStream.range(0, Math.min(sentences, EVIDENCE))
        .mapToObj(i -> new Evidence(strongest[label][i], additions[label][i] / length))
        .toList();
  }
}
