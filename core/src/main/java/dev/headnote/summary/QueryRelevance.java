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
 * for more than "what" and "the". The fewer of the query's words the article has, so counted, the
 * less they count altogether: in an article that lacks what was asked for, "what" and "the" would
 * decide else. docs/summaries/tried.md has what this was chosen by. Stateless.
 */
final class QueryRelevance {

  /** "Won't" is one word; but the "s" of a possessive would be one that many sentences have. */
  private static final Pattern WORD =
      Pattern.compile("(?<!'(?=s\\b))[\\p{L}\\p{M}\\p{N}]+(?:'(?!s\\b)[\\p{L}\\p{M}\\p{N}]+)*");

  private QueryRelevance() {}

  /**
   * Returns the relevance of each sentence: standard deviations from the mean, times a weight.
   *
   * @param sentences in the article's order, at least one
   * @param vectors a vector of length 1 for each
   */
  static double[] of(List<Sentence> sentences, float[][] vectors, Query query, double weight) {
    Set<String> asked = asked(query);
    List<Set<String>> found = found(sentences, asked).toList();
    Map<String, Integer> frequencies = frequencies(found.stream());
    double[] byWords = byWords(found, frequencies, sentences.size(), asked.size());
    return sum(byWords, vectors, query, weight);
  }

  /**
   * Returns the relevance of some sentences, in the way of {@link #of(List, float[][], Query,
   * double)}.
   *
   * @param whole those among which words are counted, with the others
   */
  static double[] of(
      List<Sentence> sentences,
      float[][] vectors,
      List<Sentence> whole,
      Query query,
      double weight) {
    Set<String> asked = asked(query);
    List<Set<String>> found = found(sentences, asked).toList();
    Map<String, Integer> frequencies = frequencies(found(whole, asked));
    double[] byWords = byWords(found, frequencies, whole.size(), asked.size());
    return sum(byWords, vectors, query, weight);
  }

  private static double[] sum(double[] byWords, float[][] vectors, Query query, double weight) {
    double[] both = ZScores.of(Similarities.of(vectors, query.vector()), 1);
    for (int i = 0; i < both.length; i++) {
      both[i] += byWords[i];
    }
    return ZScores.of(both, weight);
  }

  /**
   * For each sentence, the inverse document frequencies of the query's words in it, added up: in
   * deviations, times the share that the article has of those of the query.
   *
   * @param found the words that were asked for in each sentence
   * @param frequencies how many of {@code size} sentences have each
   * @param asked how many words were asked for
   */
  private static double[] byWords(
      List<Set<String>> found, Map<String, Integer> frequencies, int size, int asked) {
    double rarest = Math.log(size);
    double ofFound = 0;
    for (int frequency : frequencies.values()) {
      ofFound += rarest - Math.log(frequency);
    }
    double[] shared = new double[found.size()];
    for (int i = 0; i < shared.length; i++) {
      for (String word : found.get(i)) {
        shared[i] += rarest - Math.log(frequencies.getOrDefault(word, 1));
      }
    }
    double ofAll = ofFound + rarest * (asked - frequencies.size());
    return ZScores.of(shared, ofAll > 0 ? ofFound / ofAll : 0);
  }

  private static Map<String, Integer> frequencies(Stream<Set<String>> found) {
    Map<String, Integer> frequencies = new HashMap<>();
    found.forEach(words -> words.forEach(word -> frequencies.merge(word, 1, Integer::sum)));
    return frequencies;
  }

  private static Set<String> asked(Query query) {
    return words(query.text()).collect(Collectors.toSet());
  }

  /** The words that were asked for and that each sentence has. */
  private static Stream<Set<String>> found(List<Sentence> sentences, Set<String> asked) {
    return sentences.stream()
        .map(s -> words(s.text()).filter(asked::contains).collect(Collectors.toSet()));
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT).replace("\u00ad", "").replace('\u2019', '\''))
        .results()
        .map(MatchResult::group);
  }
}
