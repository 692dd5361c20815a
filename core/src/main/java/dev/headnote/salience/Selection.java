package dev.headnote.salience;

/**
 * Some sentences of an article as one summary, and what it is worth: about twenty times half the
 * ROUGE-1 and three tenths of the ROUGE-2 that it can expect, and what its sentences are worth by
 * themselves. Words that two sentences share count once, so each sentence is worth what it adds.
 * Sentences are added one by one.
 *
 * <p>The weights were chosen by cross-validation on articles of four corpora;
 * docs/summaries/tried.md has the grid. Not safe for use by several threads.
 */
public final class Selection {

  /** Makes a unit of worth about a standard deviation of a sentence's centrality. */
  private static final double SCALE = 20;

  /** Of the expected ROUGE-1, with a short and with a usual reference. */
  private static final double WORDS = 0.5 * SCALE;

  /** Of the expected ROUGE-2. */
  private static final double PAIRS = 0.6 * SCALE;

  /** Of each sentence's log chance, and how much more of it where centrality counts. */
  private static final double CHANCE = 0.0125 * SCALE;

  private static final double MORE_CHANCE = 0.0375 * SCALE;

  /** Of centrality, by vectors and by words, where it counts. */
  private static final double CENTRALITY = 0.04 * SCALE;

  private static final double LEXICAL_CENTRALITY = 0.08 * SCALE;

  /** A reference's words for each sentence chosen. */
  private static final double SHORT_REFERENCE = 18 / 3.0;

  private static final double USUAL_REFERENCE = 43 / 3.0;

  private final ArticleSalience article;

  /** 1 where it counts that a sentence is central, else 0. */
  private final int centrality;

  private int size;

  /** What the chosen sentences have. */
  private final boolean[] words;

  private final boolean[] pairs;
  private double coveredWords;
  private double coveredPairs;
  private double length;
  private double alone;
  private double value;

  /**
   * @param central whether it counts that a sentence is central
   */
  Selection(ArticleSalience article, boolean central) {
    this.article = article;
    this.centrality = central ? 1 : 0;
    this.words = new boolean[article.words().size()];
    this.pairs = new boolean[article.pairs().size()];
  }

  /** How many sentences are chosen. */
  public int size() {
    return size;
  }

  /** Chooses one more sentence, which must not be chosen yet. */
  public void add(int sentence) {
    for (int word : article.words().different(sentence)) {
      coveredWords += words[word] ? 0 : article.wordChance(word);
      words[word] = true;
    }
    for (int pair : article.pairs().different(sentence)) {
      coveredPairs += pairs[pair] ? 0 : article.pairChance(pair);
      pairs[pair] = true;
    }
    length += article.words().sentence(sentence).length;
    alone += worthAlone(sentence);
    size++;
    value = value(coveredWords, coveredPairs, length, alone, size);
  }

  /**
   * What a sentence adds to those chosen: about what it is worth alone, less for what they say
   * already. It takes time linear in the sentence's words.
   */
  public double gain(int sentence) {
    return (size + 1) * valueWith(sentence) - size * value;
  }

  /** What the chosen sentences and this one are worth together, for each of them. */
  private double valueWith(int sentence) {
    double newWords = 0;
    for (int word : article.words().different(sentence)) {
      newWords += words[word] ? 0 : article.wordChance(word);
    }
    double newPairs = 0;
    for (int pair : article.pairs().different(sentence)) {
      newPairs += pairs[pair] ? 0 : article.pairChance(pair);
    }
    double newLength = length + article.words().sentence(sentence).length;
    return value(
        coveredWords + newWords,
        coveredPairs + newPairs,
        newLength,
        alone + worthAlone(sentence),
        size + 1);
  }

  private static double value(
      double words, double pairs, double length, double alone, int sentences) {
    return WORDS * ofWords(words, length, sentences)
        + PAIRS * ofPairs(pairs, length, sentences)
        + alone / sentences;
  }

  /** Half the expected F1, for a short and for a usual reference, added up. */
  private static double ofWords(double covered, double length, int sentences) {
    return covered / (length + SHORT_REFERENCE * sentences)
        + covered / (length + USUAL_REFERENCE * sentences);
  }

  private static double ofPairs(double covered, double length, int sentences) {
    return covered / (length + USUAL_REFERENCE * sentences);
  }

  private double worthAlone(int sentence) {
    return ofChance(sentence) + ofCentrality(sentence);
  }

  private double ofChance(int sentence) {
    return (CHANCE + centrality * MORE_CHANCE) * article.logChance(sentence);
  }

  private double ofCentrality(int sentence) {
    return centrality
        * (CENTRALITY * article.centrality(sentence)
            + LEXICAL_CENTRALITY * article.lexicalCentrality(sentence));
  }

  /**
   * The parts of what a sentence is worth if it is the only one, which add up to {@link #valueWith}
   * of an empty selection.
   *
   * @param words for the words of a summary that it has
   * @param pairs for the pairs of words
   * @param chance for its chance to be the one to take
   * @param centrality for how near it is to the article as a whole, if that counts
   */
  public record Parts(double words, double pairs, double chance, double centrality) {}

  /** The parts of what a sentence is worth alone. */
  public Parts parts(int sentence) {
    double ownLength = article.words().sentence(sentence).length;
    return new Parts(
        WORDS * ofWords(article.differentWords(sentence), ownLength, 1),
        PAIRS * ofPairs(article.differentPairs(sentence), ownLength, 1),
        ofChance(sentence),
        ofCentrality(sentence));
  }
}
