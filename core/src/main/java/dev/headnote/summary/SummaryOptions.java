package dev.headnote.summary;

import java.util.Objects;

/**
 * How long a summary may be, and what it is to be about. A budget is never exceeded; whole
 * sentences are taken while they fit. Immutable.
 *
 * @param unit what the budget counts
 * @param budget the most that the summary may hold, in that unit
 * @param query what the reader wants to know; empty for a general summary
 */
public record SummaryOptions(Unit unit, double budget, String query) {

  /** What a budget counts. */
  public enum Unit {
    /** Sentences: exactly so many, or all where the article has no more. */
    SENTENCES,
    /** Words, as separated by white space. */
    WORDS,
    /** UTF-16 characters of the summary's text, the spaces between its sentences included. */
    CHARS,
    /** The share of the article's words, above 0 and at most 1. */
    RATIO
  }

  public SummaryOptions {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(query, "query");
    if (!(budget > 0) || (unit == Unit.RATIO && budget > 1)) {
      throw new IllegalArgumentException(
          unit == Unit.RATIO
              ? "a ratio is above 0 and at most 1, not " + budget
              : "a budget is at least 1, not " + budget);
    }
    if (unit != Unit.RATIO && budget != Math.rint(budget)) {
      throw new IllegalArgumentException("a budget of " + unit + " is a whole number");
    }
  }

  /** Three sentences about the whole article. */
  public static SummaryOptions defaults() {
    return maxSentences(3);
  }

  /** A summary of exactly so many sentences, or all of them where there are no more. */
  public static SummaryOptions maxSentences(int sentences) {
    return new SummaryOptions(Unit.SENTENCES, sentences, "");
  }

  /** A summary of at most so many words. */
  public static SummaryOptions maxWords(int words) {
    return new SummaryOptions(Unit.WORDS, words, "");
  }

  /** A summary of at most so many UTF-16 characters. */
  public static SummaryOptions maxChars(int chars) {
    return new SummaryOptions(Unit.CHARS, chars, "");
  }

  /** A summary of at most this share of the article's words, above 0 and at most 1. */
  public static SummaryOptions maxRatio(double ratio) {
    return new SummaryOptions(Unit.RATIO, ratio, "");
  }

  /** The same budget, with sentences preferred that speak to a question or some words. */
  public SummaryOptions focusedOn(String newQuery) {
    return new SummaryOptions(unit, budget, newQuery);
  }
}
