package dev.headnote.summary;

/**
 * PacSum (Zheng and Lapata 2019): a sentence is worth what it has in common with those after it,
 * less what it has in common with those before it.
 *
 * @param before the weight of similarities to the sentences before, lambda 1; mostly below 0
 * @param after the weight of those to the sentences after, lambda 2
 * @param beta the part of an article's range of similarities, 0 to 1, that counts as nothing
 */
public record PacSum(double before, double after, double beta) {

  /**
   * Scores sentences.
   *
   * @param similarities the dot product of each with each
   */
  public double[] scores(double[][] similarities) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < similarities.length; i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, similarities[i][j]);
        most = Math.max(most, similarities[i][j]);
      }
    }
    double threshold = least + beta * (most - least);
    double[] scores = new double[similarities.length];
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < i; j++) {
        double edge = Math.max(0, similarities[i][j] - threshold);
        scores[i] += before * edge;
        scores[j] += after * edge;
      }
    }
    return scores;
  }
}
