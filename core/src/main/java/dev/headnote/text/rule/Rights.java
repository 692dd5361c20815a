package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.List;

/**
 * Recognises plain lines that say who holds the rights to a text, or what may not be done with it.
 */
final class Rights {

  static final String RESERVED = "all rights reserved";

  private static final int LONGEST_NOTICE = 300;
  private static final int LONGEST_UNRESERVED = 200;
  private static final int LONGEST_BEHIND_TEXT = 100;
  private static final int LONGEST_OWNER = 60;
  private static final int LONGEST_TERMS = 500;

  private static final List<String> LIMITS = PhraseLists.shipped("rights-limit");
  private static final List<String> DEEDS = PhraseLists.shipped("rights-deed");
  private static final List<String> THINGS = PhraseLists.shipped("rights-thing");

  private Rights() {}

  /** Whether a line says who holds the rights. */
  static boolean isNotice(String line) {
    if (line.length() > LONGEST_NOTICE) {
      return false;
    }
    if (isReserved(line)) {
      return true;
    }
    char first = line.charAt(0);
    if (first == '\u00a9' || first == '\u24d2') {
      return line.length() <= LONGEST_UNRESERVED;
    }
    if (line.indexOf('\u00a9') > 0
        && line.length() <= LONGEST_BEHIND_TEXT
        && PlainLine.hasYear(line)
        && !line.endsWith(".")) {
      return true;
    }
    if (line.length() > LONGEST_UNRESERVED) {
      return false;
    }
    if (line.startsWith("copyright")) {
      return line.indexOf('\u00a9') >= 0 || line.contains("(c)") || PlainLine.hasYear(line);
    }
    // An item of a list may begin so, too, as in a statute.
    return line.startsWith("(c) ") && PlainLine.hasYear(line);
  }

  private static boolean opensNotice(String line) {
    return line.charAt(0) == '\u00a9' || line.startsWith("(c)") || line.startsWith("copyright");
  }

  /** Whether a line says that rights are reserved, and not what became of such rights. */
  private static boolean isReserved(String line) {
    int start = line.indexOf(RESERVED);
    int end = start + RESERVED.length();
    if (start < 0 || (start > 0 && line.charAt(start - 1) == '"')) {
      return false;
    }
    // An owner may follow, or a link; in the middle of a sentence, words of it.
    boolean comma = line.startsWith(",", end);
    int next = comma ? end + 2 : end + 1;
    if (next >= line.length()
        || line.charAt(next - 1) != ' '
        || !Chars.isLetter(line.charAt(next))) {
      return true;
    }
    boolean inside = start > 1 && line.endsWith(".") && Chars.isLetter(line.charAt(start - 2));
    return comma ? !inside || opensNotice(line) : !inside && line.length() - end <= LONGEST_OWNER;
  }

  /** Whether a line forbids to copy it or what it belongs to. */
  static boolean forbidsCopies(String line) {
    return line.length() <= LONGEST_TERMS
        && !PlainLine.reports(line)
        && PlainLine.holdsAny(line, DEEDS)
        && PlainLine.holdsAny(line, LIMITS)
        && PlainLine.holdsAny(line, THINGS);
  }
}
