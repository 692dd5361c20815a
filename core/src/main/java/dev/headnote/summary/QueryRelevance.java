package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much each sentence of an article says about a query: how near its vector is to the query's,
 * and which of the query's words it has. A word counts for as much as the logarithm of one over the
 * share of sentences that have it (inverse document frequency, Spärck Jones 1972), so names count
 * and "what" and "the" hardly do. docs/summaries/tried.md has what this was chosen by. Stateless.
 */
final class QueryRelevance {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private QueryRelevance() {}

  /**
   * Returns the relevance of each sentence: standard deviations from the mean, times a weight.
   *
   * @param sentences in the article's order, at least one
   * @param vectors a vector of length 1 for each
   */
  static double[] of(List<Sentence> sentences, float[][] vectors, Query query, double weight) {
    double[] byVectors = ZScores.of(Similarities.of(vectors, query.vector()), 1);
    double[] byWords = ZScores.of(sharedWords(sentences, query.text()), 1);
    double[] both = new double[byVectors.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = byVectors[i] + byWords[i];
    }
    return ZScores.of(both, weight);
  }

  /** For each sentence, the inverse document frequencies of the query's words in it, added up. */
  private static double[] sharedWords(List<Sentence> sentences, String query) {
    Set<String> asked = words(query).collect(Collectors.toSet());
    List<Set<String>> found =
        sentences.stream()
            .map(Sentence::text)
            .map(text -> words(text).filter(asked::contains).collect(Collectors.toSet()))
            .toList();
    Map<String, Integer> frequencies = new HashMap<>();
    found.forEach(words -> words.forEach(word -> frequencies.merge(word, 1, Integer::sum)));
    double[] shared = new double[found.size()];
    for (int i = 0; i < shared.length; i++) {
      for (String word : found.get(i)) {
        shared[i] += Math.log((double) shared.length / frequencies.getOrDefault(word, 1));
      }
    }
    return shared;
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT).replace("\u00ad", ""))
        .results()
        .map(MatchResult::group);
  }
}
