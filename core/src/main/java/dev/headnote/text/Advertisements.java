package dev.headnote.text;

import java.util.Set;

/** Recognises plain lines that mark the place of an advertisement. */
final class Advertisements {

  private static final Set<String> ADVERTISEMENT = PhraseLists.set("advertisement");
  private static final Affixes BREAK_STARTS = Affixes.atStart(PhraseLists.shipped("break-start"));

  private Advertisements() {}

  /**
   * Whether a line is such a mark.
   *
   * @param bare its label
   */
  static boolean isMark(String bare) {
    return ADVERTISEMENT.contains(bare) || isBreak(bare) || isLabelledAdvertisement(bare);
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
        && (bare.contains("advert")
            || bare.contains("sponsor")
            || bare.contains("our partner")
            || bare.contains("this message")
            || bare.contains("promotion"));
  }
}
