package dev.headnote.salience;

/**
 * What other articles tell of one's words. Immutable.
 *
 * @param priors the log odds of each word to be in the summary of an article that has it
 * @param inverseFrequencies the logarithm of one over the share of articles that have each word
 * @param isNew whether no other article has it
 */
record KnownWords(float[] priors, float[] inverseFrequencies, boolean[] isNew) {

  /** Of an article that is to be summarised. */
  static KnownWords of(ArticleWords words, WordCounts counts) {
    float[] priors = new float[words.size()];
    float[] inverseFrequencies = new float[priors.length];
    boolean[] isNew = new boolean[priors.length];
    float largest = counts.inverseFrequencyOfNew();
    for (int word = 0; word < priors.length; word++) {
      int slot = counts.slot(words.hash(word));
      priors[word] = counts.prior(slot);
      inverseFrequencies[word] = counts.inverseFrequency(slot);
      isNew[word] = inverseFrequencies[word] == largest;
    }
    return new KnownWords(priors, inverseFrequencies, isNew);
  }

  /** Of an article that is among those counted, without what it tells itself. */
  static KnownWords withoutItself(ArticleWords words, Reference reference, WordCounts counts) {
    WordCounts.Count[] known = new WordCounts.Count[words.size()];
    for (int word = 0; word < known.length; word++) {
      WordCounts.Count all = counts.of(words.hash(word));
      known[word] =
          all.articles() == 0
              ? all
              : new WordCounts.Count(
                  all.articles() - 1, all.summaries() - (reference.hasWord(word) ? 1 : 0));
    }
    return of(known, counts);
  }

  private static KnownWords of(WordCounts.Count[] known, WordCounts counts) {
    float[] priors = new float[known.length];
    float[] inverseFrequencies = new float[known.length];
    boolean[] isNew = new boolean[known.length];
    for (int word = 0; word < known.length; word++) {
      priors[word] = counts.prior(known[word]);
      inverseFrequencies[word] = counts.inverseFrequency(known[word]);
      isNew[word] = known[word].articles() == 0;
    }
    return new KnownWords(priors, inverseFrequencies, isNew);
  }
}
