package dev.headnote.text;

/** The classes of characters that sentence boundaries depend on, one table look-up each. */
final class Chars {

  static final byte LETTER = 0;
  static final byte SPACE = 1;
  static final byte NEWLINE = 2;

  /** Full stop: the only terminal that abbreviations share. */
  static final byte DOT = 3;

  /** Question and exclamation marks of scripts that put a space after them. */
  static final byte MARK = 4;

  static final byte ELLIPSIS = 5;

  /**
   * Ends a sentence whatever follows: full stops of scripts that write no spaces or no capitals.
   */
  static final byte STOP = 6;

  static final byte OPENER = 7;
  static final byte CLOSER = 8;

  /** Straight quotes, which open and close. */
  static final byte QUOTE = 9;

  static final byte BULLET = 10;
  static final byte UPPER = 11;
  static final byte LOWER = 12;
  static final byte DIGIT = 13;
  static final byte OTHER = 14;

  private static final byte[] CLASSES = classes();

  private Chars() {}

  static byte classOf(char c) {
    return CLASSES[c];
  }

  static boolean isBlank(char c) {
    byte k = CLASSES[c];
    return k == SPACE || k == NEWLINE;
  }

  static boolean isNewline(char c) {
    return CLASSES[c] == NEWLINE;
  }

  static boolean isUpper(char c) {
    return CLASSES[c] == UPPER;
  }

  static boolean isLower(char c) {
    return CLASSES[c] == LOWER;
  }

  static boolean isDigit(char c) {
    return CLASSES[c] == DIGIT;
  }

  static boolean isLetter(char c) {
    byte k = CLASSES[c];
    return k == UPPER || k == LOWER || k == LETTER;
  }

  static boolean isLetterOrDigit(char c) {
    byte k = CLASSES[c];
    return k == UPPER || k == LOWER || k == LETTER || k == DIGIT;
  }

  /** True for what may end a sentence. */
  static boolean isTerminal(char c) {
    byte k = CLASSES[c];
    return k >= DOT && k <= STOP;
  }

  /**
   * Maps typographic quotes, dashes and apostrophes to plain ones; other characters to themselves.
   */
  static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '`' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u00A0', '\u202F', '\u2009' -> ' ';
      default -> c;
    };
  }

  private static byte[] classes() {
    byte[] classes = new byte[0x10000];
    for (int i = 0; i < classes.length; i++) {
      char c = (char) i;
      byte k;
      if (Character.isSurrogate(c)) {
        k = LETTER;
      } else if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        k = UPPER;
      } else if (Character.isLowerCase(c)) {
        k = LOWER;
      } else if (Character.isDigit(c)) {
        k = DIGIT;
      } else if (Character.isLetter(c) || isMark(c)) {
        k = LETTER;
      } else if (Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || Character.isISOControl(c)) {
        k = SPACE;
      } else {
        k =
            switch (Character.getType(c)) {
              case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> OPENER;
              case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> CLOSER;
              default -> OTHER;
            };
      }
      classes[i] = k;
    }
    set(classes, NEWLINE, "\n\r\u0085\u2028\u2029\u000B\f");
    set(classes, SPACE, "\uFEFF\u200B\u2060");
    set(classes, DOT, ".");
    set(classes, MARK, "!?\u203C\u203D\u2047\u2048\u2049\u061F\u037E\u055C\u055E");
    set(classes, ELLIPSIS, "\u2026");
    set(classes, STOP, "\u3002\uFF01\uFF1F\uFF61\u0964\u0965\u06D4\u0589\u1362\u1367\u104B");
    set(classes, QUOTE, "\"'");
    set(classes, BULLET, "\u2022\u2043\u2023\u25E6\u25AA\u25CF\u25A0\u2219\u25B8\u25BA");
    return classes;
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static void set(byte[] classes, byte k, String chars) {
    for (int i = 0; i < chars.length(); i++) {
      classes[chars.charAt(i)] = k;
    }
  }
}
