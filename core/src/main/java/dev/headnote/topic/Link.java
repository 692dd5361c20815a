package dev.headnote.topic;

/** How logits become probabilities in training. */
enum Link {
  /** One label an article. */
  SOFTMAX {
    @Override
    double loss(double[] logits, boolean[] gold, double[] residuals) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double logit : logits) {
        largest = Math.max(largest, logit);
      }
      double sum = 0;
      for (double logit : logits) {
        sum += Math.exp(logit - largest);
      }
      double loss = 0;
      for (int label = 0; label < logits.length; label++) {
        double log = logits[label] - largest - Math.log(sum);
        residuals[label] = Math.exp(log) - (gold[label] ? 1 : 0);
        loss -= gold[label] ? log : 0;
      }
      return loss;
    }
  },
  /** Several labels an article, each by itself. */
  LOGISTIC {
    @Override
    double loss(double[] logits, boolean[] gold, double[] residuals) {
      double loss = 0;
      for (int label = 0; label < logits.length; label++) {
        double z = gold[label] ? logits[label] : -logits[label];
        double wrong = 1 / (1 + Math.exp(z));
        residuals[label] = gold[label] ? -wrong : wrong;
        // log(1 + exp(-z)), without overflow.
        loss += Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
      }
      return loss;
    }
  };

  /**
   * The cross-entropy of an article.
   *
   * @param logits one for each label
   * @param gold which labels it has; exactly one for a softmax
   * @param residuals filled with the derivatives by the logits
   * @return in nats
   */
  abstract double loss(double[] logits, boolean[] gold, double[] residuals);
}
