package dev.headnote.runner;

import dev.headnote.summary.SummaryOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How long a summary may be, and what it is to be about. */
final class BudgetOptions {

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Length length;

  @Option(
      names = "--query",
      paramLabel = "TEXT",
      description = "Prefer sentences that speak to this question or these words.")
  private String query = "";

  SummaryOptions toSummaryOptions() {
    SummaryOptions options = length == null ? SummaryOptions.defaults() : length.toSummaryOptions();
    return options.focusedOn(query);
  }

  /** One of the ways to say how long; never exceeded. */
  static final class Length {

    @Option(
        names = "--sentences",
        paramLabel = "N",
        description = "A summary of so many sentences. Default: 3.")
    private @Nullable Integer sentences;

    @Option(
        names = "--words",
        paramLabel = "N",
        description = "A summary of at most so many words.")
    private @Nullable Integer words;

    @Option(
        names = "--chars",
        paramLabel = "N",
        description = "A summary of at most so many characters.")
    private @Nullable Integer chars;

    @Option(
        names = "--ratio",
        paramLabel = "R",
        description = "A summary of at most this share of the article's words, above 0, at most 1.")
    private @Nullable Double ratio;

    SummaryOptions toSummaryOptions() {
      try {
        if (sentences != null) {
          return SummaryOptions.maxSentences(sentences);
        }
        if (words != null) {
          return SummaryOptions.maxWords(words);
        }
        if (chars != null) {
          return SummaryOptions.maxChars(chars);
        }
        return ratio == null ? SummaryOptions.defaults() : SummaryOptions.maxRatio(ratio);
      } catch (IllegalArgumentException e) {
        throw new RunFailure(Exit.USAGE, "summary length: " + e.getMessage(), e);
      }
    }
  }
}
