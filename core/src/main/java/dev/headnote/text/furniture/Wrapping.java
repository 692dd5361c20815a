package dev.headnote.text.furniture;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.LineIndex;

/** Tells lines from parts of paragraphs that were broken to a width. For one thread. */
final class Wrapping extends LinePass {

  /** How many breaks inside sentences show that a text's lines were broken to a width. */
  private static final int FEWEST_BREAKS = 2;

  private static final int LONGEST_BROKEN = 100;

  /** A longer line is a paragraph that wasn't broken. */
  private static final int LONGEST_WRAPPED = 110;

  /** Whether the text's paragraphs are broken to a width, so that a line may be a part of one. */
  private final boolean hardWrapped;

  /** How long the longest line is that was broken inside a sentence. */
  private int width;

  Wrapping(CopiedLines copy) {
    super(copy);
    this.hardWrapped = isHardWrapped();
  }

  /** Whether a line isn't a part of a paragraph that was broken to a width. */
  boolean standsAlone(int line) {
    if (!hardWrapped) {
      return true;
    }
    if (!lines.blankBefore(line)) {
      int before = line - 1;
      if (reasons[before] == null
          && lines.length(before) >= LineIndex.SHORTEST_BROKEN
          && !Chars.isTerminal(lines.lastWeighty(before))
          && lines.length(before) <= LONGEST_BROKEN) {
        return false;
      }
    }
    if (!lines.blankAfter(line)) {
      return !(Chars.isLower(lines.first(line + 1))
          && lines.length(line) >= LineIndex.SHORTEST_BROKEN);
    }
    return true;
  }

  /** Whether a line was broken where a sentence goes on in the next one. */
  boolean isBroken(int line) {
    int next = line + 1;
    return !lines.blankAfter(line)
        && reasons[next] == null
        && mayGoOn(lines.first(next))
        && lines.length(line) >= LineIndex.SHORTEST_BROKEN
        && !Chars.isTerminal(lines.lastWeighty(line))
        && endsSentence(next)
        && (Chars.isLower(lines.first(next)) || (hardWrapped && isFull(line)));
  }

  /** Whether a sentence ends in a line or below it, before an empty or a marked line. */
  private boolean endsSentence(int from) {
    int line = from;
    while (!Chars.isTerminal(lines.lastWeighty(line))) {
      if (lines.blankAfter(line) || reasons[line] != null) {
        return false;
      }
      line++;
    }
    return true;
  }

  private static boolean mayGoOn(char first) {
    return Chars.isLetterOrDigit(first) || "(\"'\u201c\u2018".indexOf(first) >= 0;
  }

  /** Whether the next line's first word has no room in a line. */
  private boolean isFull(int line) {
    int start = lines.start(line + 1);
    return lines.length(line) + 1 + text.nextBlank(start, lines.end(line + 1)) - start > width;
  }

  private boolean isHardWrapped() {
    int breaks = 0;
    int unbroken = 0;
    for (int line = 1; line < lines.count(); line++) {
      if (lines.length(line) > LONGEST_WRAPPED) {
        unbroken++;
      } else if (lines.continues(line) && lines.length(line - 1) <= LONGEST_BROKEN) {
        breaks++;
        width = Math.max(width, lines.length(line - 1));
      }
    }
    return breaks >= FEWEST_BREAKS && breaks > unbroken;
  }
}
