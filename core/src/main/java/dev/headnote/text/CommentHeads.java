package dev.headnote.text;

/** Recognises lines over what a reader wrote: a name, and when it was written. */
final class CommentHeads {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_HEAD = 160;

  private CommentHeads() {}

  /**
   * Whether a line is a name and a date or an age, with a gap, a sign or "says:" between them, and
   * perhaps more.
   *
   * @param plain the plain line of {@code text} at {@code start..end}
   */
  static boolean isHead(String plain, String text, int start, int end) {
    if (end - start > LONGEST_HEAD) {
      return false;
    }
    int says = plain.indexOf(" says:");
    if (says < 0) {
      says = plain.indexOf(" said:");
    }
    if (says > 0 && says <= LONGEST_NAME && says + 7 < plain.length()) {
      return DateHeader.isDate(plain.substring(says + 7));
    }
    if (plain.length() == end - start && !hasSign(plain)) {
      return false;
    }
    int from = start;
    int part = 0;
    for (int i = start; i <= end; i++) {
      if (i == end || parts(text, i, end)) {
        String words = PlainLine.of(text, from, i).strip();
        from = i + 1;
        if (words.isEmpty()) {
          continue;
        }
        if (part == 0 && (words.length() > LONGEST_NAME || DateHeader.isDate(words))) {
          return false;
        }
        if (part > 0 && isTime(words)) {
          return true;
        }
        part++;
        if (part > 2) {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean isTime(String words) {
    return DateHeader.isDate(words)
        || words.endsWith(" ago")
        || words.startsWith("today, ")
        || words.startsWith("yesterday, ");
  }

  private static boolean hasSign(String plain) {
    return plain.indexOf('\u2022') > 0 || plain.indexOf('\u00b7') > 0 || plain.indexOf('|') > 0;
  }

  private static boolean parts(String text, int i, int end) {
    char c = text.charAt(i);
    return c == '\t'
        || c == '|'
        || c == '\u2022'
        || c == '\u00b7'
        || (Chars.isBlank(c) && i + 1 < end && Chars.isBlank(text.charAt(i + 1)));
  }
}
