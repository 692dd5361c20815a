package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Marks lines that no rule knows and that a {@link LineModel} takes for furniture, by their words,
 * their shape and what stands around them. Paragraphs are marked only below the last one that
 * isn't, beside furniture, and nothing is marked in a text without paragraphs: losing a sentence
 * costs more than keeping a line too many. For one thread.
 */
final class LearnedLines extends LinePass {

  /** The log odds from which on a line is furniture, above and below the paragraphs. */
  private static final float THRESHOLD = 1.75f;

  /** How much more must speak for furniture where headings and lists stand, too. */
  private static final float MORE_BETWEEN_PARAGRAPHS = 1.5f;

  /** How much more must speak for furniture of a paragraph. */
  private static final float MORE_OF_PARAGRAPH = 1;

  /** How often the lines beside those that were marked are looked at again. */
  private static final int MOST_ROUNDS = 6;

  /** Fewer lines with times make no talk. */
  private static final int FEWEST_TURNS = 3;

  /** Opens a time before what is said then, and stands for all of them; names may stand so, too. */
  private static final String BRACKET = "[";

  private static final int LONGEST_SPEAKER = 30;

  /** Shorter lines with a label are entries, as of a form. */
  private static final int FEWEST_SAID = 6;

  /** How many lines up and down a mark changes what is thought of others. */
  private static final int REACH = 6;

  private final Wrapping wrapping;

  LearnedLines(CopiedLines copy, Wrapping wrapping) {
    super(copy);
    this.wrapping = wrapping;
  }

  /** Marks what the model takes for furniture. */
  void mark(LineModel model) {
    boolean[] judged = new boolean[lines.count()];
    boolean[] turns = findTurns();
    LineFeatures features = new LineFeatures(copy);
    Arrays.fill(judged, true);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean[] marked = new boolean[lines.count()];
      boolean[] next = new boolean[lines.count()];
      boolean any = false;
      for (int line = 0; line < lines.count(); line++) {
        if (judged[line] && !turns[line] && isOpen(line) && isFurniture(line, features, model)) {
          marked[line] = true;
          any = true;
          Arrays.fill(
              next, Math.max(0, line - REACH), Math.min(next.length, line + REACH + 1), true);
        }
      }
      if (!any) {
        return;
      }
      for (int line = 0; line < lines.count(); line++) {
        if (marked[line]) {
          reasons[line] = Reason.SIDE_MATTER;
        }
      }
      features.look();
      judged = next;
    }
  }

  /** Whether a line has no mark, and may have one. */
  boolean isOpen(int line) {
    return reasons[line] == null
        && lines.length(line) <= LineFeatures.LONGEST_LINE
        && wrapping.standsAlone(line)
        && !isCaseless(line);
  }

  /** Whether a line is of a script without capitals, of which nothing was learned. */
  private boolean isCaseless(int line) {
    boolean caseless = false;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      byte kind = text.kind(i);
      if (kind == Chars.UPPER || kind == Chars.LOWER) {
        return false;
      }
      caseless |= kind == Chars.LETTER;
    }
    return caseless;
  }

  /** Finds the lines of a talk: those that begin with who speaks, or with when, as others do. */
  private boolean[] findTurns() {
    String[] labels = new String[lines.count()];
    Map<String, Integer> counts = new HashMap<>();
    int inBrackets = 0;
    for (int line = 0; line < labels.length; line++) {
      labels[line] = reasons[line] == null ? label(line) : "";
      counts.merge(labels[line], 1, Integer::sum);
      inBrackets += labels[line].startsWith(BRACKET) ? 1 : 0;
    }
    counts.remove("");
    long speakers = counts.values().stream().filter(count -> count > 1).count();
    boolean[] turns = new boolean[labels.length];
    for (int line = 0; line < labels.length; line++) {
      turns[line] =
          labels[line].startsWith(BRACKET)
              ? inBrackets >= FEWEST_TURNS
              : speakers > 1 && counts.getOrDefault(labels[line], 0) > 1;
    }
    return turns;
  }

  /**
   * Returns what stands before a line's first colon, if it may be who speaks, or {@link #BRACKET}.
   */
  private String label(int line) {
    String plain = shapes.plain(line);
    int close = plain.charAt(0) == '[' ? plain.indexOf(']') : -1;
    if (close > 0
        && close + 2 < plain.length()
        && PlayingTimes.isStamp(plain.substring(0, close + 1))) {
      return BRACKET;
    }
    int colon = plain.indexOf(": ");
    return colon > 0 && colon <= LONGEST_SPEAKER && shapes.words(line) >= FEWEST_SAID
        ? plain.substring(0, colon)
        : "";
  }

  private boolean isFurniture(int line, LineFeatures features, LineModel model) {
    int zone = features.zone(line);
    float threshold = THRESHOLD;
    if (features.look(line) == LineFeatures.PARAGRAPH) {
      if (zone != LineFeatures.BELOW
          || (features.look(line - 1) != LineFeatures.MARKED
              && features.look(line + 1) != LineFeatures.MARKED)) {
        return false;
      }
      threshold += MORE_OF_PARAGRAPH;
    } else if (zone == LineFeatures.NOWHERE) {
      return false;
    } else if (zone == LineFeatures.BETWEEN) {
      threshold += MORE_BETWEEN_PARAGRAPHS;
    }
    features.find(line);
    return model.logOdds(features) > threshold;
  }
}
