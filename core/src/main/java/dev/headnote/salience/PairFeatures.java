package dev.headnote.salience;

/** What a pair of words' chance to be in the summary is learned from. */
final class PairFeatures {

  static final int SIZE = 12;

  /** A word that more than one article in seven has joins others and says little. */
  private static final float FREQUENT = 2;

  private PairFeatures() {}

  /**
   * Makes a row for each pair of an article.
   *
   * @param order how far its order can be trusted
   * @param wordLogits what the word network gave each word
   */
  static Columns of(ReadArticle article, KnownWords known, float order, float[] wordLogits) {
    ArticleWords words = article.words();
    ArticlePairs pairs = article.pairs();
    float[] inverseFrequencies = known.inverseFrequencies();
    float[] early = WordFeatures.decay(words.sentences(), 2);
    float[] quiteEarly = WordFeatures.decay(words.sentences(), 8);
    float[][] columns = new float[SIZE][pairs.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      int left = pairs.left(pair);
      int right = pairs.right(pair);
      int first = pairs.first(pair);
      float leastCapitals = Math.min(words.capitals(left), words.capitals(right));
      int i = 0;
      columns[i++][pair] = wordLogits[left];
      columns[i++][pair] = wordLogits[right];
      columns[i++][pair] = Math.min(wordLogits[left], wordLogits[right]);
      columns[i++][pair] = WordFeatures.logOf(pairs.count(pair));
      columns[i++][pair] = early[first];
      columns[i++][pair] = quiteEarly[first];
      columns[i++][pair] = inverseFrequencies[left];
      columns[i++][pair] = inverseFrequencies[right];
      columns[i++][pair] = Math.min(1, leastCapitals / pairs.count(pair));
      columns[i++][pair] = inverseFrequencies[left] < FREQUENT ? 1 : 0;
      columns[i++][pair] = inverseFrequencies[right] < FREQUENT ? 1 : 0;
      columns[i][pair] = order;
    }
    return new Columns(pairs.size(), columns);
  }
}
