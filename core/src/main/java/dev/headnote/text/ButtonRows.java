package dev.headnote.text;

/** Recognises rows of buttons with wide gaps between them, such as "1 of 6 View gallery". */
final class ButtonRows {

  private static final int MOST_WORDS = 4;
  private static final int LONGEST_BUTTON = 40;

  private ButtonRows() {}

  /** Whether a line is short parts, one of which is what only buttons and menus say. */
  static boolean isRow(String text, int start, int end) {
    Cells cells = Cells.of(text, start, end);
    if (cells.count() < 2 || !cells.areShort(MOST_WORDS, LONGEST_BUTTON)) {
      return false;
    }
    int from = start;
    for (int i = start; i <= end; i++) {
      boolean gap =
          i + 1 < end && Chars.isBlank(text.charAt(i)) && Chars.isBlank(text.charAt(i + 1));
      if (i == end || gap || text.charAt(i) == '\t') {
        String part = PlainLine.of(text, from, i).strip();
        if (!part.isEmpty() && LineRules.isButton(part)) {
          return true;
        }
        from = i;
      }
    }
    return false;
  }
}
