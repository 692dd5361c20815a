package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The length that a summary may have, applied to what it is compared with: the lead and the oracle.
 * For one summary and one thread.
 */
final class LengthLimit {

  private final SummaryOptions.Unit unit;
  private final @Nullable ToIntFunction<String> tokens;
  private double left;

  /**
   * @param options if they count tokens, they say how
   * @param sentences all of the article
   * @throws IllegalArgumentException for tokens that nobody can count here
   */
  LengthLimit(SummaryOptions options, List<Sentence> sentences) {
    unit = options.unit();
    tokens = options.tokens();
    if (unit == SummaryOptions.Unit.TOKENS && tokens == null) {
      throw new IllegalArgumentException("a budget in tokens needs a counter in its options");
    }
    left =
        switch (unit) {
          case SENTENCES, WORDS, TOKENS -> options.budget();
          // Each sentence pays for a space after it, and the last needs none.
          case CHARS -> options.budget() + 1;
          case RATIO ->
              Math.floor(options.budget() * sentences.stream().mapToInt(Sentence::wordCount).sum());
        };
  }

  boolean hasRoomFor(Sentence sentence) {
    return cost(sentence) <= left;
  }

  void take(Sentence sentence) {
    left -= cost(sentence);
  }

  private int cost(Sentence sentence) {
    return switch (unit) {
      case SENTENCES -> 1;
      case WORDS, RATIO -> sentence.wordCount();
      case CHARS -> folded(sentence.text()).length() + 1;
      case TOKENS -> Objects.requireNonNull(tokens).applyAsInt(folded(sentence.text()));
    };
  }

  /** The text on one line, a single space for any white space within it. */
  static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
