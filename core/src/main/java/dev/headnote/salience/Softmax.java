package dev.headnote.salience;

/** Chances from logits. Stateless. */
final class Softmax {

  private Softmax() {}

  /** The logarithms of the chances of which only one comes true. */
  static float[] logs(float[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    float[] logs = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      logs[i] = (float) (logits[i] - largest - Math.log(sum));
    }
    return logs;
  }
}
