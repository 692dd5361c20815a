package dev.headnote.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * ROUGE (Lin 2004), as Google's rouge-score counts it without its stemmer: tokens are runs of
 * {@code [a-z0-9]} of the lower-cased text.
 */
public final class Rouge {

  /**
   * Precision, recall and their harmonic mean, each between 0 and 1.
   *
   * @param precision the share of the candidate that the reference has
   * @param recall the share of the reference that the candidate has
   */
  public record Score(double precision, double recall) {

    static Score of(long hits, long candidate, long reference) {
      return new Score(
          candidate == 0 ? 0 : (double) hits / candidate,
          reference == 0 ? 0 : (double) hits / reference);
    }

    /** The harmonic mean of precision and recall; 0 if both are 0. */
    public double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  private Rouge() {}

  /**
   * ROUGE-N.
   *
   * @param n the length of the n-grams, at least 1
   */
  public static Score n(int n, String candidate, String reference) {
    Map<List<String>, Integer> wanted = ngrams(n, tokens(reference));
    Map<List<String>, Integer> given = ngrams(n, tokens(candidate));
    long hits = 0;
    for (Map.Entry<List<String>, Integer> entry : given.entrySet()) {
      hits += Math.min(entry.getValue(), wanted.getOrDefault(entry.getKey(), 0));
    }
    return Score.of(hits, sum(given), sum(wanted));
  }

  /** ROUGE-Lsum: the union of longest common subsequences over the sentences of both. */
  public static Score lsum(List<String> candidate, List<String> reference) {
    List<List<String>> given = candidate.stream().map(Rouge::tokens).toList();
    List<List<String>> wanted = reference.stream().map(Rouge::tokens).toList();
    Map<String, Integer> givenLeft = counts(given);
    Map<String, Integer> wantedLeft = counts(wanted);
    long hits = 0;
    for (List<String> sentence : wanted) {
      Set<Integer> union = new HashSet<>();
      for (List<String> other : given) {
        union.addAll(longestCommonSubsequence(sentence, other));
      }
      for (int position : union) {
        String token = sentence.get(position);
        if (givenLeft.getOrDefault(token, 0) > 0 && wantedLeft.getOrDefault(token, 0) > 0) {
          hits++;
          givenLeft.merge(token, -1, Integer::sum);
          wantedLeft.merge(token, -1, Integer::sum);
        }
      }
    }
    return Score.of(
        hits,
        given.stream().mapToLong(List::size).sum(),
        wanted.stream().mapToLong(List::size).sum());
  }

  /** The positions in {@code a} of a longest common subsequence of both. */
  private static List<Integer> longestCommonSubsequence(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        length[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    List<Integer> positions = new ArrayList<>();
    int i = a.size();
    int j = b.size();
    while (i > 0 && j > 0) {
      if (a.get(i - 1).equals(b.get(j - 1))) {
        positions.add(--i);
        j--;
      } else if (length[i][j - 1] > length[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return positions;
  }

  private static Map<String, Integer> counts(List<List<String>> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    sentences.forEach(tokens -> tokens.forEach(token -> counts.merge(token, 1, Integer::sum)));
    return counts;
  }

  private static Map<List<String>, Integer> ngrams(int n, List<String> tokens) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(tokens.subList(i, i + n), 1, Integer::sum);
    }
    return counts;
  }

  private static long sum(Map<List<String>, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::intValue).sum();
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String token : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
