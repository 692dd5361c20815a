package dev.headnote.text;

import java.util.Locale;

/** Lines in the form in which rules compare them. */
final class PlainLine {

  private static final int ASCII = 128;

  /** For each character of ASCII what it becomes; each that is blank becomes a space. */
  private static final char[] PLAIN = plainAscii();

  private PlainLine() {}

  private static char[] plainAscii() {
    char[] plain = new char[ASCII];
    for (char c = 0; c < ASCII; c++) {
      plain[c] = Chars.isBlank(c) ? ' ' : Character.toLowerCase(Chars.plain(c));
    }
    return plain;
  }

  /** Returns the line in small letters with plain quotes, dashes and single spaces. */
  static String of(String text, int start, int end) {
    char[] line = new char[end - start];
    text.getChars(start, end, line, 0);
    int length = 0;
    char last = 0;
    boolean ascii = true;
    for (char c : line) {
      char plain = c < ASCII ? PLAIN[c] : plain(c);
      ascii &= plain < ASCII;
      // One condition that nearly always holds: words are too short to guess where they end.
      if (((plain ^ ' ') | (last ^ ' ')) != 0) {
        line[length++] = plain;
        last = plain;
      }
    }
    if (last == ' ') {
      length--;
    }
    String result = new String(line, 0, length);
    return ascii ? result : result.toLowerCase(Locale.ROOT);
  }

  private static char plain(char c) {
    char plain = Chars.plain(c);
    return Chars.isBlank(plain) ? ' ' : plain;
  }
}
