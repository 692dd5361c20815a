package dev.headnote.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words and pairs of an article, text by text, and how often each comes in all of it.
 *
 * @param ofTexts the features of each sentence, then of the title, empty if there is none
 * @param counts how often each feature comes
 */
record LexicalCounts(List<long[]> ofTexts, Map<Long, Integer> counts) {

  static LexicalCounts of(EncodedArticle article) {
    List<long[]> ofTexts = new ArrayList<>(article.sentences().size() + 1);
    for (String sentence : article.sentences()) {
      ofTexts.add(LexicalFeatures.of(sentence));
    }
    String title = article.title();
    ofTexts.add(title == null ? new long[0] : LexicalFeatures.of(title));
    Map<Long, Integer> counts = new HashMap<>();
    for (long[] features : ofTexts) {
      for (long feature : features) {
        counts.merge(feature, 1, Integer::sum);
      }
    }
    return new LexicalCounts(ofTexts, counts);
  }
}
