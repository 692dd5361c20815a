package dev.headnote.text.chars;

/**
 * Finds what opens a line and says nothing by itself: a list's bullet, or the number signs of a
 * heading in Markdown (ATX headings, commonmark.org). Numbers and letters of items are none, since
 * texts refer to them.
 */
public final class LineMarks {

  private static final int MOST_SIGNS = 6;

  private LineMarks() {}

  /**
   * Where the text {@code start..end} begins behind such a mark; {@code start} if none opens it, or
   * nothing else is there. A minus before a digit and a long dash, as before speech, are none.
   */
  public static int behind(ClassedText text, int start, int end) {
    int signs = start;
    while (signs < end && text.at(signs) == '#') {
      signs++;
    }
    int mark = signs > start ? signs : start + 1;
    int next = text.skipBlank(mark, end);
    if (next >= end) {
      return start;
    }
    boolean spaced = next > mark;
    boolean opens =
        signs > start
            ? spaced && signs - start <= MOST_SIGNS
            : isBullet(text.at(start), spaced, text.at(next));
    return opens ? next : start;
  }

  /** The other way round: where the mark stands that opens {@code start}'s line, else that. */
  public static int before(String text, int start) {
    int mark = skipSpaceBack(text, start);
    int first = mark;
    while (first > 0 && text.charAt(first - 1) == '#') {
      first--;
    }
    boolean spaced = mark < start;
    boolean found = first < mark && spaced && mark - first <= MOST_SIGNS;
    if (first == mark && mark > 0) {
      first--;
      found = isBullet(text.charAt(first), spaced, text.charAt(start));
    }
    return found && opensLine(text, first) ? first : start;
  }

  /** False for the dash behind "LONDON (AP)". */
  private static boolean opensLine(String text, int at) {
    int before = skipSpaceBack(text, at);
    return before == 0
        || Chars.isNewline(text.charAt(before - 1))
        || text.charAt(before - 1) == '>';
  }

  private static int skipSpaceBack(String text, int from) {
    int at = from;
    while (at > 0 && Chars.classOf(text.charAt(at - 1)) == Chars.SPACE) {
      at--;
    }
    return at;
  }

  private static boolean isBullet(char c, boolean spaced, char next) {
    return switch (c) {
      case '*' -> spaced;
      case '-', '+' -> spaced && !Character.isDigit(next);
      default -> Chars.classOf(c) == Chars.BULLET;
    };
  }
}
