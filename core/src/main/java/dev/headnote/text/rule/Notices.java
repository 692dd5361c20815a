package dev.headnote.text.rule;

import java.util.List;

/** Recognises plain lines on cookies, and on what a text does not want to be. */
final class Notices {

  private static final List<String> DISCLOSURES = PhraseLists.shipped("disclosure");
  private static final List<String> COOKIE_SIGNS = PhraseLists.shipped("cookie-sign");
  private static final Affixes DISCLAIMER_STARTS = PhraseLists.starts("disclaimer-start");

  private static final Affixes SUBJECTS = PhraseLists.starts("disclaimer-subject");
  private static final List<String> PURPOSES = PhraseLists.shipped("disclaimer-purpose");

  private static final int LONGEST_LABEL = 40;

  private Notices() {}

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
