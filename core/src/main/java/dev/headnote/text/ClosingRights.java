package dev.headnote.text;

/**
 * Finds the notice on rights that a paragraph ends with, as abstracts from publishers have it: "We
 * show that it holds. (C) 2016 Example Ltd. All rights reserved."
 */
final class ClosingRights {

  private static final int LONGEST_NOTICE = 250;

  /** Less than this before a notice, such as a publisher's name, belongs to it. */
  private static final int SHORTEST_TEXT = 60;

  private static final String COPYRIGHT = "copyright ";

  private ClosingRights() {}

  /** Returns where the notice at the end of a line begins, or -1 if there is none behind a text. */
  static int start(String text, int start, int end) {
    for (int i = Math.max(start + SHORTEST_TEXT, end - LONGEST_NOTICE); i < end; i++) {
      int name = behindSign(text, i, end);
      if (name >= 0 && isYear(text, name, end) && isBehindYear(text, name + 4, end)) {
        int notice = behindWord(text, i) ? i - COPYRIGHT.length() : i;
        if (isBehindSentence(text, start, notice)) {
          return notice;
        }
      }
    }
    return -1;
  }

  /** Returns what follows a sign at {@code i} and its blanks, or -1 where none is. */
  private static int behindSign(String text, int i, int end) {
    char sign = text.charAt(i);
    int next;
    if (sign == '\u00a9') {
      next = i + 1;
    } else if (sign == '(' && text.regionMatches(true, i, "(c)", 0, 3)) {
      next = i + 3;
    } else {
      return -1;
    }
    while (next < end && Chars.isBlank(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isYear(String text, int start, int end) {
    int stop = Math.min(end, start + 4);
    return stop == start + 4 && PlainLine.hasYear(text.substring(start, stop));
  }

  /** Whether an owner may follow a year: "(c) 2000 shares of stock" is an item of a contract. */
  private static boolean isBehindYear(String text, int from, int end) {
    int next = from;
    while (next < end && Chars.isBlank(text.charAt(next))) {
      next++;
    }
    return next == end
        || !Chars.isLower(text.charAt(next))
        || text.startsWith("by ", next)
        || text.startsWith("the ", next);
  }

  private static boolean behindWord(String text, int i) {
    int word = i - COPYRIGHT.length();
    return word >= 0 && text.regionMatches(true, word, COPYRIGHT, 0, COPYRIGHT.length());
  }

  /** Whether the end of a sentence stands before a notice, and enough of it. */
  private static boolean isBehindSentence(String text, int start, int notice) {
    int last = notice - 1;
    while (last > start && Chars.isBlank(text.charAt(last))) {
      last--;
    }
    return last < notice - 1
        && last - start >= SHORTEST_TEXT
        && Chars.isTerminal(text.charAt(last));
  }
}
