package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;
import java.util.Set;

/** Recognises plain lines that part a text or end it. */
public final class Separators {

  private static final int LONGEST_SIGN_OFF = 12;
  private static final int LONGEST_END = 11;

  /** What says that a text ends, without the signs beside it. */
  public static final Set<String> ENDS = PhraseLists.set("end");

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

  /** Whether a line is a few letters between dashes, as a bureau ends its releases. */
  public static boolean isSignOff(ClassedText text, int start, int end) {
    if (end - start < 4 || end - start > LONGEST_SIGN_OFF) {
      return false;
    }
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += text.isUpper(i) ? 1 : 0;
      if (!text.isUpper(i) && "- #".indexOf(text.at(i)) < 0) {
        return false;
      }
    }
    return letters >= 2 && text.at(start) == text.at(end - 1) && !text.isUpper(start);
  }

  /** Whether a line says that a press release or an agency's report ends. */
  static boolean isEnd(String line) {
    return line.length() <= LONGEST_END
        && ENDS.contains(PlainLine.label(line))
        && (line.equals("ends") || line.charAt(0) == '-' || line.charAt(0) == '#');
  }
}
