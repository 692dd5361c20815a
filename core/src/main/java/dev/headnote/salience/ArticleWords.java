package dev.headnote.salience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An article as a bag of words for each sentence: runs of letters and digits in lower case, as
 * ROUGE counts them. Words are numbered in the order in which they first occur. Immutable once
 * made.
 */
final class ArticleWords {

  /** Whether each character of ASCII is a letter or digit. */
  private static final boolean[] ASCII = new boolean[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isLetterOrDigit(c);
    }
  }

  private final WordNumbers numbers = new WordNumbers();
  private final List<String> words = new ArrayList<>();

  /** Of each word; more room than words. */
  private long[] hashes = new long[512];

  private final int[][] sentences;

  /** Of each sentence its words without those that it has already. */
  private final int[][] different;

  private final int total;

  /** For each word: how often, in how many sentences, in which first and last. */
  private final int[] counts;

  private final int[] sentenceCounts;
  private final int[] first;
  private final int[] last;

  /** How often each word has a capital where no sentence begins. */
  private final int[] capitals;

  ArticleWords(List<String> texts) {
    Growing capitalised = new Growing();
    sentences = new int[texts.size()][];
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] = number(texts.get(i), capitalised);
    }
    counts = new int[words.size()];
    sentenceCounts = new int[words.size()];
    first = new int[words.size()];
    last = new int[words.size()];
    Arrays.fill(last, -1);
    different = new int[sentences.length][];
    int all = 0;
    for (int i = 0; i < sentences.length; i++) {
      all += sentences[i].length;
      int[] found = new int[sentences[i].length];
      int size = 0;
      for (int word : sentences[i]) {
        if (counts[word]++ == 0) {
          first[word] = i;
        }
        if (last[word] != i) {
          last[word] = i;
          sentenceCounts[word]++;
          found[size++] = word;
        }
      }
      different[i] = size == found.length ? found : Arrays.copyOf(found, size);
    }
    total = all;
    capitals = Arrays.copyOf(capitalised.values, words.size());
  }

  /** Numbers that are counted up while it is not known how many there will be. */
  private static final class Growing {

    private int[] values = new int[64];

    void increment(int index) {
      if (index >= values.length) {
        values = Arrays.copyOf(values, Math.max(index + 1, 2 * values.length));
      }
      values[index]++;
    }
  }

  private int[] number(String text, Growing capitalised) {
    int[] found = new int[16];
    int size = 0;
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end == at) {
        at++;
        continue;
      }
      int number = number(text, at, end);
      if (size == found.length) {
        found = Arrays.copyOf(found, 2 * size);
      }
      if (size > 0 && Character.isUpperCase(text.charAt(at))) {
        capitalised.increment(number);
      }
      found[size++] = number;
      at = end;
    }
    return Arrays.copyOf(found, size);
  }

  private int number(String text, int start, int end) {
    long hash = WordHash.of(text, start, end);
    int number = numbers.add(hash);
    if (number == words.size()) {
      words.add(WordHash.lowerCase(text, start, end));
      if (number == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * number);
      }
      hashes[number] = hash;
    }
    return number;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isInWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isInWord(char c) {
    return c < ASCII.length ? ASCII[c] : Character.isLetterOrDigit(c);
  }

  /** The words of another text by their numbers here, or {@link WordNumbers#UNKNOWN}. */
  int[] numbersOf(String text) {
    int[] found = new int[text.length() / 2 + 1];
    int size = 0;
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end > at) {
        found[size++] = numbers.find(WordHash.of(text, at, end));
      }
      at = Math.max(end, at + 1);
    }
    return Arrays.copyOf(found, size);
  }

  /** How many different words there are. */
  int size() {
    return words.size();
  }

  /** How many words there are, all counted. */
  int total() {
    return total;
  }

  String word(int number) {
    return words.get(number);
  }

  /** Its {@link WordHash}. */
  long hash(int word) {
    return hashes[word];
  }

  int count(int word) {
    return counts[word];
  }

  int sentenceCount(int word) {
    return sentenceCounts[word];
  }

  int first(int word) {
    return first[word];
  }

  int last(int word) {
    return last[word];
  }

  int capitals(int word) {
    return capitals[word];
  }

  int sentences() {
    return sentences.length;
  }

  /** The words of a sentence, in order; not to be changed. */
  int[] sentence(int index) {
    return sentences[index];
  }

  /** The different words of a sentence, in the order in which each first comes; as above. */
  int[] different(int index) {
    return different[index];
  }
}
