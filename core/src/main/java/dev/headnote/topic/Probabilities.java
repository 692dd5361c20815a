package dev.headnote.topic;

/**
 * From logits to probabilities.
 *
 * @param ofLabels for each label, the probability that it applies, between 0 and 1
 * @param none the probability that none of them applies, between 0 and 1
 */
record Probabilities(double[] ofLabels, double none) {

  /**
   * The part of the other labels' weight that holds a label back where an article may have several.
   * At 0 each label would only have to beat none, and all labels of near meanings would be given;
   * at 1 there would be one label at most. docs/topics.md says how this was chosen.
   */
  private static final double OTHERS = 0.35;

  /** One label at most: a softmax over the labels and none. */
  static Probabilities ofOne(double[] logits, double none) {
    double largest = largest(logits, none);
    // Relative to the largest, else the exponential of a logit may be infinite.
    double sum = Math.exp(none - largest);
    double[] weights = new double[logits.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(logits[i] - largest);
      sum += weights[i];
    }
    double labelled = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
      labelled += weights[i];
    }
    return new Probabilities(weights, Math.max(0, 1 - labelled));
  }

  /**
   * Several labels, without training: each against none and against a part of the other labels'
   * weight.
   */
  static Probabilities ofSeveral(double[] logits, double none) {
    double largest = largest(logits, none);
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - largest);
    }
    double[] probabilities = new double[logits.length];
    double noneOfThem = 1;
    for (int i = 0; i < probabilities.length; i++) {
      double own = Math.exp(logits[i] - largest);
      double against = Math.exp(none - largest) + OTHERS * Math.max(0, sum - own);
      probabilities[i] = own / (own + against);
      noneOfThem *= 1 - probabilities[i];
    }
    return new Probabilities(probabilities, noneOfThem);
  }

  /** Several labels, each by a logistic function of its own. */
  static Probabilities ofIndependent(double[] logits) {
    double[] probabilities = new double[logits.length];
    double noneOfThem = 1;
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
      noneOfThem *= 1 - probabilities[i];
    }
    return new Probabilities(probabilities, noneOfThem);
  }

  private static double largest(double[] logits, double none) {
    double largest = none;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    return largest;
  }
}
