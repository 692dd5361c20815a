package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.WordTable;
import dev.headnote.text.rule.LineRules;

/**
 * What {@link LineModel} goes by: a line's words, its shape, where it stands and what stands around
 * it. Each feature is a kind and a value, hashed to a row of the model's table. For one thread.
 */
final class LineFeatures extends LinePass {

  /** A line that is longer has no features. */
  static final int LONGEST_LINE = LineRules.LONGEST;

  /** The most features that a line has: four a word for the first words, and the others. */
  private static final int MOST = 256;

  /** More words of a line are only counted. */
  private static final int MOST_WORDS = 40;

  /** Looks of a line that its neighbours go by. */
  private static final byte NONE = 0;

  /** A line that was taken for furniture. */
  static final byte MARKED = 1;

  /** A line that is long, or long enough and ends as a sentence does. */
  static final byte PARAGRAPH = 2;

  /** A line that is long enough for a sentence, ends as one does, and is no paragraph. */
  static final byte SENTENCE = 3;

  private static final byte SHORT_SENTENCE = 4;
  private static final byte LONG_LINE = 5;

  /** Any other line. */
  static final byte SHORT_LINE = 6;

  /** Places of a line: no paragraph is in the text, but for the line itself. */
  static final int NOWHERE = 0;

  private static final int ABOVE = 1;

  /** Below all paragraphs. */
  static final int BELOW = 2;

  /** With paragraphs above and below. */
  static final int BETWEEN = 3;

  private static final int LONG_PARAGRAPH_CHARS = 250;
  static final int PARAGRAPH_CHARS = 90;
  private static final int SENTENCE_CHARS = 40;
  private static final int LONG_LINE_CHARS = 60;

  /** Kinds of features of which a line may have several. */
  private static final int WORD = 1;

  private static final int FIRST_WORD = 2;
  private static final int FIRST_PAIR = 3;
  private static final int PAIR = 4;
  private static final int LAST_WORD = 5;
  private static final int SIGN = 6;
  private static final int ENDED_SIGN = 7;

  /** The kind of the first of those that each line has once. */
  private static final int FIRST_KIND = 16;

  private static final int FUNCTION_WORD = 1;
  private static final int READER_WORD = 2;

  private static final WordTable WORDS =
      new WordTable(256)
          .with(
              FUNCTION_WORD,
              "the a an of to in and that was were is are had has have he she it they his her their"
                  + " its for on at with by from as but not be been would which who when after than"
                  + " there this")
          .with(READER_WORD, "you your yours us our we my me i");

  /** Signs that tell what a line is; the number of each is its place here. */
  private static final String SIGNS =
      "@|\u00bb\u203a\u2192>\u00a9/#&\t$\u00a3\u20ac%\"\u201c(;,\u00b7\u2022";

  /** For each number up to the greatest that counts, its order of magnitude. */
  private static final byte[] BUCKETS =
      buckets(1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 28, 40, 60, 90, 130, 200, 300, 500, 1000, 2000);

  private final byte[] looks;

  /** For each line, and the text's end, how many characters of paragraphs stand above. */
  private final int[] proseAbove;

  private final int[] found = new int[MOST];
  private int count;
  private int kind;

  private static byte[] buckets(int... bounds) {
    byte[] buckets = new byte[bounds[bounds.length - 1] + 1];
    int bucket = 0;
    for (int number = 0; number < buckets.length; number++) {
      bucket += number == bounds[bucket] ? 1 : 0;
      buckets[number] = (byte) bucket;
    }
    return buckets;
  }

  LineFeatures(CopiedLines copy) {
    super(copy);
    this.looks = new byte[lines.count()];
    this.proseAbove = new int[lines.count() + 1];
    look();
  }

  /** Looks at the lines again, after some were marked. */
  void look() {
    for (int line = 0; line < looks.length; line++) {
      looks[line] = lookOf(line);
      proseAbove[line + 1] = proseAbove[line] + (looks[line] == PARAGRAPH ? lines.length(line) : 0);
    }
  }

  private byte lookOf(int line) {
    if (reasons[line] != null) {
      return MARKED;
    }
    int length = lines.length(line);
    boolean ended = Chars.isTerminal(lines.lastWeighty(line));
    if (length > LONG_PARAGRAPH_CHARS || (ended && length >= PARAGRAPH_CHARS)) {
      return PARAGRAPH;
    }
    if (ended) {
      return length >= SENTENCE_CHARS ? SENTENCE : SHORT_SENTENCE;
    }
    return length >= LONG_LINE_CHARS ? LONG_LINE : SHORT_LINE;
  }

  /** Whether a line was marked, or is a paragraph, or else what it looks like. */
  byte look(int line) {
    return line < 0 || line >= looks.length ? NONE : looks[line];
  }

  /** Finds the features of a line of at most {@link #LONGEST_LINE} characters. */
  void find(int line) {
    count = 0;
    kind = FIRST_KIND;
    int zone = zone(line);
    int end = ending(line);
    int length = bucket(lines.length(line) / 3);
    addShape(line, zone, end, length, addWords(line));
    addPlace(line, zone);
    addNeighbours(line, zone, end, length);
  }

  /** How many features were found. */
  int count() {
    return count;
  }

  /** A feature's hash; all bits of it are good. */
  int hash(int i) {
    return found[i];
  }

  /** Adds a feature of a kind of its own: that of the call's place in the order of all. */
  private void next(int value) {
    add(kind++, value);
  }

  private void add(int kind, int value) {
    if (count < MOST) {
      int hash = kind * 0x9E3779B1 + value * 0x85EBCA6B;
      hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
      found[count++] = hash ^ (hash >>> 13);
    }
  }

  /** Adds the words and returns how they are spread: buckets of their number and kinds. */
  private int addWords(int line) {
    int end = lines.end(line);
    int words = 0;
    int function = 0;
    int reader = 0;
    int numbers = 0;
    int before = 0;
    for (int i = lines.start(line); i < end; ) {
      if (!text.isLetterOrDigit(i)) {
        i++;
        continue;
      }
      int start = i;
      int hash = 0;
      boolean number = false;
      while (i < end && (text.isLetterOrDigit(i) || isApostrophe(i, end))) {
        boolean digit = text.isDigit(i);
        number |= digit;
        hash = hash * 31 + (digit ? '0' : Character.toLowerCase(Chars.plain(text.at(i))));
        i++;
      }
      int bits = WORDS.find(text.string(), start, i);
      function += bits & FUNCTION_WORD;
      reader += (bits & READER_WORD) >> 1;
      numbers += number ? 1 : 0;
      if (words < MOST_WORDS) {
        add(WORD, hash);
        if (words == 0) {
          add(FIRST_WORD, hash);
        } else {
          add(words == 1 ? FIRST_PAIR : PAIR, before * 131 + hash);
        }
      }
      words++;
      before = hash;
    }
    add(LAST_WORD, before);
    int all = bucket(words);
    next(bucket(numbers));
    next(Math.min(reader, 3));
    next(share(function, words) * 32 + all);
    return all * 8 + share(function, words);
  }

  private boolean isApostrophe(int i, int end) {
    return Chars.plain(text.at(i)) == '\'' && i + 1 < end && text.isLetter(i + 1);
  }

  private void addShape(int line, int zone, int end, int length, int wordShape) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    int marks = 0;
    int capitals = 0;
    int small = 0;
    int signs = 0;
    boolean opens = true;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      byte kind = text.kind(i);
      if (Chars.isLetterOrDigit(kind)) {
        upper += kind == Chars.UPPER ? 1 : 0;
        lower += kind == Chars.LOWER ? 1 : 0;
        digits += kind == Chars.DIGIT ? 1 : 0;
        capitals += opens && kind == Chars.UPPER ? 1 : 0;
        small += opens && kind == Chars.LOWER ? 1 : 0;
        opens = false;
      } else if (kind == Chars.SPACE) {
        opens = true;
        signs |= text.at(i) == '\t' ? 1 << SIGNS.indexOf('\t') : 0;
      } else {
        marks++;
        opens |= text.at(i) == '-';
        int sign = SIGNS.indexOf(text.at(i));
        signs |= sign < 0 ? 0 : 1 << sign;
      }
    }
    int words = wordShape >> 3;
    int capital = share(capitals, capitals + small);
    int chars = lines.length(line);
    int first = opening(line);
    next(length);
    next(words);
    next(end);
    next(first);
    next(capital);
    next(share(upper, upper + lower));
    next(share(digits, chars));
    next(share(marks * 4, chars));
    next(end * 32 + length);
    next(capital * 32 + end);
    next(capital * 32 + words);
    next(first * 32 + end);
    next(zone);
    next(zone * 32 + length);
    next(zone * 32 + end);
    next(zone * 32 + capital);
    next((zone * 8 + (wordShape & 7)) * 8 + capital);
    next(zone * 1024 + end * 32 + length);
    for (; signs != 0; signs &= signs - 1) {
      int sign = Integer.numberOfTrailingZeros(signs);
      add(SIGN, sign);
      add(ENDED_SIGN, sign * 32 + end);
    }
  }

  private void addPlace(int line, int zone) {
    int above = proseAbove[line];
    int below = proseAbove[looks.length] - proseAbove[line + 1];
    next(bucket(line));
    next(bucket(looks.length - 1 - line));
    next(bucket(above / 20));
    next(bucket(below / 20));
    next(zone * 4 + (lines.blankBefore(line) ? 1 : 0) + (lines.blankAfter(line) ? 2 : 0));
    int first = line;
    while (line - first < 12 && !lines.blankBefore(first)) {
      first--;
    }
    int last = line;
    while (last - line < 12 && !lines.blankAfter(last)) {
      last++;
    }
    next(bucket(last - first));
  }

  private void addNeighbours(int line, int zone, int end, int length) {
    int above = look(line - 1);
    int below = look(line + 1);
    next((zone * 8 + above) * 8 + below);
    next((above * 8 + below) * 128 + end * 8 + Math.min(7, length / 2));
    next(look(line - 2) * 8 + above);
    next(below * 8 + look(line + 2));
    addReason(line - 1, end);
    addReason(line + 1, end);
    next((zone * 8 + near(line, -1, 6, MARKED)) * 8 + near(line, 1, 6, MARKED));
    next(near(line, -1, 4, PARAGRAPH) * 8 + near(line, 1, 4, PARAGRAPH));
    next(line > 0 ? bucket(lines.length(line - 1) / 3) : 0);
    next(line + 1 < looks.length ? bucket(lines.length(line + 1) / 3) : 0);
    next(ending(line - 1) * 16 + ending(line + 1));
    next(ending(line - 1) * 16 + opening(line));
    next(end * 16 + opening(line + 1));
  }

  private void addReason(int line, int end) {
    Reason reason = line < 0 || line >= looks.length ? null : reasons[line];
    int name = reason == null ? 0 : reason.name().hashCode();
    next(name);
    next(name * 31 + (reason == null ? 0 : end));
  }

  /** Returns how many of the lines next to a line, up or down, look so. */
  private int near(int line, int step, int most, byte look) {
    int near = 0;
    for (int i = 1; i <= most; i++) {
      near += look(line + i * step) == look ? 1 : 0;
    }
    return near;
  }

  /** Where a line stands: {@link #NOWHERE}, {@link #ABOVE}, {@link #BELOW} or {@link #BETWEEN}. */
  int zone(int line) {
    boolean above = proseAbove[line] > 0;
    boolean below = proseAbove[looks.length] > proseAbove[line + 1];
    return above ? (below ? BETWEEN : BELOW) : (below ? ABOVE : NOWHERE);
  }

  /** The kind of a line's last character. */
  private int ending(int line) {
    if (line < 0 || line >= looks.length) {
      return 15;
    }
    char last = text.at(lines.end(line) - 1);
    return switch (last) {
      case '.' -> 1;
      case '?' -> 2;
      case '!' -> 3;
      case ':' -> 4;
      case '\u2026' -> 5;
      case ',' -> 6;
      case ')', ']' -> 7;
      case '"', '\u201d', '\u2019', '\'' -> Chars.isTerminal(lines.lastWeighty(line)) ? 8 : 9;
      default -> ending(Chars.classOf(last));
    };
  }

  private static int ending(byte kind) {
    return kind == Chars.DIGIT ? 10 : kind == Chars.UPPER ? 11 : Chars.isLetter(kind) ? 12 : 13;
  }

  /** The kind of a line's first character. */
  private int opening(int line) {
    if (line < 0 || line >= looks.length) {
      return 15;
    }
    char first = lines.first(line);
    return switch (first) {
      case '"', '\u201c', '\'', '\u2018' -> 4;
      case '(', '[' -> 5;
      case '-', '*', '\u2022', '\u00b7' -> 6;
      case '@', '#' -> 7;
      default -> {
        byte kind = Chars.classOf(first);
        yield Chars.isLetterOrDigit(kind) ? kind : 9;
      }
    };
  }

  /** A number's order of magnitude, 0 to 20. */
  private static int bucket(int number) {
    return BUCKETS[Math.min(number, BUCKETS.length - 1)];
  }

  /** A part of a whole: 0 none, 1 to 4 a quarter each, 5 all, 6 where there is nothing. */
  private static int share(int part, int whole) {
    if (whole == 0) {
      return 6;
    }
    return part == 0 ? 0 : part >= whole ? 5 : 1 + part * 4 / whole;
  }
}
