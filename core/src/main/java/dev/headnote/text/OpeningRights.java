package dev.headnote.text;

import java.util.List;

/**
 * Looks into lines that begin as notices on rights do: some are sentences on rights, and behind
 * some the text goes on.
 */
final class OpeningRights {

  private static final String COPYRIGHT = "copyright";
  private static final String RESERVED = "all rights reserved";
  private static final String SIGN = "(c)";

  /** What a sentence behind a notice says that belongs to it. */
  private static final List<String> TERMS =
      List.of(
          "consent of",
          "permission of",
          "property of",
          "prohibited",
          "distributed by",
          "disclaimer",
          "terms of use");

  /** Where in a line the notice ends that it begins with. */
  private static final int LONGEST_NOTICE = 160;

  /** Less than this behind a notice belongs to it. */
  private static final int SHORTEST_TEXT = 60;

  private OpeningRights() {}

  /**
   * Whether a line goes on in small letters where a notice names an owner: "Copyright law in 1961
   * gave heirs fifty years."
   */
  static boolean isSentence(String text, int start, int end) {
    int owner = start;
    for (int next = pass(text, owner, end); next > owner; next = pass(text, owner, end)) {
      owner = next;
    }
    if (owner == start
        || owner == end
        || !Chars.isLower(text.charAt(owner))
        || !Chars.isTerminal(text.charAt(end - 1))) {
      return false;
    }
    int stop = owner;
    while (stop < end && !Chars.isBlank(text.charAt(stop))) {
      stop++;
    }
    // "(c) 2016 by Ann Lee", "© the author", "© 2016 example.com".
    return switch (text.substring(owner, stop)) {
      case "by", "the", "of", "to" -> false;
      default ->
          text.substring(owner, stop - 1).indexOf('.') < 0 && indexOfReserved(text, owner, end) < 0;
    };
  }

  /** Returns where what stands before an owner ends that begins at {@code i}, or {@code i}. */
  private static int pass(String text, int i, int end) {
    if (i == end) {
      return i;
    }
    for (String word : new String[] {COPYRIGHT, RESERVED, SIGN}) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return Math.min(end, i + word.length());
      }
    }
    char c = text.charAt(i);
    return Chars.isBlank(c) || Chars.isDigit(c) || c == '\u00a9' || ",:-\u2013".indexOf(c) >= 0
        ? i + 1
        : i;
  }

  /** Returns where the notice ends that a line begins with, or -1 if no text is behind one. */
  static int end(String text, int start, int end) {
    char first = text.charAt(start);
    if (first != '\u00a9'
        && !text.regionMatches(true, start, SIGN, 0, SIGN.length())
        && !text.regionMatches(true, start, COPYRIGHT, 0, COPYRIGHT.length())) {
      return -1;
    }
    int reserved = indexOfReserved(text, start, Math.min(end, start + LONGEST_NOTICE));
    int stop = reserved + RESERVED.length();
    int rest = stop + 2;
    if (reserved < 0
        || rest + SHORTEST_TEXT > end
        || text.charAt(stop) != '.'
        || !Chars.isBlank(text.charAt(stop + 1))
        || !Chars.isTerminal(text.charAt(end - 1))) {
      return -1;
    }
    String behind = PlainLine.of(text, rest, end);
    return !PlainLine.holdsAny(behind, TERMS) && LineRules.of(behind) == null ? stop + 1 : -1;
  }

  private static int indexOfReserved(String text, int from, int to) {
    for (int i = from; i + RESERVED.length() <= to; i++) {
      if (text.regionMatches(true, i, RESERVED, 0, RESERVED.length())) {
        return i;
      }
    }
    return -1;
  }
}
