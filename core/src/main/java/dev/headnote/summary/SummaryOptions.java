package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long a summary may be, what it is to be about, and which sentences may be in it. A budget is
 * never exceeded; whole sentences are taken while they fit.
 *
 * <pre>{@code
 * SummaryOptions.maxWords(100).focusedOn("the cost of the bridge").withMaxSentenceWords(40)
 * }</pre>
 *
 * <p>Immutable, and safe for use by several threads if its predicates and counter of tokens are. An
 * article fails with code FUNCTION_FAILED if one of them throws, and what it threw is the cause.
 */
public final class SummaryOptions {

  /** What a budget counts. */
  public enum Unit {
    /** Sentences: exactly so many, or all that may be chosen where there are no more. */
    SENTENCES,
    /** Words, as separated by white space. */
    WORDS,
    /** UTF-16 characters of the summary's text, the spaces between its sentences included. */
    CHARS,
    /** Tokens of a model, added up over the sentences. */
    TOKENS,
    /** The share of the article's words, above 0 and at most 1. */
    RATIO;

    String noun() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of a sentence that points back ("He said", "But") to one not in the summary. */
  public enum Coherence {
    /** It is taken as any other. */
    IGNORED,
    /**
     * It is worth a little less, or brings those before it along, up to two. One within a quotation
     * gives way unless they come along.
     */
    PREFERRED,
    /** It brings those before it along, or gives way to one that stands alone, if there is any. */
    REQUIRED
  }

  /** How a summary's sentences follow one another. */
  public enum Order {
    /** As in the article. */
    SOURCE,
    /**
     * The highest salience first. One that points back to the sentence before it, where both are in
     * the summary, stays directly behind it.
     */
    SCORE
  }

  private static final double DEFAULT_DIVERSITY = 0.1;
  private static final Set<String> BUDGET = Set.of("unit", "budget");

  private static final Predicate<Sentence> NONE = sentence -> false;
  private static final Predicate<Sentence> NONE_REQUIRED = new CheckedFunctions.Required(NONE);
  private static final BiPredicate<Integer, Sentence> NONE_EXCLUDED =
      new CheckedFunctions.Excluded(new CheckedFunctions.OfAnyArticle(NONE));

  private final Values values;

  private SummaryOptions(Values values) {
    this.values = values;
  }

  /** Changed only before the options that hold it are made. */
  private static final class Values implements Cloneable {
    Unit unit = Unit.SENTENCES;
    double budget;
    @Nullable ToIntFunction<String> tokens;
    String query = "";
    Order order = Order.SOURCE;
    int minWords;
    int maxWords = Integer.MAX_VALUE;
    Predicate<Sentence> required = NONE_REQUIRED;
    BiPredicate<Integer, Sentence> excluded = NONE_EXCLUDED;
    double diversity = DEFAULT_DIVERSITY;
    boolean title = true;
    Coherence coherence = Coherence.PREFERRED;
    boolean evenCoverage;

    Map<String, @Nullable Object> byName() {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      all.put("unit", unit);
      all.put("budget", budget);
      all.put("tokens", tokens);
      all.put("query", query);
      all.put("order", order);
      all.put("minSentenceWords", minWords);
      all.put("maxSentenceWords", maxWords);
      all.put("required", required);
      all.put("excluded", excluded);
      all.put("diversity", diversity);
      all.put("title", title);
      all.put("coherence", coherence);
      all.put("evenCoverage", evenCoverage);
      return all;
    }

    @Override
    protected Values clone() {
      try {
        return (Values) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private SummaryOptions with(Consumer<Values> change) {
    Values changed = values.clone();
    change.accept(changed);
    return new SummaryOptions(changed);
  }

  /** Three sentences about the whole article. */
  public static SummaryOptions defaults() {
    return maxSentences(3);
  }

  /**
   * A summary of exactly so many sentences, or of all that may be chosen where there are no more.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static SummaryOptions maxSentences(int sentences) {
    return of(Unit.SENTENCES, sentences);
  }

  /**
   * A summary of at most so many words.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static SummaryOptions maxWords(int words) {
    return of(Unit.WORDS, words);
  }

  /**
   * A summary of at most so many UTF-16 characters.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static SummaryOptions maxChars(int chars) {
    return of(Unit.CHARS, chars);
  }

  /**
   * A summary of at most so many tokens, as the encoder's own tokenizer counts them.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static SummaryOptions maxTokens(int tokens) {
    return of(Unit.TOKENS, tokens);
  }

  /**
   * A summary of at most so many tokens of another model, such as the one that is to read it.
   *
   * @param counter how many tokens a sentence has, at least 0; white space within the sentence is
   *     folded as in {@link Summary#text()}
   * @throws IllegalArgumentException if it is less than 1
   */
  public static SummaryOptions maxTokens(int tokens, ToIntFunction<String> counter) {
    Objects.requireNonNull(counter, "counter");
    return of(Unit.TOKENS, tokens)
        .with(values -> values.tokens = new CheckedFunctions.TokenCounter(counter));
  }

  /**
   * A summary of at most this share of the article's words.
   *
   * @throws IllegalArgumentException if it is not above 0 and at most 1
   */
  public static SummaryOptions maxRatio(double ratio) {
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("a ratio is above 0 and at most 1, not " + ratio);
    }
    return of(Unit.RATIO, ratio);
  }

  private static SummaryOptions of(Unit unit, double budget) {
    if (unit != Unit.RATIO && budget < 1) {
      throw new IllegalArgumentException("a budget is at least 1, not " + (long) budget);
    }
    Values values = new Values();
    values.unit = unit;
    values.budget = budget;
    return new SummaryOptions(values);
  }

  /**
   * Prefers sentences that speak to a question or some words.
   *
   * @param query what the reader wants to know; empty for a general summary
   */
  public SummaryOptions focusedOn(String query) {
    Objects.requireNonNull(query, "query");
    return with(values -> values.query = query);
  }

  /** Sets how the summary's sentences follow one another; as in the article unless set. */
  public SummaryOptions withOrder(Order order) {
    Objects.requireNonNull(order, "order");
    return with(values -> values.order = order);
  }

  /**
   * Leaves out sentences of fewer words.
   *
   * @throws IllegalArgumentException if it is negative, or above the most words
   */
  public SummaryOptions withMinSentenceWords(int words) {
    return with(values -> values.minWords = words).checkedLengths();
  }

  /**
   * Leaves out sentences of more words.
   *
   * @throws IllegalArgumentException if it is less than 1, or below the least words
   */
  public SummaryOptions withMaxSentenceWords(int words) {
    return with(values -> values.maxWords = words).checkedLengths();
  }

  private SummaryOptions checkedLengths() {
    if (values.minWords < 0) {
      throw new IllegalArgumentException("a sentence has at least 0 words, not " + values.minWords);
    }
    if (values.maxWords < Math.max(1, values.minWords)) {
      throw new IllegalArgumentException(
          "no sentence has " + values.minWords + " to " + values.maxWords + " words");
    }
    return this;
  }

  /**
   * Takes these sentences first, whatever their salience and length. Of those that don't fit the
   * budget together, each that still fits when its turn comes in the article's order is taken.
   *
   * @param required asked once for each sentence, in order; the sentence has its offsets in {@link
   *     dev.headnote.Article#text()}
   */
  public SummaryOptions withRequired(Predicate<Sentence> required) {
    Objects.requireNonNull(required, "required");
    return with(values -> values.required = new CheckedFunctions.Required(required));
  }

  /**
   * Never takes these sentences, even required ones.
   *
   * @param excluded asked once for each sentence, in order, of several articles on several threads
   *     at once; the sentence has its offsets in {@link dev.headnote.Article#text()}
   */
  public SummaryOptions withExcluded(Predicate<Sentence> excluded) {
    Objects.requireNonNull(excluded, "excluded");
    return withExcluded(new CheckedFunctions.OfAnyArticle(excluded));
  }

  /**
   * Never takes these sentences, in the way of {@link #withExcluded(Predicate)}, where several
   * articles are summarised together.
   *
   * @param excluded asked with the article's place in the list, from 0, and the sentence, which has
   *     its offsets in that article's text; in the summary of a single article the place is 0
   */
  public SummaryOptions withExcluded(BiPredicate<Integer, Sentence> excluded) {
    Objects.requireNonNull(excluded, "excluded");
    return with(values -> values.excluded = new CheckedFunctions.Excluded(excluded));
  }

  /**
   * Sets how much it counts against a sentence that it is near to one already chosen, as in maximal
   * marginal relevance (Carbonell and Goldstein 1998); 0.1 unless set. At 1, its cosine to the
   * nearest one chosen takes as much salience away as its cosine to the whole article gives where
   * salience isn't trained. At 0 still, sentences that say the very same are taken last.
   *
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public SummaryOptions withDiversity(double diversity) {
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("a diversity between 0 and 1, not " + diversity);
    }
    return with(values -> values.diversity = diversity);
  }

  /** Doesn't prefer sentences for being near to the article's title. */
  public SummaryOptions withoutTitle() {
    return with(values -> values.title = false);
  }

  /**
   * Sets what becomes of sentences that point back; {@link Coherence#PREFERRED} unless set, which
   * costs no quality that can be measured. docs/summaries.md has the figures of all three.
   */
  public SummaryOptions withCoherence(Coherence coherence) {
    Objects.requireNonNull(coherence, "coherence");
    return with(values -> values.coherence = coherence);
  }

  /**
   * Spreads the summary over the whole text, for long documents: each further sentence from the
   * same part of the text counts for less. The parts are equal in words, and as many as the summary
   * is likely to have sentences.
   */
  public SummaryOptions withEvenCoverage() {
    return with(values -> values.evenCoverage = true);
  }

  /** What the budget counts. */
  public Unit unit() {
    return values.unit;
  }

  /** The most that the summary may hold, in {@link #unit()}. */
  public double budget() {
    return values.budget;
  }

  /**
   * The most that the summary of an article may hold, in whole {@link #unit()}s, or in words where
   * the budget is a ratio.
   *
   * @param articleWords how many words the article has, at least 0
   */
  public long limit(long articleWords) {
    // Rounded to a double, 0.29 * 100 is 28.999999999999996.
    return unit() == Unit.RATIO ? (long) (budget() * articleWords + 1e-9) : (long) budget();
  }

  /** What the reader wants to know; empty for a general summary. */
  public String query() {
    return values.query;
  }

  /** How the summary's sentences follow one another. */
  public Order order() {
    return values.order;
  }

  /** The fewest words of a sentence, at least 0. */
  public int minSentenceWords() {
    return values.minWords;
  }

  /** The most words of a sentence. */
  public int maxSentenceWords() {
    return values.maxWords;
  }

  /** Whether a sentence is neither too short nor too long to be taken. */
  boolean allowsLength(Sentence sentence) {
    int words = sentence.wordCount();
    return words >= values.minWords && words <= values.maxWords;
  }

  /**
   * Whether a sentence is taken whatever its salience.
   *
   * @throws dev.headnote.HeadnoteException with code FUNCTION_FAILED if the predicate throws
   */
  public boolean requires(Sentence sentence) {
    Objects.requireNonNull(sentence, "sentence");
    return values.required.test(sentence);
  }

  /** Whether a sentence of the only article is never taken. */
  public boolean excludes(Sentence sentence) {
    return excludes(0, sentence);
  }

  /**
   * Whether a sentence is never taken.
   *
   * @param article the place of its article among those summarised together, from 0
   * @throws dev.headnote.HeadnoteException with code FUNCTION_FAILED if the predicate throws
   */
  public boolean excludes(int article, Sentence sentence) {
    Objects.requireNonNull(sentence, "sentence");
    return values.excluded.test(article, sentence);
  }

  /** How much nearness to a chosen sentence counts, 0 to 1. */
  public double diversity() {
    return values.diversity;
  }

  /** Whether sentences near to the title are preferred. */
  public boolean title() {
    return values.title;
  }

  /** What becomes of sentences that point back. */
  public Coherence coherence() {
    return values.coherence;
  }

  /** Whether the summary is spread over the text. */
  public boolean evenCoverage() {
    return values.evenCoverage;
  }

  /** How to count tokens, which fails with code FUNCTION_FAILED; null for the encoder's way. */
  public @Nullable ToIntFunction<String> tokens() {
    return values.tokens;
  }

  /**
   * Whether both ask for the same; functions are equal as they themselves say, so lambdas hardly.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SummaryOptions that && values.byName().equals(that.values.byName());
  }

  @Override
  public int hashCode() {
    return values.byName().hashCode();
  }

  /** The budget, and what else was set. */
  @Override
  public String toString() {
    Map<String, @Nullable Object> set = values.byName();
    Map<String, @Nullable Object> unset = new Values().byName();
    set.keySet()
        .removeIf(name -> !BUDGET.contains(name) && Objects.equals(set.get(name), unset.get(name)));
    return "SummaryOptions" + set;
  }
}
