package dev.headnote.salience;

/**
 * What a salience model says of an article's words, pairs of words and sentences. Immutable, and
 * safe for use by several threads; a {@link Selection} is not.
 */
public final class ArticleSalience {

  private final ArticleWords words;
  private final ArticlePairs pairs;
  private final float[] wordChances;
  private final float[] pairChances;
  private final float[] logChances;
  private final double[] ofWords;
  private final double[] ofPairs;
  private final float[] centrality;
  private final float[] lexicalCentrality;

  /**
   * @param article what it is of
   * @param wordChances of each word to be in the summary
   * @param pairChances of each pair of words
   * @param sentenceLogits of each sentence
   * @param lexicalCentrality of each sentence, standardised
   */
  ArticleSalience(
      ReadArticle article,
      float[] wordChances,
      float[] pairChances,
      float[] sentenceLogits,
      float[] lexicalCentrality) {
    this.words = article.words();
    this.pairs = article.pairs();
    this.centrality = article.cosines().centroid();
    this.wordChances = wordChances;
    this.pairChances = pairChances;
    this.logChances = Softmax.logs(sentenceLogits);
    this.lexicalCentrality = lexicalCentrality;
    this.ofWords = new double[words.sentences()];
    this.ofPairs = new double[words.sentences()];
    for (int i = 0; i < ofWords.length; i++) {
      ofWords[i] = sum(words.different(i), wordChances);
      ofPairs[i] = sum(pairs.different(i), pairChances);
    }
    float average = (float) Math.log(Math.max(1, logChances.length));
    for (int i = 0; i < logChances.length; i++) {
      logChances[i] += average;
    }
  }

  private static double sum(int[] items, float[] chances) {
    double sum = 0;
    for (int item : items) {
      sum += chances[item];
    }
    return sum;
  }

  /** How many sentences the article has. */
  public int size() {
    return logChances.length;
  }

  /**
   * An empty selection of the article's sentences.
   *
   * @param central whether it counts that a sentence is central to the article
   */
  public Selection select(boolean central) {
    return new Selection(this, central);
  }

  ArticleWords words() {
    return words;
  }

  ArticlePairs pairs() {
    return pairs;
  }

  /** How many of a sentence's different words the summary can be expected to have. */
  double differentWords(int sentence) {
    return ofWords[sentence];
  }

  /** How many of a sentence's different pairs the summary can be expected to have. */
  double differentPairs(int sentence) {
    return ofPairs[sentence];
  }

  float wordChance(int word) {
    return wordChances[word];
  }

  float pairChance(int pair) {
    return pairChances[pair];
  }

  /**
   * The logarithm of a sentence's chance to be the one to take, in units of an average sentence's:
   * 0 for such a one, whatever the article's length.
   */
  float logChance(int sentence) {
    return logChances[sentence];
  }

  /** How near a sentence is to the article's centroid, in deviations. */
  float centrality(int sentence) {
    return centrality[sentence];
  }

  /** How central a sentence is by its words, in deviations. */
  float lexicalCentrality(int sentence) {
    return lexicalCentrality[sentence];
  }
}
