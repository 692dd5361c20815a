package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * About the best summary that an article's sentences can make, found by looking at the reference:
 * time and again the sentence is added that raises the mean of ROUGE-1 and ROUGE-2 F1 most, until
 * none does (Nallapati et al. 2017, Liu and Lapata 2019). It bounds what extraction can reach, and
 * tells training which sentences to prefer.
 *
 * <p>Pairs of words are those within a sentence, so that what a sentence adds does not hang on its
 * neighbours in the summary. Takes time in proportion to the article's length for each sentence
 * chosen. Immutable, and safe for use by several threads.
 */
public final class GreedyOracle {

  private final Rouge rouge;

  /**
   * @param rouge how words are compared
   */
  public GreedyOracle(Rouge rouge) {
    this.rouge = Objects.requireNonNull(rouge, "rouge");
  }

  /**
   * Chooses the sentences of a summary.
   *
   * @param sentences the article's, in order
   * @param references what a person wrote, at least one; of several the nearest counts for each
   *     metric
   * @param options how long the summary may be; nothing else of them matters
   * @return the sentences in the article's order; none if they have no word of a reference
   * @throws IllegalArgumentException if there is no reference
   */
  public List<Sentence> select(
      List<Sentence> sentences, List<String> references, SummaryOptions options) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("there is no reference");
    }
    RougeVocabulary vocabulary = rouge.vocabulary();
    int[][] tokens = vocabulary.tokens(sentences);
    List<int[][]> wanted = Rouge.references(vocabulary, references);
    return select(sentences, tokens, wanted, vocabulary, options);
  }

  /**
   * Chooses the sentences of a summary, by tokens of one vocabulary.
   *
   * @param tokens for each sentence, its tokens
   * @param references for each reference, the tokens of each of its lines; at least one
   */
  static List<Sentence> select(
      List<Sentence> sentences,
      int[][] tokens,
      List<int[][]> references,
      RougeVocabulary vocabulary,
      SummaryOptions options) {
    int[][] bigrams =
        Stream.of(tokens).map(each -> vocabulary.ngrams(2, each)).toArray(int[][]::new);
    List<int[]> wanted = references.stream().map(Rouge::joined).toList();
    List<int[]> wantedPairs =
        wanted.stream().map(reference -> vocabulary.ngrams(2, reference)).toList();
    List<SharedNgrams> words = shared(wanted, vocabulary.size());
    List<SharedNgrams> pairs = shared(wantedPairs, vocabulary.size());
    LengthLimit limit = new LengthLimit(options, sentences);
    BitSet chosen = new BitSet(sentences.size());
    double reached = 0;
    while (true) {
      int best = -1;
      for (int i = 0; i < tokens.length; i++) {
        if (chosen.get(i) || !limit.hasRoomFor(i)) {
          continue;
        }
        double score = (bestF1(words, tokens[i]) + bestF1(pairs, bigrams[i])) / 2;
        if (score > reached) {
          reached = score;
          best = i;
        }
      }
      if (best < 0) {
        return chosen.stream().mapToObj(sentences::get).toList();
      }
      chosen.set(best);
      limit.take(best);
      for (SharedNgrams shared : words) {
        shared.add(tokens[best]);
      }
      for (SharedNgrams shared : pairs) {
        shared.add(bigrams[best]);
      }
    }
  }

  private static List<SharedNgrams> shared(List<int[]> references, int size) {
    return references.stream().map(reference -> new SharedNgrams(reference, size)).toList();
  }

  /** The F1 with the nearest reference, if the sentence with these n-grams were added. */
  private static double bestF1(List<SharedNgrams> references, int[] added) {
    return references.stream().mapToDouble(shared -> shared.scoreWith(added).f1()).max().orElse(0);
  }
}
