package dev.headnote.topic;

import java.util.List;
import java.util.Objects;

/**
 * What an article's words and pairs of words add to the labels' logits. Immutable; the array must
 * not change.
 *
 * @param vocabulary the words and pairs that it knows
 * @param weights for each of them, one for each label
 * @param labels how many there are
 */
record LexicalModel(LexicalVocabulary vocabulary, float[] weights, int labels) {

  /** What each text of an article adds. */
  interface Contributions {

    /**
     * Adds what one text does.
     *
     * @param text the number of a sentence, or of sentences for the title
     * @param ofLabels added to
     */
    void add(int text, double[] ofLabels);
  }

  /**
   * Reads an article. A word that comes more than once adds the same each time, and together as
   * much as its weight in the whole article.
   */
  Contributions read(EncodedArticle article) {
    LexicalCounts counts = LexicalCounts.of(article);
    List<long[]> ofTexts = counts.ofTexts();
    double length = vocabulary.length(counts.counts());
    return (text, ofLabels) -> {
      for (long feature : ofTexts.get(text)) {
        int place = vocabulary.find(feature);
        if (place >= 0) {
          int times = Objects.requireNonNull(counts.counts().get(feature));
          double each = vocabulary.weight(place, times) / times / length;
          for (int label = 0; label < labels; label++) {
            ofLabels[label] += each * weights[place * labels + label];
          }
        }
      }
    };
  }
}
