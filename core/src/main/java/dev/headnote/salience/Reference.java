package dev.headnote.salience;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A summary that somebody wrote, to count how much of it an article's sentences cover (ROUGE). */
final class Reference {

  /** It is made of sentences if whole ones make up so much of it. */
  private static final double EXTRACTIVE_SHARE = 0.7;

  private static final int LEAST_GOLD_WORDS = 5;

  private final ArticleWords article;
  private final ArticlePairs pairs;

  /** How often it has those words and pairs that the article has too. */
  private final Map<Integer, Integer> wordCounts = new HashMap<>();

  private final Map<Integer, Integer> pairCounts = new HashMap<>();
  private final int length;

  /** The sentences that it takes over whole, where it is made of such; else none. */
  private final Set<Integer> gold = new HashSet<>();

  /** One selection's counts, by word and by pair; empty between calls. */
  private final Map<Integer, Integer> used = new HashMap<>();

  Reference(ArticleWords article, ArticlePairs pairs, String summary) {
    this.article = article;
    this.pairs = pairs;
    int[] words = article.numbersOf(ReadArticle.withoutSoftHyphens(summary));
    length = words.length;
    for (int k = 0; k < length; k++) {
      if (words[k] != WordNumbers.UNKNOWN) {
        wordCounts.merge(words[k], 1, Integer::sum);
      }
      int pair = k + 1 < length ? pairs.number(words[k], words[k + 1]) : -1;
      if (pair >= 0) {
        pairCounts.merge(pair, 1, Integer::sum);
      }
    }
    int taken = 0;
    for (int i = 0; i < article.sentences(); i++) {
      int[] sentence = article.sentence(i);
      if (sentence.length >= LEAST_GOLD_WORDS && contains(words, sentence)) {
        gold.add(i);
        taken += sentence.length;
      }
    }
    if (taken < EXTRACTIVE_SHARE * length) {
      gold.clear();
    }
  }

  private static boolean contains(int[] words, int[] sentence) {
    for (int start = 0; start + sentence.length <= words.length; start++) {
      if (Arrays.equals(words, start, start + sentence.length, sentence, 0, sentence.length)) {
        return true;
      }
    }
    return false;
  }

  /** The sentences of which it is made, if it is made of the article's; else none. */
  Set<Integer> gold() {
    return gold;
  }

  /** How many words it has. */
  int length() {
    return length;
  }

  boolean hasWord(int word) {
    return wordCounts.containsKey(word);
  }

  boolean hasPair(int pair) {
    return pairCounts.containsKey(pair);
  }

  /** The F1 of ROUGE-1 and ROUGE-2 of some sentences, added up: between 0 and 2. */
  double reward(int... sentences) {
    int hits = 0;
    int given = 0;
    for (int sentence : sentences) {
      given += article.sentence(sentence).length;
      hits += hits(article.sentence(sentence), wordCounts);
    }
    used.clear();
    int pairHits = 0;
    for (int sentence : sentences) {
      pairHits += hits(pairs.sentence(sentence), pairCounts);
    }
    used.clear();
    double f1 = 2.0 * hits / (given + length);
    double pairF1 = given + length > 2 ? 2.0 * pairHits / (given + length - 2) : 0;
    return f1 + pairF1;
  }

  private int hits(int[] items, Map<Integer, Integer> wanted) {
    int hits = 0;
    for (int item : items) {
      Integer most = wanted.get(item);
      if (most != null && used.merge(item, 1, Integer::sum) <= most) {
        hits++;
      }
    }
    return hits;
  }
}
