package dev.headnote.salience;

/**
 * What tells how far an article's order can be trusted: whether it begins with what matters, as
 * news does, and whether its sentences follow from each other. A list, or sentences in any order,
 * do neither. All numbers are of the article as a whole.
 */
final class OrderFeatures {

  /** The most that a measure, or its correlation, can be in an article that is learned from. */
  private static final float MOST = (float) Math.sqrt(SalienceTrainer.MOST_SENTENCES);

  private static final int MEASURES = 8;
  private static final int OF_MEASURE = 4;

  static final int SIZE = 3 + MEASURES * OF_MEASURE;

  /** A word with a higher inverse frequency carries content. */
  private static final float CONTENT = 3.5f;

  /** Nor is a word with a lower one part of a name. */
  private static final float FREQUENT = 2;

  private OrderFeatures() {}

  /**
   * Makes the only row of an article, which has a sentence.
   *
   * @param lexicalCentrality of each sentence, standardised
   */
  static float[] of(ReadArticle article, KnownWords known, float[] lexicalCentrality) {
    float[][] measures = {
      article.cosines().centroid(),
      lexicalCentrality,
      lengths(article.words()),
      priors(article.words(), known),
      recurring(article.words(), known),
      surface(article, Surface.CAPITALS),
      surface(article, Surface.QUOTE),
      surface(article, Surface.POINTS_BACK),
    };
    float[] row = new float[SIZE];
    row[0] = (float) Math.log(article.sentences());
    row[1] = article.cosines().neighbours();
    row[2] = shortNamesFirst(article, known);
    float[] places = places(article.sentences());
    for (int m = 0; m < MEASURES; m++) {
      setShape(measures[m], places, row, 3 + m * OF_MEASURE);
    }
    return row;
  }

  /** The sentences' places, in deviations. */
  private static float[] places(int sentences) {
    float[] places = new float[sentences];
    for (int i = 0; i < sentences; i++) {
      places[i] = i;
    }
    return Cosines.standardized(places);
  }

  /**
   * How a measure goes through the article: its values, in deviations, at the first sentence, the
   * next two and the last, and its correlation with place, which counts more in a long article, up
   * to the length of those learned from.
   */
  private static void setShape(float[] measure, float[] places, float[] row, int at) {
    float[] values = Cosines.standardized(measure);
    int last = values.length - 1;
    row[at] = bounded(values[0]);
    row[at + 1] = bounded((values[Math.min(1, last)] + values[Math.min(2, last)]) / 2);
    row[at + 2] = bounded(values[last]);
    row[at + 3] = bounded(Cosines.dot(values, places) / (float) Math.sqrt(values.length));
  }

  /** Else one mark in a text of thousands of sentences would be more than was ever learned from. */
  private static float bounded(float value) {
    return Math.max(-MOST, Math.min(MOST, value));
  }

  private static float[] lengths(ArticleWords words) {
    float[] lengths = new float[words.sentences()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (float) Math.log1p(words.sentence(i).length);
    }
    return lengths;
  }

  /** Each sentence's mean log odds of its words to be in summaries. */
  private static float[] priors(ArticleWords words, KnownWords known) {
    float[] priors = new float[words.sentences()];
    for (int i = 0; i < priors.length; i++) {
      int[] sentence = words.sentence(i);
      for (int word : sentence) {
        priors[i] += known.priors()[word] / (sentence.length + 1);
      }
    }
    return priors;
  }

  /** The share of each sentence's content words that other sentences have, too. */
  private static float[] recurring(ArticleWords words, KnownWords known) {
    float[] recurring = new float[words.sentences()];
    for (int i = 0; i < recurring.length; i++) {
      int content = 0;
      int again = 0;
      for (int word : words.sentence(i)) {
        if (known.inverseFrequencies()[word] > CONTENT) {
          content++;
          again += words.sentenceCount(word) > 1 ? 1 : 0;
        }
      }
      recurring[i] = again / (content + 2f);
    }
    return recurring;
  }

  private static float[] surface(ReadArticle article, int feature) {
    float[] values = new float[article.sentences()];
    for (int i = 0; i < values.length; i++) {
      values[i] = article.surfaces()[i].features()[feature];
    }
    return values;
  }

  /**
   * The share of two names side by side of which the second stood in a sentence before, as a
   * surname does where sentences are out of order; smoothed, so half where there are none.
   */
  private static float shortNamesFirst(ReadArticle article, KnownWords known) {
    ArticleWords words = article.words();
    ArticlePairs pairs = article.pairs();
    int names = 0;
    int shortFirst = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      int right = pairs.right(pair);
      if (isName(right, words, known)
          && isName(pairs.left(pair), words, known)
          && words.count(right) > pairs.count(pair)) {
        names++;
        shortFirst += words.first(right) < pairs.first(pair) ? 1 : 0;
      }
    }
    return (shortFirst + 1f) / (names + 2f);
  }

  private static boolean isName(int word, ArticleWords words, KnownWords known) {
    return 2 * words.capitals(word) > words.count(word)
        && known.inverseFrequencies()[word] > FREQUENT;
  }
}
