package dev.headnote.salience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as the networks' inputs are made of it. Immutable.
 *
 * @param words of its sentences
 * @param pairs of these words
 * @param cosines between its sentences, and with its title
 * @param surfaces how each sentence looks
 * @param title null if there is none
 */
record ReadArticle(
    ArticleWords words,
    ArticlePairs pairs,
    Cosines cosines,
    Surface[] surfaces,
    @Nullable String title) {

  /**
   * Reads an article, without the soft hyphens that words may have.
   *
   * @param texts its sentences, in order
   * @param vectors a vector of length 1 for each
   * @param titleVector of length 1; null where the title is
   */
  static ReadArticle of(
      List<String> texts,
      float[][] vectors,
      @Nullable String title,
      float @Nullable [] titleVector) {
    List<String> plain = texts.stream().map(ReadArticle::withoutSoftHyphens).toList();
    ArticleWords words = new ArticleWords(plain);
    return new ReadArticle(
        words,
        new ArticlePairs(words),
        Cosines.of(vectors, titleVector),
        plain.stream().map(Surface::of).toArray(Surface[]::new),
        title == null ? null : withoutSoftHyphens(title));
  }

  static String withoutSoftHyphens(String text) {
    return text.replace("\u00ad", "");
  }

  /** How many sentences it has. */
  int sentences() {
    return surfaces.length;
  }
}
