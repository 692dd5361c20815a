package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.List;
import java.util.Set;

/** Recognises plain lines that mark the place of an advertisement. */
final class Advertisements {

  private static final Set<String> ADVERTISEMENT = PhraseLists.set("advertisement");
  private static final Affixes BREAK_STARTS = PhraseLists.starts("break-start");

  private static final List<String> BREAK_SIGNS = PhraseLists.shipped("break-sign");

  private static final Set<String> MARKS = PhraseLists.set("advertisement-mark");
  private static final Affixes MARKED = PhraseLists.starts("advertisement-mark");
  private static final int LONGEST_MARKED = 120;
  private static final String SIGNS = ":|\u2022\u00b7";

  private Advertisements() {}

  /**
   * Whether a line is such a mark.
   *
   * @param bare its label
   */
  static boolean isMark(String bare) {
    return ADVERTISEMENT.contains(bare) || isBreak(bare) || isLabelledAdvertisement(bare);
  }

  /**
   * Whether a line is a mark and behind a sign the words of the advertisement: "Sponsored: Glue".
   *
   * @param bare its label
   */
  static boolean isMarked(String line, String bare) {
    if (MARKED.of(bare, 0) == null || line.length() > LONGEST_MARKED || line.endsWith(".")) {
      return false;
    }
    int end = 0;
    while (end < bare.length() && SIGNS.indexOf(bare.charAt(end)) < 0) {
      end++;
    }
    return end < bare.length() && MARKS.contains(bare.substring(0, end).strip());
  }

  /** Whether a line is a mark of an advertisement and words such as "scroll to continue". */
  private static boolean isLabelledAdvertisement(String bare) {
    if (!bare.startsWith("ad")) {
      return false;
    }
    for (int i = 2; i < bare.length(); i++) {
      if (!Chars.isLetter(bare.charAt(i))) {
        return ADVERTISEMENT.contains(bare.substring(0, i))
            && ADVERTISEMENT.contains(PlainLine.label(bare.substring(i)));
      }
    }
    return false;
  }

  /** Whether a line says that the article goes on behind an advertisement. */
  private static boolean isBreak(String bare) {
    return BREAK_STARTS.isIn(bare)
        && (PlainLine.holdsAny(bare, BREAK_SIGNS) || bare.endsWith(" ad"));
  }
}
