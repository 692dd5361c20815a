package dev.headnote.topic;

import dev.headnote.vector.VectorCheck;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article's texts and what an encoder made of them. The arrays are not copied and must not
 * change.
 *
 * @param sentences its sentences, in order
 * @param vectors a vector of length 1 for each sentence
 * @param title its title, or null if there is none
 * @param titleVector the title's vector, of length 1; null where the title is
 * @param definitionVector the vector, of length 1, of what {@link Definition} finds in the first
 *     sentence; null if it finds nothing, or if the article is not to be labelled
 */
public record EncodedArticle(
    List<String> sentences,
    float[][] vectors,
    @Nullable String title,
    float @Nullable [] titleVector,
    float @Nullable [] definitionVector) {

  /** The title's share of the article. */
  private static final double TITLE_SHARE = 0.2;

  /** Sentences count by their characters, from one up to this many. */
  private static final int LONG_SENTENCE = 200;

  /**
   * How much more than its length the first sentence counts: news and encyclopaedias say there what
   * the article is about. docs/topics/labels.md has what this was chosen by.
   */
  private static final double FIRST_SENTENCE = 2;

  public EncodedArticle {
    sentences = List.copyOf(sentences);
    if (vectors.length != sentences.size() || (title == null) != (titleVector == null)) {
      throw new IllegalArgumentException("each text needs a vector");
    }
    if (definitionVector != null && sentences.isEmpty()) {
      throw new IllegalArgumentException("a definition is part of the first sentence");
    }
  }

  /**
   * The sentences' vectors as topics take them, of length 1: the first lies halfway between its own
   * and its definition's, if it has one.
   */
  float[][] topicVectors() {
    if (definitionVector == null) {
      return vectors;
    }
    float[][] topics = vectors.clone();
    topics[0] = between(vectors[0], definitionVector);
    return topics;
  }

  private static float[] between(float[] a, float[] b) {
    double[] sum = new double[a.length];
    DoubleVectors.add(sum, a, 1);
    DoubleVectors.add(sum, b, 1);
    DoubleVectors.normalize(sum);
    return DoubleVectors.toFloats(sum);
  }

  /**
   * Checks that it can be learned from.
   *
   * @throws dev.headnote.HeadnoteException with code MODEL_DAMAGED if a vector holds what is no
   *     finite number
   */
  void requireFinite() {
    VectorCheck.requireFinite("the article's vectors", vectors);
    VectorCheck.requireFinite("the article's vectors", titleVector, definitionVector);
  }

  /** Whether the article has neither a sentence nor a title. */
  boolean isEmpty() {
    return vectors.length == 0 && titleVector == null;
  }

  /** Whether there is anything to be about: a letter in a sentence or in the title. */
  boolean hasWords() {
    return (title != null && hasLetter(title))
        || sentences.stream().anyMatch(EncodedArticle::hasLetter);
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  /**
   * What part of the article each sentence makes up by length, the first counting double; the title
   * makes up the rest of 1.
   */
  double[] shares() {
    double[] shares =
        sentences.stream()
            .mapToDouble(text -> Math.max(1, Math.min(text.length(), LONG_SENTENCE)))
            .toArray();
    if (shares.length > 0) {
      shares[0] *= FIRST_SENTENCE;
    }
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= (titleVector != null ? 1 - TITLE_SHARE : 1) / sum;
    }
    return shares;
  }
}
