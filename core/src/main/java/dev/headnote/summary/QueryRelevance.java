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
    return of(sentences, vectors, sentences, query, weight);
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
    double[] both = ZScores.of(Similarities.of(vectors, query.vector()), 1);
    double[] byWords = byWords(sentences, whole, query.text());
    for (int i = 0; i < both.length; i++) {
      both[i] += byWords[i];
    }
    return ZScores.of(both, weight);
  }

  /**
   * For each sentence, the inverse document frequencies of the query's words in it, added up: in
   * deviations, times the share that the article has of those of the query.
   */
  private static double[] byWords(List<Sentence> sentences, List<Sentence> whole, String query) {
    Set<String> asked = words(query).collect(Collectors.toSet());
    Map<String, Integer> frequencies = new HashMap<>();
    for (Sentence sentence : whole) {
      found(sentence, asked).forEach(word -> frequencies.merge(word, 1, Integer::sum));
    }
    double rarest = Math.log(whole.size());
    double ofFound = 0;
    for (int frequency : frequencies.values()) {
      ofFound += rarest - Math.log(frequency);
    }
    double[] shared = new double[sentences.size()];
    for (int i = 0; i < shared.length; i++) {
      for (String word : found(sentences.get(i), asked)) {
        shared[i] += rarest - Math.log(frequencies.getOrDefault(word, 1));
      }
    }
    double ofAll = ofFound + rarest * (asked.size() - frequencies.size());
    return ZScores.of(shared, ofAll > 0 ? ofFound / ofAll : 0);
  }

  /** The words that were asked for and that a sentence has. */
  private static Set<String> found(Sentence sentence, Set<String> asked) {
    return words(sentence.text()).filter(asked::contains).collect(Collectors.toSet());
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT).replace("\u00ad", "").replace('\u2019', '\''))
        .results()
        .map(MatchResult::group);
  }
}
