package dev.headnote.evaluate;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.List;

/**
 * Holds what a summary is compared with to the length that the summary may have. One summary's use,
 * on one thread.
 */
final class LengthLimit {

  private final SummaryOptions.Unit unit;
  private double left;

  /**
   * @param sentences all of the article
   */
  LengthLimit(SummaryOptions options, List<Sentence> sentences) {
    unit = options.unit();
    left =
        switch (unit) {
          case SENTENCES, WORDS -> options.budget();
          // Each sentence pays for a space after it, and the last needs none.
          case CHARS -> options.budget() + 1;
          case RATIO ->
              Math.floor(
                  options.budget() * sentences.stream().mapToInt(each -> words(each.text())).sum());
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
      case WORDS, RATIO -> words(sentence.text());
      case CHARS -> folded(sentence.text()).length() + 1;
    };
  }

  /** How many runs of other than white space a text has. */
  static int words(String text) {
    String folded = folded(text);
    return folded.isEmpty() ? 0 : 1 + (int) folded.chars().filter(c -> c == ' ').count();
  }

  /** The text on one line, a single space for any white space within it. */
  static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
