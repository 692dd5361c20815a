package dev.headnote.salience;

import java.util.Arrays;

/**
 * The pairs of words that stand side by side in an article's sentences (bigrams), numbered in the
 * order of their words' numbers. Immutable.
 */
final class ArticlePairs {

  /** The pairs of a left word are numbered from its start to before the next word's. */
  private final int[] starts;

  private final int[] lefts;
  private final int[] rights;
  private final int[][] sentences;

  /** Of each sentence its pairs, without those that it has already. */
  private final int[][] different;

  private final int[] counts;
  private final int[] first;

  ArticlePairs(ArticleWords words) {
    starts = new int[words.size() + 1];
    int[] all = byLeftWord(words, starts);
    lefts = new int[all.length];
    int distinct = 0;
    for (int left = 0; left < words.size(); left++) {
      int start = starts[left];
      int end = starts[left + 1];
      Arrays.sort(all, start, end);
      starts[left] = distinct;
      for (int k = start; k < end; k++) {
        if (k == start || all[k] != all[k - 1]) {
          lefts[distinct] = left;
          all[distinct++] = all[k];
        }
      }
    }
    starts[words.size()] = distinct;
    rights = Arrays.copyOf(all, distinct);
    counts = new int[distinct];
    first = new int[distinct];
    sentences = new int[words.sentences()][];
    different = new int[sentences.length][];
    int[] seenIn = new int[distinct];
    for (int i = 0; i < sentences.length; i++) {
      int[] sentence = words.sentence(i);
      sentences[i] = new int[Math.max(0, sentence.length - 1)];
      int[] found = new int[sentences[i].length];
      int size = 0;
      for (int k = 0; k + 1 < sentence.length; k++) {
        int number = number(sentence[k], sentence[k + 1]);
        sentences[i][k] = number;
        if (counts[number]++ == 0) {
          first[number] = i;
        }
        if (seenIn[number] <= i) {
          seenIn[number] = i + 1;
          found[size++] = number;
        }
      }
      different[i] = size == found.length ? found : Arrays.copyOf(found, size);
    }
  }

  /**
   * Returns the right words of all pairs, those of a left word side by side.
   *
   * @param starts receives where each left word's begin, and where the last's end
   */
  private static int[] byLeftWord(ArticleWords words, int[] starts) {
    for (int i = 0; i < words.sentences(); i++) {
      int[] sentence = words.sentence(i);
      for (int k = 0; k + 1 < sentence.length; k++) {
        starts[sentence[k]]++;
      }
    }
    int size = 0;
    for (int left = 0; left < starts.length; left++) {
      size += starts[left];
      starts[left] = size;
    }
    int[] rights = new int[size];
    for (int i = words.sentences() - 1; i >= 0; i--) {
      int[] sentence = words.sentence(i);
      for (int k = sentence.length - 2; k >= 0; k--) {
        rights[--starts[sentence[k]]] = sentence[k + 1];
      }
    }
    return rights;
  }

  /** The number of a pair, below 0 if the article doesn't have it. */
  int number(int left, int right) {
    return left < 0 || right < 0
        ? -1
        : Arrays.binarySearch(rights, starts[left], starts[left + 1], right);
  }

  /** How many different pairs there are. */
  int size() {
    return rights.length;
  }

  int left(int pair) {
    return lefts[pair];
  }

  int right(int pair) {
    return rights[pair];
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

  /** The different pairs of a sentence, in the order in which each first comes; as above. */
  int[] different(int index) {
    return different[index];
  }
}
