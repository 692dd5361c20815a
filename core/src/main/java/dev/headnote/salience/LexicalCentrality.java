package dev.headnote.salience;

/**
 * How central each sentence is by its words: the dot product of its TF-IDF vector, of length 1,
 * with the mean of all of them (Radev et al. 2004; it ranks about as LexRank on the same vectors
 * does, in linear time).
 */
final class LexicalCentrality {

  private LexicalCentrality() {}

  /** Of each sentence, standardised over them. */
  static float[] of(ArticleWords words, KnownWords known) {
    float[] inverseFrequencies = known.inverseFrequencies();
    int sentences = words.sentences();
    float[] lengths = new float[sentences];
    float[] centroid = new float[words.size()];
    float[] counts = new float[words.size()];
    for (int i = 0; i < sentences; i++) {
      int[] sentence = words.sentence(i);
      for (int word : sentence) {
        counts[word]++;
      }
      double squares = 0;
      for (int word : sentence) {
        // Each of a word's n occurrences adds a part of its square.
        squares += counts[word] * Math.pow(inverseFrequencies[word], 2);
      }
      lengths[i] = (float) Math.max(1e-6, Math.sqrt(squares));
      for (int word : sentence) {
        counts[word] = 0;
        centroid[word] += inverseFrequencies[word] / lengths[i];
      }
    }
    float[] centrality = new float[sentences];
    for (int i = 0; i < sentences; i++) {
      for (int word : words.sentence(i)) {
        centrality[i] += inverseFrequencies[word] * centroid[word] / lengths[i];
      }
    }
    return Cosines.standardized(centrality);
  }
}
