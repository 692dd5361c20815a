package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.List;

/** Lines in the form in which rules compare them, and what many rules ask of such a line. */
public final class PlainLine {

  private static final int ASCII = 128;

  /** Longer lines are no labels, which are compared as wholes. */
  private static final int LONGEST_LABEL = 80;

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
  public static String of(String text, int start, int end) {
    char[] line = new char[end - start];
    text.getChars(start, end, line, 0);
    int length = 0;
    char last = 0;
    for (char c : line) {
      char plain = c < ASCII ? PLAIN[c] : plain(c);
      // One condition that nearly always holds: words are too short to guess where they end.
      if (((plain ^ ' ') | (last ^ ' ')) != 0) {
        line[length++] = plain;
        last = plain;
      }
    }
    if (last == ' ') {
      length--;
    }
    return new String(line, 0, length);
  }

  private static char plain(char c) {
    char plain = Chars.plain(c);
    if (plain < ASCII) {
      return PLAIN[plain];
    }
    return Chars.isBlank(plain) ? ' ' : Character.toLowerCase(plain);
  }

  /** Cuts what stands before the first and after the last letter or digit. */
  static String bare(String line) {
    int start = wordStart(line);
    return line.substring(start, wordEnd(line, start));
  }

  /** As {@link #bare}, but what is longer than any label gives an empty string. */
  public static String label(String line) {
    int start = wordStart(line);
    int end = wordEnd(line, start);
    return end - start > LONGEST_LABEL ? "" : line.substring(start, end);
  }

  private static int wordEnd(String line, int start) {
    int end = line.length();
    while (end > start && !Chars.isLetterOrDigit(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns where the first letter or digit of a line stands, or its end. */
  static int wordStart(String line) {
    int start = 0;
    while (start < line.length() && !Chars.isLetterOrDigit(line.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Whether a quote stands in a line before an offset. */
  static boolean hasQuoteBefore(String line, int end) {
    return end > 0 && (line.lastIndexOf('"', end - 1) >= 0 || line.lastIndexOf('\'', end - 1) >= 0);
  }

  /** Returns where the digits end that begin at an offset. */
  static int digitsEnd(String line, int from) {
    int i = from;
    while (i < line.length() && Chars.isDigit(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether one of some parts stands in a line. */
  public static boolean holdsAny(String line, List<String> parts) {
    for (String part : parts) {
      if (line.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how often a part stands in a line. */
  static int count(String line, String part) {
    int n = 0;
    for (int i = line.indexOf(part); i >= 0; i = line.indexOf(part, i + part.length())) {
      n++;
    }
    return n;
  }

  /** Whether a year of the 20th or 21st century stands in a line. */
  public static boolean hasYear(String line) {
    for (int i = 0; i + 4 <= line.length(); i++) {
      if ((line.startsWith("19", i) || line.startsWith("20", i))
          && Chars.isDigit(line.charAt(i + 2))
          && Chars.isDigit(line.charAt(i + 3))
          && (i == 0 || !Chars.isDigit(line.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line tells what somebody said. */
  public static boolean reports(String line) {
    return line.contains(" said")
        || line.contains(" says")
        || line.contains(" told ")
        || line.contains(" writes")
        || line.contains(" wrote");
  }
}
