package dev.headnote.evaluate;

import dev.headnote.Sentence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns texts into tokens as rouge-score does, and tokens and n-grams into numbers: equal ones have
 * equal numbers, from 0 up to {@link #size()}. Its texts are those of one comparison, so that it
 * stays small. For one thread.
 */
final class RougeVocabulary {

  /** Shorter words are left as they are. */
  private static final int SHORTEST_STEMMED = 4;

  private final boolean isStemming;
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();
  private final Map<Long, Integer> pairs = new HashMap<>();
  private int size;

  RougeVocabulary(boolean isStemming) {
    this.isStemming = isStemming;
  }

  /** How many different tokens and n-grams there are so far. */
  int size() {
    return size;
  }

  /** The runs of {@code [a-z0-9]} in the lower-cased text; with stemming, their stems. */
  int[] tokens(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int[] tokens = new int[8];
    int count = 0;
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside = i < lower.length() && isTokenCharacter(lower.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        tokens = count == tokens.length ? Arrays.copyOf(tokens, 2 * count) : tokens;
        tokens[count++] = words.computeIfAbsent(lower.substring(start, i), this::ofWord);
        start = -1;
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  /** The tokens of each sentence. */
  int[][] tokens(List<Sentence> sentences) {
    return sentences.stream().map(sentence -> tokens(sentence.text())).toArray(int[][]::new);
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private int ofWord(String word) {
    String stem = isStemming && word.length() >= SHORTEST_STEMMED ? PorterStemmer.stem(word) : word;
    return stems.computeIfAbsent(stem, added -> size++);
  }

  /**
   * The n-grams of some tokens.
   *
   * @param n at least 1
   * @param tokens what {@link #tokens} returned
   */
  int[] ngrams(int n, int[] tokens) {
    int[] grams = tokens;
    for (int length = 2; length <= n && grams.length > 0; length++) {
      int[] longer = new int[Math.max(0, tokens.length - length + 1)];
      for (int i = 0; i < longer.length; i++) {
        // Shorter by one, and the token after it.
        long pair = (long) grams[i] << Integer.SIZE | tokens[i + length - 1];
        longer[i] = pairs.computeIfAbsent(pair, added -> size++);
      }
      grams = longer;
    }
    return grams;
  }
}
