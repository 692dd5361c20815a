package dev.headnote.salience;

import java.util.ArrayList;
import java.util.List;

/**
 * How a sentence is written.
 *
 * @param quotes whether it has a quotation mark
 * @param features all there is for the sentence network, {@link #SIZE} numbers
 */
record Surface(boolean quotes, float[] features) {

  static final int SIZE = 13;

  /** Where the share of capitals, a quotation mark and a word that points back are among them. */
  static final int CAPITALS = 0;

  static final int QUOTE = 2;
  static final int POINTS_BACK = 4;

  static Surface of(String text) {
    Scan scan = new Scan(text);
    float all = Math.max(1, scan.tokens);
    int length = text.length();
    float[] features = {
      scan.capitals / all,
      scan.digits / all,
      scan.has(Kind.QUOTE),
      length > 0 && (Kind.of(text.charAt(0)) & Kind.QUOTE) != 0 ? 1 : 0,
      scan.pointsBack ? 1 : 0,
      scan.firstPerson / all,
      scan.has(Kind.QUESTION),
      scan.commas / all,
      scan.said ? 1 : 0,
      length > 0 && (Kind.of(text.charAt(length - 1)) & Kind.END) != 0 ? 0 : 1,
      scan.has(Kind.COLON),
      scan.characters / all,
      scan.has(Kind.BRACKET),
    };
    return new Surface(scan.has(Kind.QUOTE) > 0, features);
  }

  /** What a character is: bits, looked up in a table where text is mostly. */
  private static final class Kind {

    static final int SPACE = 1;
    static final int LETTER = 1 << 1;
    static final int UPPER = 1 << 2;
    static final int DIGIT = 1 << 3;
    static final int COMMA = 1 << 4;
    static final int QUOTE = 1 << 5;
    static final int QUESTION = 1 << 6;
    static final int COLON = 1 << 7;
    static final int BRACKET = 1 << 8;

    /** What a sentence may end with. */
    static final int END = 1 << 9;

    private static final String QUOTES = "\"“”«»„";
    private static final String ENDS = ".!?\"”’')…»";

    private static final int[] LATIN1 = new int[1 << Byte.SIZE];

    static {
      for (char c = 0; c < LATIN1.length; c++) {
        LATIN1[c] = decide(c);
      }
    }

    static int of(char c) {
      return c < LATIN1.length ? LATIN1[c] : decide(c);
    }

    private static int decide(char c) {
      return (Character.isWhitespace(c) ? SPACE : 0)
          | (Character.isLetter(c) ? LETTER : 0)
          | (Character.isUpperCase(c) ? UPPER : 0)
          | (Character.isDigit(c) ? DIGIT : 0)
          | (c == ',' ? COMMA : 0)
          | (QUOTES.indexOf(c) >= 0 ? QUOTE : 0)
          | (c == '?' ? QUESTION : 0)
          | (c == ':' ? COLON : 0)
          | (c == '(' ? BRACKET : 0)
          | (ENDS.indexOf(c) >= 0 ? END : 0);
    }
  }

  private enum WordKind {
    POINTING_BACK,
    FIRST_PERSON,
    SAYING
  }

  /** Of each word, by its number. */
  private static final List<WordKind> KINDS = new ArrayList<>();

  /** The words by their {@link #letters}; nothing is added later, so all threads may ask. */
  private static final WordNumbers WORDS = new WordNumbers();

  static {
    // The model was trained with these, so CentroidSalience has a list of its own.
    put(
        WordKind.POINTING_BACK,
        "he she it they his her their its this that these those but and so then"
            + " now also there here yet however");
    put(WordKind.FIRST_PERSON, "i we my our me us you your");
    put(WordKind.SAYING, "said says told added");
  }

  private static final int LAST_ASCII = 127;
  private static final long OTHER = -1;

  private static final int LONGEST_FIRST = "however".length();
  private static final int LONGEST_LATER = "added".length();

  private static void put(WordKind kind, String words) {
    for (String word : words.split(" ")) {
      WORDS.add(letters(word, 0, word.length()));
      KINDS.add(kind);
    }
  }

  /**
   * Some letters in lower case as one number, so that no string is made of each word: at most seven
   * of ASCII, or else {@link #OTHER}, which no word of ours is.
   */
  private static long letters(String text, int start, int end) {
    long letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c > LAST_ASCII) {
        return OTHER;
      }
      letters = letters << Byte.SIZE | (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return letters;
  }

  /**
   * Counts over a text's tokens, which are what is between spaces. One loop with a table: loops
   * within loops kept the just-in-time compiler busy for seconds here.
   */
  private static final class Scan {

    private final String text;
    int tokens;
    int characters;
    int capitals;
    int digits;
    int commas;
    int firstPerson;
    boolean said;
    boolean pointsBack;

    /** The kinds of all characters. */
    int kinds;

    Scan(String text) {
      this.text = text;
      int start = 0;
      int kindsOfToken = 0;
      int firstLetter = -1;
      int lastLetter = -1;
      for (int i = 0; i < text.length(); i++) {
        int kind = Kind.of(text.charAt(i));
        if ((kind & Kind.SPACE) != 0) {
          addToken(start, i, kindsOfToken, firstLetter, lastLetter);
          start = i + 1;
          kindsOfToken = 0;
          firstLetter = -1;
          continue;
        }
        kindsOfToken |= kind;
        if ((kind & Kind.LETTER) != 0) {
          firstLetter = firstLetter < 0 ? i : firstLetter;
          lastLetter = i;
        } else if ((kind & Kind.COMMA) != 0) {
          commas++;
        }
      }
      addToken(start, text.length(), kindsOfToken, firstLetter, lastLetter);
    }

    private void addToken(int start, int end, int kindsOfToken, int firstLetter, int lastLetter) {
      if (start == end) {
        return;
      }
      kinds |= kindsOfToken;
      characters += end - start;
      boolean first = tokens++ == 0;
      if (!first && (Kind.of(text.charAt(start)) & Kind.UPPER) != 0) {
        capitals++;
      }
      if ((kindsOfToken & Kind.DIGIT) != 0) {
        digits++;
      }
      int letters = firstLetter < 0 ? 0 : lastLetter + 1 - firstLetter;
      if (letters > 0 && letters <= (first ? LONGEST_FIRST : LONGEST_LATER)) {
        addWord(WORDS.find(letters(text, firstLetter, lastLetter + 1)), first);
      }
    }

    private void addWord(int word, boolean first) {
      if (word != WordNumbers.UNKNOWN) {
        WordKind kind = KINDS.get(word);
        firstPerson += kind == WordKind.FIRST_PERSON ? 1 : 0;
        said |= kind == WordKind.SAYING;
        pointsBack |= first && kind == WordKind.POINTING_BACK;
      }
    }

    int has(int kind) {
      return (kinds & kind) != 0 ? 1 : 0;
    }
  }
}
