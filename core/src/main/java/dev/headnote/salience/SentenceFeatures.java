package dev.headnote.salience;

/** What a sentence's salience is learned from. */
final class SentenceFeatures {

  static final int SIZE = 35 + Surface.SIZE;

  /** A sentence with fewer words is short. */
  private static final int SHORT = 12;

  private SentenceFeatures() {}

  /**
   * Makes a row for each sentence of an article.
   *
   * @param order how far its order can be trusted
   * @param wordChances of each word to be in the summary
   * @param pairChances of each pair of words
   * @param lexicalCentrality of each sentence, standardised
   */
  static float[][] of(
      ReadArticle article,
      KnownWords known,
      float order,
      float[] wordChances,
      float[] pairChances,
      float[] lexicalCentrality) {
    Sums sums = new Sums(article, known, wordChances, pairChances);
    float[][] rows = new float[article.sentences()][SIZE];
    for (int i = 0; i < rows.length; i++) {
      float[] own = ofPlaceAndWords(i, article, order, sums, lexicalCentrality[i]);
      System.arraycopy(own, 0, rows[i], 0, own.length);
      System.arraycopy(article.surfaces()[i].features(), 0, rows[i], own.length, Surface.SIZE);
    }
    return rows;
  }

  /** All of a sentence's features but those of how it is written. */
  private static float[] ofPlaceAndWords(
      int i, ReadArticle article, float order, Sums sums, float lexicalCentrality) {
    Cosines cosines = article.cosines();
    int sentences = article.sentences();
    int length = article.words().sentence(i).length;
    return new float[] {
      (float) Math.log1p(i),
      (float) Math.exp(-i / 2.0),
      (float) Math.exp(-i / 6.0),
      (float) i / sentences,
      i == 0 ? 1 : 0,
      i == 1 ? 1 : 0,
      i == 2 ? 1 : 0,
      i == sentences - 1 ? 1 : 0,
      (float) Math.log(sentences),
      (float) Math.log1p(length),
      length / 50f,
      Math.min(length, SHORT) / (float) SHORT,
      sums.words[i] / 10,
      sums.wordsPerWord[i],
      sums.words[i] / (length + 25),
      sums.content[i] / (length + 1),
      sums.pairs[i] / 5,
      sums.pairsPerWord[i],
      sums.pairs[i] / (length + 25),
      sums.notInFirst[i] / (length + 1),
      sums.novel[i] / (length + 1),
      sums.repeated[i] / (length + 1),
      sums.squares[i],
      sums.squares[i] / (length + 1),
      sums.wordsStandardized[i],
      sums.wordsPerWordStandardized[i],
      sums.pairsStandardized[i],
      sums.pairsPerWordStandardized[i],
      cosines.centroid()[i],
      cosines.first()[i],
      cosines.title()[i],
      cosines.hasTitle() ? 1 : 0,
      lexicalCentrality,
      cosines.hasTitle() ? lexicalCentrality : 0,
      order,
    };
  }

  /** Sums over each sentence's different words of their chances. */
  private static final class Sums {

    /** A word with a higher inverse frequency carries content. */
    private static final float CONTENT = 3.5f;

    private final float[] words;
    private final float[] content;
    private final float[] pairs;
    private final float[] notInFirst;
    private final float[] novel;
    private final float[] repeated;
    private final float[] squares;

    private final float[] wordsPerWord;
    private final float[] pairsPerWord;
    private final float[] wordsStandardized;
    private final float[] pairsStandardized;
    private final float[] wordsPerWordStandardized;
    private final float[] pairsPerWordStandardized;

    Sums(ReadArticle article, KnownWords known, float[] wordChances, float[] pairChances) {
      int sentences = article.sentences();
      words = new float[sentences];
      content = new float[sentences];
      pairs = new float[sentences];
      notInFirst = new float[sentences];
      novel = new float[sentences];
      repeated = new float[sentences];
      squares = new float[sentences];
      addWords(article.words(), wordChances, known.inverseFrequencies());
      addPairs(article.pairs(), pairChances);
      wordsPerWord = new float[sentences];
      pairsPerWord = new float[sentences];
      for (int i = 0; i < sentences; i++) {
        int length = article.words().sentence(i).length;
        wordsPerWord[i] = words[i] / (length + 1);
        pairsPerWord[i] = pairs[i] / (length + 1);
      }
      wordsStandardized = Cosines.standardized(words);
      pairsStandardized = Cosines.standardized(pairs);
      wordsPerWordStandardized = Cosines.standardized(wordsPerWord);
      pairsPerWordStandardized = Cosines.standardized(pairsPerWord);
    }

    private void addWords(ArticleWords article, float[] chances, float[] inverseFrequencies) {
      for (int i = 0; i < words.length; i++) {
        for (int word : article.different(i)) {
          add(article, i, word, chances[word], inverseFrequencies[word]);
        }
      }
    }

    private void addPairs(ArticlePairs article, float[] chances) {
      for (int i = 0; i < pairs.length; i++) {
        for (int pair : article.different(i)) {
          pairs[i] += chances[pair];
        }
      }
    }

    private void add(ArticleWords article, int i, int word, float chance, float inverseFrequency) {
      words[i] += chance;
      content[i] += inverseFrequency > CONTENT ? chance : 0;
      notInFirst[i] += article.first(word) > 0 ? chance : 0;
      novel[i] += article.first(word) == i ? chance : 0;
      repeated[i] += article.last(word) > i ? chance : 0;
      squares[i] += chance * chance;
    }
  }
}
