package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * What Hugging Face's BERT normaliser and pre-tokenizer know of each code point. They take it from
 * tables of several versions of Unicode, which no JDK has together; so these are facts of ours, in
 * {@code bert-characters.txt}, and a text's tokens do not depend on the JDK. {@code
 * BertCharactersWriter}, among the tests, makes that file. Immutable.
 *
 * <p>The file has a line for each property: its name, then items in ascending order: {@code 41},
 * {@code 41-5A} (all of them) or {@code 100-12E/2} (each second), and where the property has a
 * value, {@code =61} (each is this), {@code =9C7+9BE} (these, one after the other, at most three)
 * or {@code :20} (the code point plus this). All numbers are hexadecimal.
 */
final class BertCharacters {

  private static final int HANGUL = 0xAC00;
  private static final int HANGUL_END = 0xD7A4;

  /** Characters of the categories C, but for tab and line ends; not those without an assignment. */
  private final Items removed;

  private final Items spaces;
  private final Items punctuation;

  /** Nonspacing marks that move in canonical ordering. */
  private final Items movingMarks;

  /** Nonspacing marks that do not. */
  private final Items fixedMarks;

  private final Items lowercase;
  private final Items decomposition;

  /** The order of characters that stay and that move in canonical ordering, from 1. */
  private final Items order;

  private BertCharacters() {
    byte[] file;
    try (InputStream in = BertCharacters.class.getResourceAsStream("bert-characters.txt")) {
      file = Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.INTERNAL, "bert-characters.txt cannot be read", e);
    }
    Reader reader = new Reader(file);
    removed = reader.items("removed");
    spaces = reader.items("space");
    punctuation = reader.items("punctuation");
    lowercase = reader.items("lowercase");
    movingMarks = reader.items("moving-mark");
    fixedMarks = reader.items("fixed-mark");
    decomposition = reader.items("decomposition");
    order = reader.items("order");
  }

  private static final class Holder {
    static final BertCharacters ALL = new BertCharacters();
  }

  /** Returns the facts. */
  static BertCharacters all() {
    return Holder.ALL;
  }

  /** Whether text cleaning takes it out. */
  boolean isRemoved(int codePoint) {
    return removed.find(codePoint) >= 0;
  }

  /** Whether it separates words. */
  boolean isSpace(int codePoint) {
    return spaces.find(codePoint) >= 0;
  }

  /** Whether it is a token by itself. */
  boolean isPunctuation(int codePoint) {
    return punctuation.find(codePoint) >= 0;
  }

  /** Whether it is a nonspacing mark that moves in canonical ordering. */
  boolean isMovingMark(int codePoint) {
    return movingMarks.find(codePoint) >= 0;
  }

  /** Whether it is a nonspacing mark that others do not pass in canonical ordering. */
  boolean isFixedMark(int codePoint) {
    return fixedMarks.find(codePoint) >= 0;
  }

  /** Whether it is of the blocks that are taken as Chinese. */
  static boolean isChinese(int codePoint) {
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
        || (codePoint >= 0x20000 && codePoint <= 0x2A6DF)
        || (codePoint >= 0x2A700 && codePoint <= 0x2B73F)
        || (codePoint >= 0x2B740 && codePoint <= 0x2B81F)
        || (codePoint >= 0x2B920 && codePoint <= 0x2CEAF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
  }

  /**
   * Its place in canonical ordering, ascending from 1, if it is not a nonspacing mark; 0 if it does
   * not move.
   */
  int order(int codePoint) {
    int item = order.find(codePoint);
    return item < 0 ? 0 : order.value(item, codePoint);
  }

  /** Its lower case: one code point, but for U+0130 two. */
  int[] lowercase(int codePoint) {
    return mapped(lowercase, codePoint);
  }

  /** Its canonical decomposition without nonspacing marks; empty if it is only such. */
  int[] stripped(int codePoint) {
    if (codePoint >= HANGUL && codePoint < HANGUL_END) {
      int syllable = codePoint - HANGUL;
      int lead = 0x1100 + syllable / 588;
      int vowel = 0x1161 + syllable % 588 / 28;
      int tail = syllable % 28;
      return tail == 0 ? new int[] {lead, vowel} : new int[] {lead, vowel, 0x11A7 + tail};
    }
    if (isMovingMark(codePoint) || isFixedMark(codePoint)) {
      return new int[0];
    }
    return mapped(decomposition, codePoint);
  }

  private static int[] mapped(Items map, int codePoint) {
    int item = map.find(codePoint);
    if (item < 0) {
      return new int[] {codePoint};
    }
    int first = map.value(item, codePoint);
    int second = map.second[item];
    int third = map.third[item];
    if (second == 0) {
      return new int[] {first};
    }
    return third == 0 ? new int[] {first, second} : new int[] {first, second, third};
  }

  /** Code points of one property, in ascending order, without overlap. */
  private static final class Items {
    private int size;
    private int[] from = new int[256];
    private int[] to = new int[256];
    private byte[] step = new byte[256];
    private int[] first = new int[256];
    private int[] second = new int[256];
    private int[] third = new int[256];
    private boolean[] isOffset = new boolean[256];

    void add(int from, int to, int step, int first, int second, int third, boolean isOffset) {
      if (size == this.from.length) {
        int longer = 2 * size;
        this.from = Arrays.copyOf(this.from, longer);
        this.to = Arrays.copyOf(this.to, longer);
        this.step = Arrays.copyOf(this.step, longer);
        this.first = Arrays.copyOf(this.first, longer);
        this.second = Arrays.copyOf(this.second, longer);
        this.third = Arrays.copyOf(this.third, longer);
        this.isOffset = Arrays.copyOf(this.isOffset, longer);
      }
      this.from[size] = from;
      this.to[size] = to;
      this.step[size] = (byte) step;
      this.first[size] = first;
      this.second[size] = second;
      this.third[size] = third;
      this.isOffset[size] = isOffset;
      size++;
    }

    /** The item that holds a code point, or a negative number. */
    int find(int codePoint) {
      int item = Arrays.binarySearch(from, 0, size, codePoint);
      if (item < 0) {
        item = -item - 2;
      }
      return item >= 0 && codePoint <= to[item] && (codePoint - from[item]) % step[item] == 0
          ? item
          : -1;
    }

    int value(int item, int codePoint) {
      return isOffset[item] ? codePoint + first[item] : first[item];
    }
  }

  /** Reads the file. */
  private static final class Reader {
    private final byte[] file;
    private int at;

    Reader(byte[] file) {
      this.file = file;
    }

    /** Reads the next line, which must be that of a property. */
    Items items(String property) {
      for (int i = 0; i < property.length(); i++) {
        if (file[at++] != property.charAt(i)) {
          throw new IllegalStateException("bert-characters.txt: no " + property);
        }
      }
      Items items = new Items();
      while (file[at++] == ' ') {
        int from = number();
        int to = file[at] == '-' ? numberAfterSign() : from;
        int step = file[at] == '/' ? numberAfterSign() : 1;
        boolean isOffset = file[at] == ':';
        int first = isOffset || file[at] == '=' ? numberAfterSign() : 0;
        int second = file[at] == '+' ? numberAfterSign() : 0;
        int third = file[at] == '+' ? numberAfterSign() : 0;
        items.add(from, to, step, first, second, third, isOffset);
      }
      return items;
    }

    private int numberAfterSign() {
      at++;
      return number();
    }

    private int number() {
      boolean isNegative = file[at] == '-';
      at += isNegative ? 1 : 0;
      int number = 0;
      for (int digit = digit(file[at]); digit >= 0; digit = digit(file[at])) {
        number = number << 4 | digit;
        at++;
      }
      return isNegative ? -number : number;
    }

    private static int digit(int c) {
      return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
  }
}
