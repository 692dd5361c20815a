package dev.headnote.text;

/** Recognises plain lines that part a text or end it. */
final class Separators {

  private Separators() {}

  /** Whether a line is drawn with signs. */
  static boolean isSeparator(String line) {
    if (line.length() < 3) {
      return line.equals("--") || line.equals("**") || line.equals("__");
    }
    for (int i = 0; i < line.length(); i++) {
      if ("-=_*~#\u2022\u00b7+ ".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line says that a press release or an agency's report ends. */
  static boolean isEnd(String line) {
    return line.length() <= 11
        && (PlainLine.label(line).equals("ends")
            || PlainLine.label(line).equals("end")
            || PlainLine.label(line).equals("30"))
        && (line.equals("ends") || line.charAt(0) == '-' || line.charAt(0) == '#');
  }
}
