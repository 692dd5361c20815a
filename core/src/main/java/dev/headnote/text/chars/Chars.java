package dev.headnote.text.chars;

/**
 * The classes of characters that sentence boundaries depend on, one table look-up each. They are
 * ordered so that related ones are neighbours and a question about several is one comparison.
 */
public final class Chars {

  /** Of a script without case; also halves of surrogate pairs, and combining marks. */
  public static final byte LETTER = 0;

  public static final byte UPPER = 1;
  public static final byte LOWER = 2;
  public static final byte DIGIT = 3;
  public static final byte OTHER = 4;
  public static final byte OPENER = 5;
  public static final byte SPACE = 6;

  /** The first of those that may end a sentence, or change what ends it: see {@link #isMark}. */
  public static final byte NEWLINE = 7;

  /** Full stop: the only terminal that abbreviations share. */
  public static final byte DOT = 8;

  /** Question and exclamation marks of scripts that put a space after them. */
  public static final byte MARK = 9;

  public static final byte ELLIPSIS = 10;

  /**
   * Ends a sentence whatever follows: full stops of scripts that write no spaces or no capitals.
   */
  public static final byte STOP = 11;

  /** Straight quotes, which open and close. */
  public static final byte QUOTE = 12;

  public static final byte CLOSER = 13;
  public static final byte BULLET = 14;

  /** Signs that in rows are lines between parts of a text. */
  public static final byte RULE = 15;

  private static final int PAGE_BITS = 8;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  /** The classes of the first 256 characters, which most texts need and no others. */
  private static final byte[] FIRST_PAGE = classes(0);

  /** The classes of 256 characters each, made when one of them is first met. */
  private static final Page[] PAGES = new Page[0x10000 >> PAGE_BITS];

  private Chars() {}

  public static byte classOf(char c) {
    return c < PAGE_SIZE ? FIRST_PAGE[c] : page(c).kinds[c & (PAGE_SIZE - 1)];
  }

  /** A race makes the same page twice, which does no harm, since a page is immutable. */
  private static Page page(char c) {
    int number = c >> PAGE_BITS;
    Page page = PAGES[number];
    if (page == null) {
      page = new Page(classes(number << PAGE_BITS));
      PAGES[number] = page;
    }
    return page;
  }

  private static final class Page {

    private final byte[] kinds;

    Page(byte[] kinds) {
      this.kinds = kinds;
    }
  }

  public static boolean isBlank(char c) {
    return isBlank(classOf(c));
  }

  public static boolean isNewline(char c) {
    return classOf(c) == NEWLINE;
  }

  public static boolean isUpper(char c) {
    return classOf(c) == UPPER;
  }

  public static boolean isLower(char c) {
    return classOf(c) == LOWER;
  }

  public static boolean isDigit(char c) {
    return classOf(c) == DIGIT;
  }

  public static boolean isLetter(char c) {
    return isLetter(classOf(c));
  }

  public static boolean isLetterOrDigit(char c) {
    return isLetterOrDigit(classOf(c));
  }

  /** True for what may end a sentence. */
  public static boolean isTerminal(char c) {
    return isTerminal(classOf(c));
  }

  static boolean isBlank(byte kind) {
    return kind == SPACE || kind == NEWLINE;
  }

  public static boolean isLetter(byte kind) {
    return kind <= LOWER;
  }

  public static boolean isLetterOrDigit(byte kind) {
    return kind <= DIGIT;
  }

  static boolean isTerminal(byte kind) {
    return kind >= DOT && kind <= STOP;
  }

  /** True for what a scan for the ends of sentences must look at. */
  static boolean isMark(byte kind) {
    return kind >= NEWLINE;
  }

  /**
   * Maps typographic quotes, dashes and apostrophes to plain ones; other characters to themselves.
   */
  public static char plain(char c) {
    if (c < 0x80) {
      return c == '`' ? '\'' : c;
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u00A0', '\u202F', '\u2009' -> ' ';
      default -> c;
    };
  }

  private static byte[] classes(int first) {
    byte[] classes = new byte[PAGE_SIZE];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = classify((char) (first + i));
    }
    return classes;
  }

  private static byte classify(char c) {
    byte named = named(c);
    if (named >= 0) {
      return named;
    }
    if (Character.isSurrogate(c)) {
      return LETTER;
    } else if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
      return UPPER;
    } else if (Character.isLowerCase(c)) {
      return LOWER;
    } else if (Character.isDigit(c)) {
      return DIGIT;
    } else if (Character.isLetter(c) || isCombining(c)) {
      return LETTER;
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
      return SPACE;
    }
    return switch (Character.getType(c)) {
      case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> OPENER;
      case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> CLOSER;
      default -> OTHER;
    };
  }

  /** The class of what stands for itself, whatever Unicode says of it, or -1. */
  private static byte named(char c) {
    return switch (c) {
      case '\n', '\r', '\u0085', '\u2028', '\u2029', '\u000B', '\f' -> NEWLINE;
      case '\uFEFF', '\u200B', '\u2060' -> SPACE;
      // Marks of direction, alone and around a text.
      case '\u200E', '\u200F', '\u061C' -> SPACE;
      case '\u202A', '\u202B', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068' -> OPENER;
      case '\u202C', '\u2069' -> CLOSER;
      // Inside words: joiners, and where a word may be divided.
      case '\u200C', '\u200D', '\u00AD' -> LETTER;
      case '.' -> DOT;
      case '!', '?', '\u203C', '\u203D', '\u2047', '\u2048', '\u2049' -> MARK;
      case '\u061F', '\u037E', '\u055C', '\u055E' -> MARK;
      case '\u2026' -> ELLIPSIS;
      case '\u3002', '\uFF01', '\uFF1F', '\uFF61', '\u0964', '\u0965' -> STOP;
      case '\u06D4', '\u0589', '\u1362', '\u1367', '\u104B', '\u17D4' -> STOP;
      case '"', '\'' -> QUOTE;
      case '\u2022', '\u2043', '\u2023', '\u25E6', '\u25AA' -> BULLET;
      case '=', '*', '_', '~' -> RULE;
      case '\u25CF', '\u25A0', '\u2219', '\u25B8', '\u25BA' -> BULLET;
      default -> -1;
    };
  }

  private static boolean isCombining(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
