package dev.headnote.topic;

/**
 * The length of an encoder's vectors, which those of an article are compared with. Immutable.
 *
 * @param count how many dimensions
 */
record Dimensions(int count) {

  /**
   * Checks that an article was encoded with such an encoder.
   *
   * @throws IllegalArgumentException if one of its vectors is of another length
   */
  void check(EncodedArticle article) {
    for (float[] vector : article.vectors()) {
      check(vector);
    }
    if (article.titleVector() != null) {
      check(article.titleVector());
    }
    if (article.definitionVector() != null) {
      check(article.definitionVector());
    }
  }

  private void check(float[] vector) {
    if (vector.length != count) {
      throw new IllegalArgumentException(
          "the article has a vector of "
              + vector.length
              + " dimensions, and the labels have "
              + count
              + "; encode both with the same encoder");
    }
  }
}
