package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;

/**
 * Recognises lines that could be names of a site, a section or a series, alone or in a bar with
 * signs between them.
 */
public final class NameBar {

  private static final int LONGEST_KICKER = 45;

  private static final int LONGEST_BAR = 120;
  private static final int MOST_KICKER_WORDS = 5;
  private static final int MOST_PART_WORDS = 3;

  private NameBar() {}

  /**
   * Whether a line could be the name of a site, a section or a series: a few words, each with a
   * capital unless it is a small one, and no signs but those that names have.
   */
  public static boolean isKicker(ClassedText text, int start, int end) {
    int from = start;
    while (from < end && !text.isLetterOrDigit(from)) {
      from++;
    }
    return from < end && isTitleCase(text, from, end, MOST_KICKER_WORDS);
  }

  /**
   * Whether a line is names, dates and buttons with signs between them, and not names only, or has
   * a date between such signs.
   */
  public static boolean isDatedBar(ClassedText text, int start, int end) {
    return isMixedBar(text, start, end) || hasDatedPart(text, start, end);
  }

  /** Whether a part before or behind a sign such as a bullet is a date with its year. */
  private static boolean hasDatedPart(ClassedText text, int start, int end) {
    if (end - start > LONGEST_BAR || text.isTerminal(end - 1)) {
      return false;
    }
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || isBarSign(text, start, end, i)) {
        if (i > from && (from > start || i < end)) {
          String plain = PlainLine.of(text.string(), from, i).strip();
          if (PlainLine.hasYear(plain) && DateHeader.isDate(plain)) {
            return true;
          }
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isMixedBar(ClassedText text, int start, int end) {
    if (end - start > LONGEST_BAR) {
      return false;
    }
    int parts = 0;
    boolean more = false;
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || isBarSign(text, start, end, i)) {
        int part = text.skipBlank(from, i);
        int stop = text.inkEnd(part, i);
        from = i + 1;
        if (part == stop) {
          continue;
        }
        String plain = PlainLine.of(text.string(), part, stop);
        parts++;
        if (DateHeader.isDate(plain) || Menus.isNavigation(plain) || LineRules.of(plain) != null) {
          more = true;
        } else if (!isTitleCase(text, part, stop, MOST_PART_WORDS)) {
          return false;
        }
      }
    }
    return parts > 1 && more;
  }

  private static boolean isBarSign(ClassedText text, int start, int end, int i) {
    char c = text.at(i);
    return "\u2022\u00b7|\u203A\u00bb>/".indexOf(c) >= 0
        && (i == start || text.isBlank(i - 1))
        && i + 1 < end
        && text.isBlank(i + 1);
  }

  private static boolean isTitleCase(ClassedText text, int start, int end, int most) {
    if (end - start > LONGEST_KICKER || !text.isLetterOrDigit(end - 1)) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (int i = start; i < end; i++) {
      boolean opens = i == start || text.isBlank(i - 1);
      if (text.isBlank(i)) {
        continue;
      }
      if (!text.isLetterOrDigit(i) && "&-'\u2019+".indexOf(text.at(i)) < 0) {
        return false;
      }
      words += opens ? 1 : 0;
      capitals += opens && text.isUpper(i) ? 1 : 0;
      if (opens && text.isLower(i) && (words == 1 || !isParticle(text, i, end))) {
        return false;
      }
    }
    return capitals > 0 && words <= most;
  }

  private static boolean isParticle(ClassedText text, int start, int end) {
    int stop = text.nextBlank(start, end);
    return (HeaderWords.find(text.string(), start, stop) & HeaderWords.PARTICLE) != 0;
  }
}
