package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import java.util.Arrays;

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
    boolean[] content = new ContentLines(copy).find();
    LineFeatures features = new LineFeatures(copy);
    Arrays.fill(judged, true);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean[] marked = new boolean[lines.count()];
      boolean[] next = new boolean[lines.count()];
      boolean any = false;
      for (int line = 0; line < lines.count(); line++) {
        if (judged[line] && !content[line] && isOpen(line) && isFurniture(line, features, model)) {
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

  /** Whether a line has no mark, and may have one, as what mails quote may not. */
  boolean isOpen(int line) {
    return reasons[line] == null
        && lines.length(line) <= LineFeatures.LONGEST_LINE
        && wrapping.standsAlone(line)
        && !shapes.isMarkedHeading(line)
        && lines.first(line) != '>'
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

  /** Whether a line is furniture that may have more beside it, as what parts a text has not. */
  private boolean isBeside(int line, LineFeatures features) {
    return features.look(line) == LineFeatures.MARKED && reasons[line] != Reason.SEPARATOR;
  }

  /** Whether a line is a paragraph but for its last words, such as those of a button behind it. */
  private boolean holdsSentences(int line) {
    return lines.length(line) >= LineFeatures.PARAGRAPH_CHARS
        && text.isLetter(lines.end(line) - 1)
        && shapes.isProse(line);
  }

  private boolean isFurniture(int line, LineFeatures features, LineModel model) {
    int zone = features.zone(line);
    float threshold = THRESHOLD;
    if (features.look(line) == LineFeatures.PARAGRAPH || holdsSentences(line)) {
      if (zone != LineFeatures.BELOW
          || (!isBeside(line - 1, features) && !isBeside(line + 1, features))) {
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
