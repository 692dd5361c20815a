package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Counts what a summary has used of its budget. One summary's use, on one thread. */
final class Budget {

  private final SummaryOptions.Unit unit;
  private final long limit;
  private final long[] costs;
  private final long smallest;
  private long used;

  /**
   * @param options what to count, and how far
   * @param sentences those that may be chosen
   * @param whole all sentences, of whose words a ratio is
   * @param tokens how many tokens a text has, asked only where they are counted
   */
  Budget(
      SummaryOptions options,
      List<Sentence> sentences,
      List<Sentence> whole,
      ToIntFunction<String> tokens) {
    unit = options.unit();
    costs = sentences.stream().mapToLong(sentence -> cost(sentence, tokens)).toArray();
    smallest = Arrays.stream(costs).min().orElse(1);
    // Each sentence counts a space before it, of which the first has none.
    int spaces = unit == SummaryOptions.Unit.CHARS ? 1 : 0;
    limit = options.limit(unit == SummaryOptions.Unit.RATIO ? words(whole) : 0) + spaces;
  }

  private static long words(List<Sentence> sentences) {
    return sentences.stream().mapToLong(Sentence::wordCount).sum();
  }

  private long cost(Sentence sentence, ToIntFunction<String> tokens) {
    return switch (unit) {
      case SENTENCES -> 1;
      case WORDS, RATIO -> sentence.wordCount();
      case CHARS -> sentence.inOneLine().length() + 1;
      case TOKENS -> tokens.applyAsInt(sentence.inOneLine());
    };
  }

  /** Whether the shortest sentence, at least, would still fit. */
  boolean hasRoom() {
    return used + smallest <= limit;
  }

  /** Whether a sentence would still fit. */
  boolean fits(int sentence) {
    return used + costs[sentence] <= limit;
  }

  /** Whether some sentences take half of the whole budget, or more. */
  boolean isHalfTakenBy(IntStream sentences) {
    return 2 * sentences.mapToLong(sentence -> costs[sentence]).sum() >= limit;
  }

  /** Whether the sentences from the first to the last would still fit, all together. */
  boolean fits(int first, int last) {
    long cost = 0;
    for (int i = first; i <= last; i++) {
      cost += costs[i];
    }
    return used + cost <= limit;
  }

  /**
   * Whether a sentence could be in a summary of this text and of others. Only a ratio leaves more
   * room there than here.
   */
  boolean couldFitAmongOthers(int sentence) {
    return unit == SummaryOptions.Unit.RATIO || fits(sentence);
  }

  /** Takes the sentence's share, for which there is room. */
  void take(int sentence) {
    used += costs[sentence];
  }

  /** What a sentence would take, and what is left. */
  Shortfall shortfall(int sentence) {
    long spaces = unit == SummaryOptions.Unit.CHARS && used == 0 ? 1 : 0;
    return new Shortfall(
        unit == SummaryOptions.Unit.RATIO ? SummaryOptions.Unit.WORDS : unit,
        costs[sentence] - spaces,
        limit - used - spaces);
  }

  /**
   * About how many sentences the whole budget holds, if they are as long as the mean; at least 1.
   */
  int expectedSentences() {
    double mean = Arrays.stream(costs).average().orElse(1);
    return (int) Math.max(1, Math.min(costs.length, Math.round(limit / Math.max(1, mean))));
  }
}
