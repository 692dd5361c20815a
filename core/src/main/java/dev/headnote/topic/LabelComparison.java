package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.normalize;

import java.util.Arrays;

/** Compares an article's texts with what labels mean, and weighs the texts by it. Immutable. */
final class LabelComparison {

  /** How many sentences are compared with the labels at once: their vectors fit a core's cache. */
  static final int BLOCK = 16;

  /** Subtracted from each vector. */
  private final double[] centre;

  /** Its products with a centred vector of length 1 are the labels' logits. */
  private final LabelMatrix matrix;

  /** How many labels there are, including those that are only compared with. */
  private final int directions;

  /**
   * @param learned what the labels mean
   */
  LabelComparison(LabelDirections learned) {
    centre = learned.centre();
    directions = learned.vectors().length;
    matrix = new LabelMatrix(learned.vectors());
  }

  /**
   * Compares an article.
   *
   * @param article has a sentence or a title
   * @param strongest takes the sentences' contributions
   * @param check run before each block of sentences; what it throws ends the work
   */
  ArticleLogits compare(EncodedArticle article, StrongestSentences strongest, Runnable check) {
    double[] shares = article.shares();
    float[][] vectors = article.topicVectors();
    ArticleLogits logits =
        new ArticleLogits(centre.length, directions, vectors.length + 1, strongest);
    double[][] room = room(vectors.length);
    for (int from = 0; from < vectors.length; from += BLOCK) {
      check.run();
      double[][] centred = centred(vectors, from, room);
      double[][] own = matrix.products(centred);
      for (int i = 0; i < centred.length; i++) {
        logits.addSentence(shares[from + i], centred[i], own[i]);
      }
    }
    float[] title = article.titleVector();
    if (title != null) {
      double[] centred = centred(title);
      double[] own = matrix.products(new double[][] {centred})[0];
      logits.addTitle(1 - Arrays.stream(shares).sum(), centred, own);
    }
    return logits;
  }

  /** Room for the blocks of so many vectors, one after the other. */
  double[][] room(int vectors) {
    return new double[Math.min(BLOCK, vectors)][centre.length];
  }

  /**
   * Centres a block of vectors and brings each to length 1.
   *
   * @param room receives them
   */
  double[][] centred(float[][] vectors, int from, double[][] room) {
    int size = Math.min(BLOCK, vectors.length - from);
    for (int i = 0; i < size; i++) {
      centre(vectors[from + i], room[i]);
    }
    int i = 0;
    for (; i + 4 <= size; i += 4) {
      normalize(room[i], room[i + 1], room[i + 2], room[i + 3]);
    }
    for (; i < size; i++) {
      normalize(room[i]);
    }
    return size == room.length ? room : Arrays.copyOf(room, size);
  }

  double[] centred(float[] vector) {
    double[] centred = new double[centre.length];
    centre(vector, centred);
    normalize(centred);
    return centred;
  }

  private void centre(float[] vector, double[] centred) {
    for (int d = 0; d < centred.length; d++) {
      centred[d] = vector[d] - centre[d];
    }
  }
}
