package dev.headnote.text;

import java.util.List;

/** Recognises plain lines on rights, on cookies, and on what a text does not want to be. */
final class Notices {

  private static final List<String> DISCLOSURES = PhraseLists.shipped("disclosure");
  private static final List<String> COOKIE_SIGNS = PhraseLists.shipped("cookie-sign");
  private static final Affixes DISCLAIMER_STARTS = PhraseLists.starts("disclaimer-start");

  private static final Affixes SUBJECTS = PhraseLists.starts("disclaimer-subject");
  private static final List<String> PURPOSES = PhraseLists.shipped("disclaimer-purpose");

  private static final String RESERVED = "all rights reserved";

  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_OWNER = 60;

  private Notices() {}

  /** Whether a line says who holds the rights. */
  static boolean isCopyright(String line) {
    if (line.length() > 300) {
      return false;
    }
    if (isReserved(line)) {
      return true;
    }
    char first = line.charAt(0);
    if (first == '\u00a9' || first == '\u24d2') {
      return line.length() <= 200;
    }
    if (line.indexOf('\u00a9') > 0
        && line.length() <= 100
        && PlainLine.hasYear(line)
        && !line.endsWith(".")) {
      return true;
    }
    if (line.length() > 200) {
      return false;
    }
    if (line.startsWith("copyright")) {
      return line.indexOf('\u00a9') >= 0 || line.contains("(c)") || PlainLine.hasYear(line);
    }
    // An item of a list may begin so, too, as in a statute.
    return line.startsWith("(c) ") && PlainLine.hasYear(line);
  }

  /** Whether a line says that rights are reserved, and not what became of such rights. */
  private static boolean isReserved(String line) {
    int start = line.indexOf(RESERVED);
    int end = start + RESERVED.length();
    if (start < 0 || (start > 0 && line.charAt(start - 1) == '"')) {
      return false;
    }
    if (end + 1 >= line.length()
        || line.charAt(end) != ' '
        || !Chars.isLetter(line.charAt(end + 1))) {
      return true;
    }
    // An owner may follow, or a link; in the middle of a sentence, words of it.
    boolean inside = start > 1 && line.endsWith(".") && Chars.isLetter(line.charAt(start - 2));
    return !inside && line.length() - end <= LONGEST_OWNER;
  }

  /** Whether a line asks to accept cookies, or to let others know what its reader does. */
  static boolean isCookieNotice(String line) {
    boolean cookies = line.contains("cookies");
    if (!cookies && !line.contains("partners") && !line.contains("personal data")) {
      return false;
    }
    if (PlainLine.reports(line)) {
      return false;
    }
    int signs = 0;
    for (String sign : COOKIE_SIGNS) {
      signs += line.contains(sign) ? 1 : 0;
    }
    return signs >= (cookies ? 2 : 3);
  }

  /** Whether a line is a disclaimer, or discloses an interest. */
  static boolean isDisclaimer(String line) {
    return DISCLAIMER_STARTS.of(line, line.charAt(0) == '(' ? 1 : 0) != null
        || isDisclosure(line)
        || (SUBJECTS.isIn(line) && PlainLine.holdsAny(line, PURPOSES));
  }

  private static boolean endsWith(String line, int end, String word) {
    return end >= word.length() && line.startsWith(word, end - word.length());
  }

  private static boolean isDisclosure(String line) {
    int colon = 0;
    int stop = Math.min(line.length(), LONGEST_LABEL);
    while (colon < stop && line.charAt(colon) != ':') {
      colon++;
    }
    if (colon >= stop) {
      return false;
    }
    if (endsWith(line, colon, "disclaimer") || endsWith(line, colon, "disclaimers")) {
      return true;
    }
    return (endsWith(line, colon, "disclosure") || endsWith(line, colon, "disclosures"))
        && PlainLine.holdsAny(line, DISCLOSURES);
  }
}
