package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;

/** Counts what a summary has used of its budget. One summary's use, on one thread. */
final class Budget {

  private final SummaryOptions.Unit unit;
  private final long limit;
  private final long smallest;
  private long used;

  Budget(SummaryOptions options, List<Sentence> sentences) {
    unit = options.unit();
    limit =
        unit == SummaryOptions.Unit.RATIO
            ? (long)
                Math.floor(options.budget() * sentences.stream().mapToLong(Budget::words).sum())
            : (long) options.budget();
    smallest = sentences.stream().mapToLong(this::cost).min().orElse(1);
  }

  /** Whether the shortest sentence, at least, would still fit. */
  boolean hasRoom() {
    return used + smallest <= limit;
  }

  /** Takes the sentence's share if there is room for it. */
  boolean take(Sentence sentence) {
    long cost = cost(sentence);
    if (used + cost > limit) {
      return false;
    }
    used += cost;
    return true;
  }

  private long cost(Sentence sentence) {
    return switch (unit) {
      case SENTENCES -> 1;
      case WORDS, RATIO -> words(sentence);
      case CHARS -> Summary.inOneLine(sentence).length() + (used == 0 ? 0 : 1);
    };
  }

  private static long words(Sentence sentence) {
    long words = 0;
    boolean inside = false;
    for (int i = 0; i < sentence.text().length(); i++) {
      boolean space = Character.isWhitespace(sentence.text().charAt(i));
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }
}
