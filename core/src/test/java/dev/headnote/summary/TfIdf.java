package dev.headnote.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sentences as vectors of their words, each weighted by how often the sentence has it and by how
 * few articles do, log(N/n), as in LexRank. A word that every article has weighs nothing.
 */
public final class TfIdf {

  private final Map<String, Integer> articlesWith = new HashMap<>();
  private final int articles;

  /**
   * @param articles the sentences of each article; the more of them, the better the weights
   */
  public TfIdf(List<List<String>> articles) {
    this.articles = articles.size();
    for (List<String> article : articles) {
      HashSet<String> seen = new HashSet<>();
      article.forEach(sentence -> seen.addAll(words(sentence)));
      seen.forEach(word -> articlesWith.merge(word, 1, Integer::sum));
    }
  }

  /** The cosine of each sentence with each; 0 where one has no weight. */
  public double[][] similarities(List<String> sentences) {
    List<Map<String, Double>> vectors = new ArrayList<>();
    for (String sentence : sentences) {
      Map<String, Double> weights = new HashMap<>();
      words(sentence).forEach(word -> weights.merge(word, idf(word), Double::sum));
      double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
      weights.replaceAll((word, weight) -> length == 0 ? 0 : weight / length);
      vectors.add(weights);
    }
    double[][] cosines = new double[vectors.size()][vectors.size()];
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j <= i; j++) {
        Map<String, Double> other = vectors.get(j);
        double dot = 0;
        for (Map.Entry<String, Double> entry : vectors.get(i).entrySet()) {
          dot += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        cosines[i][j] = dot;
        cosines[j][i] = dot;
      }
    }
    return cosines;
  }

  private double idf(String word) {
    return Math.log((double) articles / articlesWith.getOrDefault(word, 1));
  }

  static List<String> words(String sentence) {
    return Stream.of(sentence.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
