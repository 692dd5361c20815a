package dev.headnote.salience;

import java.util.Arrays;

/**
 * What a word's chance to be in the summary is learned from: how often and where an article has it,
 * how it is written, and what other articles' summaries did with it (after the features of Hong and
 * Nenkova 2014).
 */
final class WordFeatures {

  static final int SIZE = 21;

  private WordFeatures() {}

  /**
   * Makes a row for each word of an article.
   *
   * @param order how far its order can be trusted
   */
  static float[][] of(ReadArticle article, KnownWords known, float order) {
    ArticleWords words = article.words();
    int sentences = words.sentences();
    Surroundings surroundings = new Surroundings(article);
    boolean[] inTitle = inTitle(article);
    float total = (float) Math.log(words.total());
    float length = (float) Math.log(sentences);
    float[] early = decay(sentences, 2);
    float[] quiteEarly = decay(sentences, 8);
    float[][] rows = new float[words.size()][];
    for (int word = 0; word < rows.length; word++) {
      int first = words.first(word);
      rows[word] =
          new float[] {
            (float) Math.log(words.count(word)),
            (float) Math.log(words.sentenceCount(word)),
            early[first],
            quiteEarly[first],
            (float) first / sentences,
            first == 0 ? 1 : 0,
            (float) words.sentenceCount(word) / sentences,
            known.priors()[word],
            known.inverseFrequencies()[word],
            (float) words.capitals(word) / words.count(word),
            isNumber(words.word(word)) ? 1 : 0,
            words.word(word).length() / 10f,
            inTitle[word] ? 1 : 0,
            (float) (words.last(word) - first) / sentences,
            total,
            surroundings.nearest[word],
            surroundings.near[word],
            surroundings.quoted[word],
            length,
            known.isNew()[word] ? 1 : 0,
            order,
          };
    }
    return rows;
  }

  /** Whether each word is in the title. */
  private static boolean[] inTitle(ReadArticle article) {
    boolean[] inTitle = new boolean[article.words().size()];
    if (article.title() != null) {
      for (int word : article.words().numbersOf(article.title())) {
        if (word != WordNumbers.UNKNOWN) {
          inTitle[word] = true;
        }
      }
    }
    return inTitle;
  }

  /** What the sentences are like that a word stands in, each of them counted once. */
  private static final class Surroundings {

    /** Less than any centrality, which is in standard deviations. */
    private static final float NOWHERE = -9;

    /** For each word the largest and the mean centrality, and the share that has a quote. */
    private final float[] nearest;

    private final float[] near;
    private final float[] quoted;

    Surroundings(ReadArticle article) {
      ArticleWords words = article.words();
      nearest = new float[words.size()];
      near = new float[words.size()];
      quoted = new float[words.size()];
      Arrays.fill(nearest, NOWHERE);
      int[] seenIn = new int[words.size()];
      for (int i = 0; i < words.sentences(); i++) {
        float centrality = article.cosines().centroid()[i];
        float quotes = article.surfaces()[i].quotes() ? 1 : 0;
        for (int word : words.sentence(i)) {
          if (seenIn[word] <= i) {
            seenIn[word] = i + 1;
            nearest[word] = Math.max(nearest[word], centrality);
            near[word] += centrality / words.sentenceCount(word);
            quoted[word] += quotes / words.sentenceCount(word);
          }
        }
      }
    }
  }

  /** For each sentence a number that falls from 1 by a factor of e every so many sentences. */
  static float[] decay(int sentences, double over) {
    float[] decay = new float[sentences];
    for (int i = 0; i < sentences; i++) {
      decay[i] = (float) Math.exp(-i / over);
    }
    return decay;
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
