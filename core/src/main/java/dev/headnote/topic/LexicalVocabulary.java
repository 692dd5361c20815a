package dev.headnote.topic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words and pairs that a model knows, with their inverse document frequencies. An article's
 * features count by the logarithm of how often they come and by how rare they are, relative to the
 * length of all of them, the unknown ones included (tf-idf: Salton and Buckley 1988). Immutable;
 * the arrays must not change.
 *
 * @param features ascending
 * @param inverseFrequencies of each of the features, natural logarithms
 * @param ofUnknown the inverse document frequency of a feature that is not among them
 */
record LexicalVocabulary(long[] features, double[] inverseFrequencies, double ofUnknown) {

  /**
   * Learns a vocabulary from articles.
   *
   * @param articles the features of each, without their counts
   * @param leastArticles a feature of fewer articles is left out
   * @param most how many features to know; of more, those of most articles
   */
  static LexicalVocabulary of(
      Collection<? extends Collection<Long>> articles, int leastArticles, int most) {
    Map<Long, Integer> frequencies = new HashMap<>();
    for (Collection<Long> article : articles) {
      article.forEach(feature -> frequencies.merge(feature, 1, Integer::sum));
    }
    List<Map.Entry<Long, Integer>> kept =
        frequencies.entrySet().stream()
            .filter(entry -> entry.getValue() >= leastArticles)
            .sorted(
                Comparator.comparingInt((Map.Entry<Long, Integer> entry) -> -entry.getValue())
                    .thenComparingLong(Map.Entry::getKey))
            .limit(most)
            .toList();
    long[] features = kept.stream().mapToLong(Map.Entry::getKey).sorted().toArray();
    double[] inverse =
        Arrays.stream(features)
            .mapToDouble(
                feature ->
                    Math.log(
                        (1.0 + articles.size())
                            / (1 + Objects.requireNonNull(frequencies.get(feature)))))
            .toArray();
    return new LexicalVocabulary(features, inverse, Math.log(1.0 + articles.size()));
  }

  int size() {
    return features.length;
  }

  /** The index of a feature, or a negative number if it isn't known. */
  int find(long feature) {
    return Arrays.binarySearch(features, feature);
  }

  /**
   * The weight of a feature in an article, not yet divided by the length of all of them.
   *
   * @param place what {@link #find} returned
   * @param count how often the article has it
   */
  double weight(int place, int count) {
    return Math.log1p(count) * (place < 0 ? ofUnknown : inverseFrequencies[place]);
  }

  /** The Euclidean length of an article's weights; 1 for an article without words. */
  double length(Map<Long, Integer> counts) {
    double squares = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      double weight = weight(find(entry.getKey()), entry.getValue());
      squares += weight * weight;
    }
    return squares == 0 ? 1 : Math.sqrt(squares);
  }
}
