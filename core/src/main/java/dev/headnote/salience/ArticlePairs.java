package dev.headnote.salience;

import java.util.Arrays;

/**
 * The pairs of words that stand side by side in an article's sentences (bigrams), numbered in the
 * order of their words' numbers. Immutable.
 */
final class ArticlePairs {

  private final long[] pairs;
  private final int[][] sentences;
  private final int[] counts;
  private final int[] first;

  ArticlePairs(ArticleWords words) {
    long[] all = new long[Math.max(0, words.total())];
    int size = 0;
    for (int i = 0; i < words.sentences(); i++) {
      int[] sentence = words.sentence(i);
      for (int k = 0; k + 1 < sentence.length; k++) {
        all[size++] = pair(sentence[k], sentence[k + 1]);
      }
    }
    Arrays.sort(all, 0, size);
    int distinct = 0;
    for (int k = 0; k < size; k++) {
      if (k == 0 || all[k] != all[k - 1]) {
        all[distinct++] = all[k];
      }
    }
    pairs = Arrays.copyOf(all, distinct);
    counts = new int[distinct];
    first = new int[distinct];
    sentences = new int[words.sentences()][];
    for (int i = 0; i < sentences.length; i++) {
      int[] sentence = words.sentence(i);
      sentences[i] = new int[Math.max(0, sentence.length - 1)];
      for (int k = 0; k + 1 < sentence.length; k++) {
        int number = number(sentence[k], sentence[k + 1]);
        sentences[i][k] = number;
        if (counts[number]++ == 0) {
          first[number] = i;
        }
      }
    }
  }

  private static long pair(int left, int right) {
    return ((long) left << 32) | right;
  }

  /** The number of a pair, below 0 if the article doesn't have it. */
  int number(int left, int right) {
    return left < 0 || right < 0 ? -1 : Arrays.binarySearch(pairs, pair(left, right));
  }

  /** How many different pairs there are. */
  int size() {
    return pairs.length;
  }

  int left(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  int right(int pair) {
    return (int) pairs[pair];
  }

  int count(int pair) {
    return counts[pair];
  }

  int first(int pair) {
    return first[pair];
  }

  /** The pairs of a sentence, in order; not to be changed. */
  int[] sentence(int index) {
    return sentences[index];
  }
}
