package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.DateHeader;
import dev.headnote.text.rule.PlainLine;

/** The lines from the first to the last one that looks like running text. For one thread. */
final class Body extends LinePass {

  /** How many lines before the first paragraph may hold dates, bylines and the title. */
  static final int HEAD_LINES = 30;

  /** How many characters of running text may stand above a date or a byline. */
  private static final int LONGEST_ABOVE_HEADER = 700;

  /** How many lines below running text a date or a byline may stand. */
  private static final int HEADER_WITHIN = 5;

  private static final int LONGEST_HEADER = 120;

  private int first = -1;
  private int last = -1;

  Body(CopiedLines copy) {
    super(copy);
  }

  /** Finds the first and the last line that look like running text. */
  void find() {
    first = -1;
    last = -1;
    int aboveHeader = 0;
    for (int line = 0; line < lines.count() && first < 0; line++) {
      if (reasons[line] == null && shapes.isProse(line)) {
        aboveHeader += lines.length(line);
        if (aboveHeader > LONGEST_ABOVE_HEADER || !hasHeaderBelow(line)) {
          first = line;
        }
      }
    }
    for (int line = lines.count() - 1; first >= 0 && last < 0; line--) {
      if (reasons[line] == null && (line == first || shapes.isProse(line))) {
        last = line;
      }
    }
  }

  /**
   * Whether a date, a byline or buttons for sharing follow soon: then a line that looks like
   * running text is a deck, or a notice above the title.
   */
  private boolean hasHeaderBelow(int line) {
    int last = Math.min(Math.min(lines.count() - 1, HEAD_LINES), line + HEADER_WITHIN);
    boolean proseBetween = false;
    for (int below = line + 1; below <= last; below++) {
      // A date alone may be a heading of the text, unless a title stands above.
      if (isHeader(below, line > 0)) {
        return true;
      }
      if (lines.length(below) > LONGEST_HEADER || shapes.isProse(below)) {
        if (proseBetween) {
          return false;
        }
        proseBetween = true;
      }
    }
    return false;
  }

  private boolean isHeader(int line, boolean titled) {
    if (reasons[line] != null) {
      return reasons[line] == Reason.SHARE_BAR
          || (reasons[line] == Reason.ATTRIBUTION && MailHeaders.isMailHeader(shapes.plain(line)));
    }
    if (lines.length(line) > LONGEST_HEADER || shapes.isMarkedHeading(line)) {
      return false;
    }
    String plain = shapes.plain(line);
    return (DateHeader.isDate(plain)
            && (DateHeader.isStamped(plain) || (titled && PlainLine.hasYear(plain))))
        || Byline.isByline(text, lines.start(line), lines.end(line));
  }

  /** The first line of running text, or -1. */
  int first() {
    return first;
  }

  /** The last line of running text, or -1. */
  int last() {
    return last;
  }

  /** The line before which dates, bylines and the title are looked for; -1 without a body. */
  int headEnd() {
    return Math.min(first, HEAD_LINES);
  }
}
