package dev.headnote.summary;

/** Tells headings and the like from sentences: they are short and have no end. */
final class Fragment {

  /** A text of fewer words without an end is a heading or the like. */
  private static final int HEADING_WORDS = 8;

  private static final String ENDS = ".!?…。！？";
  private static final String CLOSING = "\"'”’»)]";

  private Fragment() {}

  /**
   * @param words how many words the text has
   */
  static boolean is(String text, int words) {
    return words < HEADING_WORDS && !hasEnd(text);
  }

  /** Whether a text ends as a sentence does, perhaps with a quote or a bracket after that. */
  private static boolean hasEnd(String text) {
    int last = text.length() - 1;
    while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }
}
