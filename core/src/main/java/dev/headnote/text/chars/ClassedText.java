package dev.headnote.text.chars;

/**
 * A text and the class of each of its characters, looked up once for all who read it. Immutable,
 * and safe for any number of threads.
 */
public final class ClassedText {

  private final String text;
  private final char[] chars;
  private final byte[] kinds;

  public ClassedText(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.kinds = classesOf(chars);
  }

  private static byte[] classesOf(char[] chars) {
    byte[] kinds = new byte[chars.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = Chars.classOf(chars[i]);
    }
    return kinds;
  }

  /** The text itself. */
  public String string() {
    return text;
  }

  public int length() {
    return chars.length;
  }

  public char at(int i) {
    return chars[i];
  }

  /** The class of the character at {@code i}, one of those in {@link Chars}. */
  public byte kind(int i) {
    return kinds[i];
  }

  public boolean isBlank(int i) {
    return Chars.isBlank(kinds[i]);
  }

  public boolean isNewline(int i) {
    return kinds[i] == Chars.NEWLINE;
  }

  public boolean isUpper(int i) {
    return kinds[i] == Chars.UPPER;
  }

  public boolean isLower(int i) {
    return kinds[i] == Chars.LOWER;
  }

  public boolean isDigit(int i) {
    return kinds[i] == Chars.DIGIT;
  }

  public boolean isLetter(int i) {
    return Chars.isLetter(kinds[i]);
  }

  public boolean isLetterOrDigit(int i) {
    return Chars.isLetterOrDigit(kinds[i]);
  }

  public boolean isTerminal(int i) {
    return Chars.isTerminal(kinds[i]);
  }

  /** The first line break in {@code from..to}, or {@code to}. */
  public int nextNewline(int from, int to) {
    int i = from;
    while (i < to && kinds[i] != Chars.NEWLINE) {
      i++;
    }
    return i;
  }

  /** The first mark (see {@link Chars#isMark}) in {@code from..to}, or {@code to}. */
  public int nextMark(int from, int to) {
    int i = from;
    while (i < to && !Chars.isMark(kinds[i])) {
      i++;
    }
    return i;
  }

  /** The first character in {@code from..to} that isn't blank, or {@code to}. */
  public int skipBlank(int from, int to) {
    int i = from;
    while (i < to && Chars.isBlank(kinds[i])) {
      i++;
    }
    return i;
  }

  /** The first such character in {@code from..to}, or {@code to}. */
  public int next(char c, int from, int to) {
    int i = from;
    while (i < to && chars[i] != c) {
      i++;
    }
    return i;
  }

  /** The first blank character in {@code from..to}, or {@code to}. */
  public int nextBlank(int from, int to) {
    int i = from;
    while (i < to && !Chars.isBlank(kinds[i])) {
      i++;
    }
    return i;
  }

  /** Where {@code from..to} ends without the blanks at its end. */
  public int inkEnd(int from, int to) {
    int i = to;
    while (i > from && Chars.isBlank(kinds[i - 1])) {
      i--;
    }
    return i;
  }

  /**
   * The first character in {@code from..to} that is neither blank nor a reply's mark at a line's
   * start, or {@code to}.
   */
  public int skipToText(int from, int to) {
    int i = from;
    boolean atLineStart = false;
    while (i < to) {
      char c = chars[i];
      if (Chars.isBlank(c)) {
        atLineStart |= Chars.isNewline(c);
      } else if (!(atLineStart && c == '>')) {
        break;
      }
      i++;
    }
    return i;
  }
}
