package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.salience.SalienceModel;
import dev.headnote.summary.SummaryOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How long a summary may be, what it is to be about, and which sentences may be in it. */
final class BudgetOptions {

  private static final String NONE = "none";

  /** What Java puts for bytes of the command line that are no characters of the locale. */
  private static final char UNDECODED = '\uFFFD';

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Length length;

  @Option(
      names = "--query",
      paramLabel = "TEXT",
      description = "Prefer sentences that speak to this question or these words.")
  private String query = "";

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "source",
      description =
          "How the summary's sentences follow one another: source, as in the article, or score, the"
              + " most salient first. Default: source.")
  private SummaryOptions.Order order = SummaryOptions.Order.SOURCE;

  @Option(
      names = "--min-words",
      paramLabel = "N",
      description = "Leave out sentences of fewer words.")
  private @Nullable Integer minWords;

  @Option(
      names = "--max-words",
      paramLabel = "N",
      description = "Leave out sentences of more words.")
  private @Nullable Integer maxWords;

  @Option(
      names = "--diversity",
      paramLabel = "WEIGHT",
      description =
          "How much it counts against a sentence that it is near to one already chosen, 0 to 1."
              + " Default: 0.1.")
  private @Nullable Double diversity;

  @Option(
      names = "--even",
      description = "Spread the summary over the whole text, for long documents.")
  private boolean even;

  @Option(
      names = "--coherence",
      paramLabel = "COHERENCE",
      defaultValue = "preferred",
      description =
          "Sentences that point back, such as \"He said\", without the one before: ignored, taken as"
              + " any others; preferred, worth a little less; required, never while others are left."
              + " Default: preferred.")
  private SummaryOptions.Coherence coherence = SummaryOptions.Coherence.PREFERRED;

  @Option(names = "--no-title", description = "Don't prefer sentences for being near to the title.")
  private boolean noTitle;

  @Option(
      names = "--salience",
      paramLabel = "FILE|none",
      description =
          "Weigh sentences by a model that \"headnote salience\" wrote, or with none by centrality"
              + " and position alone, as for texts that are not English. Default: a model learned"
              + " from English news.")
  private @Nullable String salience;

  /**
   * Sets the summary's options and the salience model.
   *
   * @throws RunFailure if they can't be
   */
  void apply(Headnote.Builder builder) {
    builder.summary(toSummaryOptions());
    if (NONE.equals(salience)) {
      builder.untrainedSalience();
    } else if (salience != null) {
      builder.salience(SalienceModel.load(Path.of(salience)));
    }
  }

  /** The file of the salience model, if one is named. */
  List<Path> files() {
    return salience == null || salience.equals(NONE) ? List.of() : List.of(Path.of(salience));
  }

  SummaryOptions toSummaryOptions() {
    if (query.indexOf(UNDECODED) >= 0) {
      throw new RunFailure(
          Exit.USAGE,
          "--query: has characters that could not be read; if the locale lacks them, set"
              + " LC_ALL=C.UTF-8");
    }
    SummaryOptions options = length == null ? SummaryOptions.defaults() : length.toSummaryOptions();
    options = options.focusedOn(query).withOrder(order);
    options = even ? options.withEvenCoverage() : options;
    options = options.withCoherence(coherence);
    options = noTitle ? options.withoutTitle() : options;
    try {
      options = diversity == null ? options : options.withDiversity(diversity);
      options = minWords == null ? options : options.withMinSentenceWords(minWords);
      return maxWords == null ? options : options.withMaxSentenceWords(maxWords);
    } catch (IllegalArgumentException e) {
      throw new RunFailure(Exit.USAGE, "summary: " + e.getMessage(), e);
    }
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
        names = "--tokens",
        paramLabel = "N",
        description = "A summary of at most so many tokens, as the model counts them.")
    private @Nullable Integer tokens;

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
        if (tokens != null) {
          return SummaryOptions.maxTokens(tokens);
        }
        return ratio == null ? SummaryOptions.defaults() : SummaryOptions.maxRatio(ratio);
      } catch (IllegalArgumentException e) {
        throw new RunFailure(Exit.USAGE, "summary length: " + e.getMessage(), e);
      }
    }
  }
}
