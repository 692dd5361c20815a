package dev.headnote.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Adds up what an article's sentences and title say of each label. What one adds to a label's logit
 * is its contribution. Each counts by its length and by how clearly it speaks for one label.
 */
final class ArticleLogits {

  /** How much softer than the article's own softmax that is by which a sentence counts. */
  private static final double SOFTNESS = 0.5;

  /**
   * What an unclear sentence counts for beside a clear one. Among hundreds of labels hardly any
   * sentence is clear, and one that is would speak for the whole article.
   */
  static final double LEAST_CLARITY = 0.1;

  /** The sum of the weighted vectors. */
  private final double[] vector;

  /** The sums of the weighted logits; those of labels that only stand beside come last. */
  private final double[] logits;

  /** What the title adds to them. */
  private double[] ofTitle;

  /** The sentences' weights and the title's, in the order in which they came. */
  private final double[] weights;

  private final StrongestSentences strongest;

  private int texts;

  /**
   * @param dimensions of the vectors
   * @param directions how many logits there are
   * @param most how many sentences and titles there can be
   * @param strongest takes the sentences
   */
  ArticleLogits(int dimensions, int directions, int most, StrongestSentences strongest) {
    vector = new double[dimensions];
    logits = new double[directions];
    ofTitle = new double[directions];
    weights = new double[most];
    this.strongest = strongest;
  }

  /**
   * Adds the next sentence.
   *
   * @param share its part of the article by length
   * @param centred its vector, of length 1
   * @param own the labels' logits by this sentence alone
   */
  void addSentence(double share, double[] centred, double[] own) {
    strongest.add(own, add(share, centred, own));
  }

  /** Adds the title, in the way of a sentence; it is no evidence. */
  void addTitle(double share, double[] centred, double[] own) {
    double weight = add(share, centred, own);
    ofTitle = Arrays.stream(own).limit(logits.length).map(logit -> weight * logit).toArray();
  }

  private double add(double share, double[] centred, double[] own) {
    double weight = share * (LEAST_CLARITY + clarity(own, logits.length));
    for (int d = 0; d < vector.length; d++) {
      vector[d] += weight * centred[d];
    }
    for (int label = 0; label < logits.length; label++) {
      logits[label] += weight * own[label];
    }
    weights[texts++] = weight;
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

  /** What the sums are divided by: the article's vector has length 1. */
  private double length() {
    double length = Math.sqrt(DoubleVectors.dot(vector, vector));
    return length == 0 ? 1 : length;
  }

  /** Returns the article's vector, of length 1, or zeros. */
  double[] vector() {
    return divided(vector);
  }

  /** What each sentence's centred vector, then the title's, is multiplied by in the article's. */
  double[] weights() {
    return divided(weights);
  }

  /** Returns the article's logits. */
  double[] logits() {
    return divided(logits);
  }

  /** Returns what the title adds to the logits. */
  double[] ofTitle() {
    return divided(ofTitle);
  }

  /** Returns for each label the sentences that add most to its logit, strongest first. */
  List<List<Evidence>> evidence() {
    return strongest.evidence(length());
  }

  private double[] divided(double[] sums) {
    double length = length();
    return Arrays.stream(sums).map(sum -> sum / length).toArray();
  }
}
