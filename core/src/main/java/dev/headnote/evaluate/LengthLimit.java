package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The length that a summary may have, applied to what it is compared with: the lead and the oracle.
 * For one summary and one thread.
 */
final class LengthLimit {

  private final long[] costs;
  private long left;

  /**
   * @param options if they count tokens, they say how
   * @param sentences all of the article
   * @throws IllegalArgumentException for tokens that nobody can count here
   */
  LengthLimit(SummaryOptions options, List<Sentence> sentences) {
    if (options.unit() == SummaryOptions.Unit.TOKENS && options.tokens() == null) {
      throw new IllegalArgumentException("a budget in tokens needs a counter in its options");
    }
    costs = sentences.stream().mapToLong(sentence -> cost(sentence, options)).toArray();
    // Each sentence pays for a space after it, and the last needs none.
    int spaces = options.unit() == SummaryOptions.Unit.CHARS ? 1 : 0;
    left = options.limit(Arrays.stream(costs).sum()) + spaces;
  }

  private static long cost(Sentence sentence, SummaryOptions options) {
    return switch (options.unit()) {
      case SENTENCES -> 1;
      case WORDS, RATIO -> sentence.wordCount();
      case CHARS -> sentence.inOneLine().length() + 1;
      case TOKENS -> Objects.requireNonNull(options.tokens()).applyAsInt(sentence.inOneLine());
    };
  }

  /** Whether the sentence at an index of the article would still fit. */
  boolean hasRoomFor(int sentence) {
    return costs[sentence] <= left;
  }

  /** Takes the sentence's share, for which there is room. */
  void take(int sentence) {
    left -= costs[sentence];
  }
}
