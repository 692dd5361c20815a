package dev.headnote.salience;

/** What a sentence's salience is learned from. */
final class SentenceFeatures {

  static final int SIZE = 34 + Surface.SIZE;

  /** A sentence with fewer words is short. */
  private static final int SHORT = 12;

  private SentenceFeatures() {}

  /**
   * Makes a row for each sentence of an article.
   *
   * @param wordChances of each word to be in the summary
   * @param pairChances of each pair of words
   * @param lexicalCentrality of each sentence, standardised
   */
  static float[][] of(
      ReadArticle article,
      KnownWords known,
      float[] wordChances,
      float[] pairChances,
      float[] lexicalCentrality) {
    ArticleWords words = article.words();
    ArticlePairs pairs = article.pairs();
    Cosines cosines = article.cosines();
    int sentences = words.sentences();
    Sums sums = new Sums(sentences);
    int[] seenIn = new int[words.size()];
    int[] pairSeenIn = new int[pairs.size()];
    for (int i = 0; i < sentences; i++) {
      for (int word : words.sentence(i)) {
        if (seenIn[word] <= i) {
          seenIn[word] = i + 1;
          sums.add(words, i, word, wordChances[word], known.inverseFrequencies()[word]);
        }
      }
      for (int pair : pairs.sentence(i)) {
        if (pairSeenIn[pair] <= i) {
          pairSeenIn[pair] = i + 1;
          sums.pairs[i] += pairChances[pair];
        }
      }
    }
    float[] wordsPerWord = new float[sentences];
    float[] pairsPerWord = new float[sentences];
    for (int i = 0; i < sentences; i++) {
      wordsPerWord[i] = sums.words[i] / (words.sentence(i).length + 1);
      pairsPerWord[i] = sums.pairs[i] / (words.sentence(i).length + 1);
    }
    float[] wordsStandardized = Cosines.standardized(sums.words);
    float[] pairsStandardized = Cosines.standardized(sums.pairs);
    float[] wordsPerWordStandardized = Cosines.standardized(wordsPerWord);
    float[] pairsPerWordStandardized = Cosines.standardized(pairsPerWord);
    float[][] rows = new float[sentences][];
    for (int i = 0; i < sentences; i++) {
      int length = words.sentence(i).length;
      float[] row = new float[SIZE];
      float[] first = {
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
        wordsPerWord[i],
        sums.words[i] / (length + 25),
        sums.content[i] / (length + 1),
        sums.pairs[i] / 5,
        pairsPerWord[i],
        sums.pairs[i] / (length + 25),
        sums.notInFirst[i] / (length + 1),
        sums.novel[i] / (length + 1),
        sums.repeated[i] / (length + 1),
        sums.squares[i],
        sums.squares[i] / (length + 1),
        wordsStandardized[i],
        wordsPerWordStandardized[i],
        pairsStandardized[i],
        pairsPerWordStandardized[i],
        cosines.centroid()[i],
        cosines.first()[i],
        cosines.title()[i],
        cosines.hasTitle() ? 1 : 0,
        lexicalCentrality[i],
        cosines.hasTitle() ? lexicalCentrality[i] : 0,
      };
      System.arraycopy(first, 0, row, 0, first.length);
      System.arraycopy(article.surfaces()[i].features(), 0, row, first.length, Surface.SIZE);
      rows[i] = row;
    }
    return rows;
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

    Sums(int sentences) {
      words = new float[sentences];
      content = new float[sentences];
      pairs = new float[sentences];
      notInFirst = new float[sentences];
      novel = new float[sentences];
      repeated = new float[sentences];
      squares = new float[sentences];
    }

    void add(ArticleWords article, int i, int word, float chance, float inverseFrequency) {
      words[i] += chance;
      content[i] += inverseFrequency > CONTENT ? chance : 0;
      notInFirst[i] += article.first(word) > 0 ? chance : 0;
      novel[i] += article.first(word) == i ? chance : 0;
      repeated[i] += article.last(word) > i ? chance : 0;
      squares[i] += chance * chance;
    }
  }
}
