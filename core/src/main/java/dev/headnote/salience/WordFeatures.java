package dev.headnote.salience;

import java.util.Arrays;

/**
 * What a word's chance to be in the summary is learned from: how often and where an article has it,
 * how it is written, and what other articles' summaries did with it (after the features of Hong and
 * Nenkova 2014).
 */
final class WordFeatures {

  static final int SIZE = 21;

  /** The logarithms of small numbers. */
  private static final float[] LOGS = new float[64];

  static {
    for (int count = 0; count < LOGS.length; count++) {
      LOGS[count] = (float) Math.log(count);
    }
  }

  private WordFeatures() {}

  /**
   * Makes a row for each word of an article.
   *
   * @param order how far its order can be trusted
   */
  static Columns of(ReadArticle article, KnownWords known, float order) {
    ArticleWords words = article.words();
    int sentences = words.sentences();
    Surroundings surroundings = new Surroundings(article);
    boolean[] inTitle = inTitle(article);
    float total = (float) Math.log(words.total());
    float length = (float) Math.log(sentences);
    float[] early = decay(sentences, 2);
    float[] quiteEarly = decay(sentences, 8);
    float[][] columns = new float[SIZE][words.size()];
    for (int word = 0; word < words.size(); word++) {
      int first = words.first(word);
      int i = 0;
      columns[i++][word] = logOf(words.count(word));
      columns[i++][word] = logOf(words.sentenceCount(word));
      columns[i++][word] = early[first];
      columns[i++][word] = quiteEarly[first];
      columns[i++][word] = (float) first / sentences;
      columns[i++][word] = first == 0 ? 1 : 0;
      columns[i++][word] = (float) words.sentenceCount(word) / sentences;
      columns[i++][word] = known.priors()[word];
      columns[i++][word] = known.inverseFrequencies()[word];
      columns[i++][word] = (float) words.capitals(word) / words.count(word);
      columns[i++][word] = isNumber(words.word(word)) ? 1 : 0;
      columns[i++][word] = words.word(word).length() / 10f;
      columns[i++][word] = inTitle[word] ? 1 : 0;
      columns[i++][word] = (float) (words.last(word) - first) / sentences;
      columns[i++][word] = total;
      columns[i++][word] = surroundings.nearest[word];
      columns[i++][word] = surroundings.near[word];
      columns[i++][word] = surroundings.quoted[word];
      columns[i++][word] = length;
      columns[i++][word] = known.isNew()[word] ? 1 : 0;
      columns[i][word] = order;
    }
    return new Columns(words.size(), columns);
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
      for (int i = 0; i < words.sentences(); i++) {
        float centrality = article.cosines().centroid()[i];
        float quotes = article.surfaces()[i].quotes() ? 1 : 0;
        for (int word : words.different(i)) {
          nearest[word] = Math.max(nearest[word], centrality);
          near[word] += centrality / words.sentenceCount(word);
          quoted[word] += quotes / words.sentenceCount(word);
        }
      }
    }
  }

  /** The logarithm of how often something stands in an article. */
  static float logOf(int count) {
    return count < LOGS.length ? LOGS[count] : (float) Math.log(count);
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
