package dev.headnote.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * ROUGE (Lin 2004), how much of a reference a summary has, as Google's rouge-score counts it. A
 * text's sentences are its lines; its tokens are the runs of {@code [a-z0-9]} in the lower-cased
 * text, with stemming those of more than three characters by their stem. English, therefore.
 *
 * <pre>{@code
 * RougeScores scores = Rouge.withStemming().score(summary, reference);
 * double f1 = scores.rouge2().f1();
 * }</pre>
 *
 * <p>ROUGE-1 and ROUGE-2 take time in proportion to the lengths of the texts, ROUGE-L and
 * ROUGE-Lsum to their product. Immutable, and safe for use by several threads.
 */
public final class Rouge {

  private static final Rouge PLAIN = new Rouge(false);
  private static final Rouge STEMMING = new Rouge(true);

  private final boolean isStemming;

  private Rouge(boolean isStemming) {
    this.isStemming = isStemming;
  }

  /** Compares words as they are: rouge-score's default. */
  public static Rouge withoutStemming() {
    return PLAIN;
  }

  /**
   * Compares words without their endings, by Porter's algorithm (1980) with NLTK's extensions:
   * rouge-score's {@code use_stemmer=True}.
   */
  public static Rouge withStemming() {
    return STEMMING;
  }

  /**
   * Precision, recall and their harmonic mean, each between 0 and 1.
   *
   * @param precision the share of the candidate that the reference has
   * @param recall the share of the reference that the candidate has
   */
  public record Score(double precision, double recall) {

    static Score of(long hits, long candidate, long reference) {
      return new Score(
          candidate == 0 ? 0 : (double) hits / candidate,
          reference == 0 ? 0 : (double) hits / reference);
    }

    /** The harmonic mean of precision and recall; 0 if both are 0. */
    public double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /**
   * Compares a summary with a reference.
   *
   * @param candidate the summary, its sentences parted by line feeds; may be empty
   * @param reference the same of the reference
   */
  public RougeScores score(String candidate, String reference) {
    return score(candidate, List.of(reference));
  }

  /**
   * Compares a summary with several references: for each metric the score against the reference
   * that gives the largest F1 by it, the first of these; rouge-score's {@code score_multi}.
   *
   * @param candidate the summary, its sentences parted by line feeds; may be empty
   * @param references the references, likewise
   * @throws IllegalArgumentException if there is no reference
   */
  public RougeScores score(String candidate, List<String> references) {
    RougeVocabulary vocabulary = vocabulary();
    return score(vocabulary, sentences(vocabulary, candidate), references(vocabulary, references));
  }

  /**
   * ROUGE-N of two texts for any N, without stemming.
   *
   * @param n the length of the n-grams
   * @throws IllegalArgumentException if that is less than 1
   */
  public static Score n(int n, String candidate, String reference) {
    if (n < 1) {
      throw new IllegalArgumentException("an n-gram has at least 1 token, not " + n);
    }
    RougeVocabulary vocabulary = PLAIN.vocabulary();
    return n(n, vocabulary, vocabulary.tokens(candidate), vocabulary.tokens(reference));
  }

  /** ROUGE-Lsum of two lists of sentences, without stemming. */
  public static Score lsum(List<String> candidate, List<String> reference) {
    RougeVocabulary vocabulary = PLAIN.vocabulary();
    return lsum(
        vocabulary,
        candidate.stream().map(vocabulary::tokens).toArray(int[][]::new),
        reference.stream().map(vocabulary::tokens).toArray(int[][]::new));
  }

  RougeVocabulary vocabulary() {
    return new RougeVocabulary(isStemming);
  }

  /** The tokens of each line of a text. */
  private static int[][] sentences(RougeVocabulary vocabulary, String text) {
    return Stream.of(text.split("\n")).map(vocabulary::tokens).toArray(int[][]::new);
  }

  /** For each reference, the tokens of each of its lines. */
  static List<int[][]> references(RougeVocabulary vocabulary, List<String> references) {
    return references.stream().map(reference -> sentences(vocabulary, reference)).toList();
  }

  /**
   * Compares sentences that are tokens of one vocabulary.
   *
   * @param references at least one
   */
  static RougeScores score(
      RougeVocabulary vocabulary, int[][] candidate, List<int[][]> references) {
    return references.stream()
        .map(reference -> score(vocabulary, candidate, reference))
        .reduce(RougeScores::bestWith)
        .orElseThrow(() -> new IllegalArgumentException("there is no reference"));
  }

  private static RougeScores score(
      RougeVocabulary vocabulary, int[][] candidate, int[][] reference) {
    int[] given = joined(candidate);
    int[] wanted = joined(reference);
    return new RougeScores(
        n(1, vocabulary, given, wanted),
        n(2, vocabulary, given, wanted),
        Score.of(CommonSubsequence.length(wanted, given), given.length, wanted.length),
        lsum(vocabulary, candidate, reference));
  }

  static int[] joined(int[][] sentences) {
    return Stream.of(sentences).flatMapToInt(Arrays::stream).toArray();
  }

  private static Score n(int n, RougeVocabulary vocabulary, int[] candidate, int[] reference) {
    int[] given = vocabulary.ngrams(n, candidate);
    int[] wanted = vocabulary.ngrams(n, reference);
    return new SharedNgrams(wanted, vocabulary.size()).scoreWith(given);
  }

  /**
   * Lin 2004, section 3.2, with the limit that ROUGE-1.5.5 and rouge-score set: a word counts no
   * more often than the whole of either text has it.
   */
  private static Score lsum(RougeVocabulary vocabulary, int[][] candidate, int[][] reference) {
    int[] wanted = joined(reference);
    int[] given = joined(candidate);
    int[] left = new int[vocabulary.size()];
    for (int token : given) {
      left[token]++;
    }
    int hits = 0;
    for (int[] sentence : reference) {
      BitSet union = new BitSet(sentence.length);
      for (int[] other : candidate) {
        CommonSubsequence.mark(sentence, other, union);
      }
      // Each position of the reference is met once, so only the candidate's tokens can run out.
      hits += (int) union.stream().filter(position -> left[sentence[position]]-- > 0).count();
    }
    return Score.of(hits, given.length, wanted.length);
  }
}
