package dev.headnote.text;

/**
 * Recognises lines that could be names of a site, a section or a series, alone or in a bar with
 * signs between them.
 */
final class NameBar {

  private static final int LONGEST_KICKER = 45;

  private static final int LONGEST_BAR = 120;
  private static final int MOST_KICKER_WORDS = 5;
  private static final int MOST_PART_WORDS = 3;

  private NameBar() {}

  /**
   * Whether a line could be the name of a site, a section or a series: a few words, each with a
   * capital unless it is a small one, and no signs but those that names have.
   */
  static boolean isKicker(String text, int start, int end) {
    int from = start;
    while (from < end && !Chars.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    return from < end && isTitleCase(text, from, end, MOST_KICKER_WORDS);
  }

  /**
   * Whether a line is names, dates and buttons with signs between them, and not names only, or has
   * a date between such signs.
   */
  static boolean isDatedBar(String text, int start, int end) {
    return isMixedBar(text, start, end) || hasDatedPart(text, start, end);
  }

  /** Whether a part before or behind a sign such as a bullet is a date with its year. */
  private static boolean hasDatedPart(String text, int start, int end) {
    if (end - start > LONGEST_BAR || Chars.isTerminal(text.charAt(end - 1))) {
      return false;
    }
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || isBarSign(text, start, end, i)) {
        if (i > from && (from > start || i < end)) {
          String plain = PlainLine.of(text, from, i).strip();
          if (PlainLine.hasYear(plain) && DateHeader.isDate(plain)) {
            return true;
          }
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isMixedBar(String text, int start, int end) {
    if (end - start > LONGEST_BAR) {
      return false;
    }
    int parts = 0;
    boolean more = false;
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || isBarSign(text, start, end, i)) {
        int a = from;
        int b = i;
        while (a < b && Chars.isBlank(text.charAt(a))) {
          a++;
        }
        while (b > a && Chars.isBlank(text.charAt(b - 1))) {
          b--;
        }
        from = i + 1;
        if (a == b) {
          continue;
        }
        String plain = PlainLine.of(text, a, b);
        parts++;
        if (DateHeader.isDate(plain) || Menus.isNavigation(plain) || LineRules.of(plain) != null) {
          more = true;
        } else if (!isTitleCase(text, a, b, MOST_PART_WORDS)) {
          return false;
        }
      }
    }
    return parts > 1 && more;
  }

  private static boolean isBarSign(String text, int start, int end, int i) {
    char c = text.charAt(i);
    return "\u2022\u00b7|\u203A\u00bb>/".indexOf(c) >= 0
        && (i == start || Chars.isBlank(text.charAt(i - 1)))
        && i + 1 < end
        && Chars.isBlank(text.charAt(i + 1));
  }

  private static boolean isTitleCase(String text, int start, int end, int most) {
    if (end - start > LONGEST_KICKER || !Chars.isLetterOrDigit(text.charAt(end - 1))) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    boolean opens = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isBlank(c)) {
        opens = true;
      } else if (!Chars.isLetterOrDigit(c) && "&-'\u2019+".indexOf(c) < 0) {
        return false;
      } else if (opens) {
        opens = false;
        words++;
        if (Chars.isUpper(c)) {
          capitals++;
        } else if (Chars.isLower(c)) {
          int j = i;
          while (j < end && !Chars.isBlank(text.charAt(j))) {
            j++;
          }
          if (words == 1 || (HeaderWords.find(text, i, j) & HeaderWords.PARTICLE) == 0) {
            return false;
          }
        }
      }
    }
    return capitals > 0 && words <= most;
  }
}
