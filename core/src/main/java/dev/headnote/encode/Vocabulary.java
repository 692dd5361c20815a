package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The tokens of WordPiece, those that start a word and those that continue one, in a hash table
 * that is asked without making a string. The hash is a polynomial, so that of any part of a word
 * comes from those of two of its beginnings (Karp and Rabin, 1987). Made in a few milliseconds of a
 * JVM that has not compiled anything yet. Immutable once {@link #complete} has returned.
 */
final class Vocabulary {

  private static final int HASH_FACTOR = 0x01000193;
  private static final int CONTINUING_SEED = 0x5BD1E995;
  private static final int SPREAD = 0x9E3779B9;
  private static final int MOST_TOKENS = 1 << 24;

  /** How many numbers a slot has. */
  private static final int SLOT = 4;

  /** What tokens that continue a word start with. */
  private char[] prefix = {};

  /** Whether the prefix stands in no word of more than one character. */
  private boolean isPrefixPunctuation;

  /** All tokens, one after the other in the order that they came in. */
  private char[] chars;

  private int charCount;

  /** Where the token of each id starts in the characters, and ends. */
  private int[] starts = new int[1 << 15];

  private int[] ends = new int[1 << 15];
  private int size;
  private int count;

  /**
   * For each slot a key; plus one, twice an id and whether it continues a word; and where its
   * characters start and end, the prefix left out. Or zeros. All that is asked of a token lies side
   * by side, since a word's slot is seldom in a processor's cache.
   */
  private int[] table = {};

  private int shift;
  private int longest = 1;
  private int[] powers = {};

  /**
   * @param expectedChars about how many characters all tokens have
   */
  Vocabulary(int expectedChars) {
    this.chars = new char[Math.max(16, expectedChars)];
  }

  /**
   * Reads a vocab.txt: UTF-8, the token of each id in a line.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if it is not UTF-8 or a token comes twice
   */
  static Vocabulary ofLines(byte[] text, String prefix) {
    Vocabulary vocabulary = new Vocabulary(text.length);
    int id = 0;
    for (int at = 0; at < text.length; id++) {
      int end = lineEnd(text, at);
      vocabulary.add(id, text, at, end > at && text[end - 1] == '\r' ? end - 1 : end);
      at = end + 1;
    }
    return vocabulary.complete(prefix);
  }

  private static int lineEnd(byte[] text, int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at;
  }

  /**
   * Adds a token, given in UTF-8.
   *
   * @return whether the id is one of those that a vocabulary can have here, and not taken yet
   */
  boolean add(long id, byte[] utf8, int from, int to) {
    reserve(to - from);
    int end = charCount;
    for (int i = from; i < to; i++) {
      int b = utf8[i];
      if (b < 0) {
        // Two bytes are decoded here, since a library's decoder is slow in a JVM that has just
        // started; they start with C2 to DF.
        if (b < (byte) 0xC2 || b > (byte) 0xDF || i + 1 == to || utf8[i + 1] > (byte) 0xBF) {
          return add(id, decoded(utf8, from, to));
        }
        b = ((b & 0x1F) << 6) | (utf8[++i] & 0x3F);
      }
      chars[end++] = (char) b;
    }
    return added(id, end);
  }

  /** Adds a token. */
  boolean add(long id, String token) {
    reserve(token.length());
    token.getChars(0, token.length(), chars, charCount);
    return added(id, charCount + token.length());
  }

  private void reserve(int more) {
    if (charCount + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(2 * chars.length, charCount + more));
    }
  }

  private boolean added(long id, int end) {
    if (id < 0 || id >= MOST_TOKENS) {
      return false;
    }
    int at = (int) id;
    if (at >= starts.length) {
      int longer = Math.max(at + 1, 2 * starts.length);
      starts = Arrays.copyOf(starts, longer);
      ends = Arrays.copyOf(ends, longer);
    }
    if (ends[at] > 0) {
      return false;
    }
    starts[at] = charCount;
    ends[at] = end;
    charCount = end;
    size = Math.max(size, at + 1);
    count++;
    return true;
  }

  private static String decoded(byte[] utf8, int from, int to) {
    String token = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    if (token.indexOf('\uFFFD') >= 0
        && !Arrays.equals(
            token.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(utf8, from, to))) {
      throw damaged("is not UTF-8 at " + token);
    }
    return token;
  }

  /** Whether the ids are 0 to one less than the number of tokens that were added. */
  boolean isDense() {
    return count == size;
  }

  /**
   * Makes the table.
   *
   * @param prefix what tokens that continue a word start with
   * @return this vocabulary
   * @throws HeadnoteException with code MODEL_DAMAGED if a token comes twice
   */
  Vocabulary complete(String prefix) {
    this.prefix = prefix.toCharArray();
    this.isPrefixPunctuation =
        !prefix.isEmpty() && BertCharacters.all().isPunctuation(prefix.codePointAt(0));
    int entries = isPrefixPunctuation ? size : 2 * size;
    int bits = 33 - Integer.numberOfLeadingZeros(entries);
    table = new int[SLOT << bits];
    shift = 32 - bits;
    for (int id = 0; id < size; id++) {
      enter(id);
    }
    powers = new int[longest + 1];
    powers[0] = 1;
    for (int i = 1; i <= longest; i++) {
      powers[i] = powers[i - 1] * HASH_FACTOR;
    }
    return this;
  }

  private void enter(int id) {
    int start = starts[id];
    int end = ends[id];
    int length = end - start;
    boolean isContinuing = length > prefix.length && equal(chars, start, prefix, 0, prefix.length);
    if (isContinuing) {
      enter(id, start + prefix.length, end, true);
    }
    if (!isContinuing || !isPrefixPunctuation) {
      enter(id, start, end, false);
    }
    longest = length > longest ? length : longest;
  }

  private void enter(int id, int start, int end, boolean isContinuing) {
    int hash = hash(chars, start, end);
    int key = isContinuing ? hash ^ CONTINUING_SEED : hash;
    int slot = slot(key);
    while (table[slot + 1] != 0) {
      if (table[slot] == key && find(hash, chars, start, end, isContinuing) >= 0) {
        throw damaged("holds a token twice: " + token(id));
      }
      slot = slot + SLOT & table.length - 1;
    }
    table[slot] = key;
    table[slot + 1] = (id << 1 | (isContinuing ? 1 : 0)) + 1;
    table[slot + 2] = start;
    table[slot + 3] = end;
  }

  private int slot(int key) {
    return ((key * SPREAD) >>> shift) * SLOT;
  }

  private static boolean equal(char[] a, int from, char[] b, int start, int end) {
    for (int i = start; i < end; i++) {
      if (a[from + i - start] != b[i]) {
        return false;
      }
    }
    return true;
  }

  /** The hash of some characters. */
  static int hash(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = next(hash, chars[i]);
    }
    return hash;
  }

  /** The hash with one more character. */
  static int next(int hash, char c) {
    return hash * HASH_FACTOR + c;
  }

  /** The hash of what two beginnings differ in, at most {@link #longest} characters. */
  int hashBetween(int shorter, int longer, int length) {
    return longer - shorter * powers[length];
  }

  /** The id of the token that some characters are, or that they are after the prefix; or -1. */
  int find(int hash, char[] word, int start, int end, boolean isContinuing) {
    int key = isContinuing ? hash ^ CONTINUING_SEED : hash;
    int slot = slot(key);
    for (int entry = table[slot + 1]; entry != 0; entry = table[slot + 1]) {
      if (table[slot] == key && ((entry - 1) & 1) == (isContinuing ? 1 : 0)) {
        int from = table[slot + 2];
        if (table[slot + 3] - from == end - start && equal(chars, from, word, start, end)) {
          return (entry - 1) >> 1;
        }
      }
      slot = slot + SLOT & table.length - 1;
    }
    return -1;
  }

  /** The id of a token, given with the prefix if it continues a word; empty if unknown. */
  OptionalInt id(String token) {
    char[] word = token.toCharArray();
    int id = find(hash(word, 0, word.length), word, 0, word.length, false);
    int length = prefix.length;
    if (id < 0 && word.length > length && equal(word, 0, prefix, 0, length)) {
      id = find(hash(word, length, word.length), word, length, word.length, true);
    }
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** The token of an id, with the prefix if it continues a word. */
  String token(int id) {
    if (id >= size) {
      throw new IndexOutOfBoundsException("id " + id + " of " + size);
    }
    return new String(chars, starts[id], ends[id] - starts[id]);
  }

  /** The number of tokens. */
  int size() {
    return size;
  }

  /** The most characters of a token, its prefix included. */
  int longest() {
    return longest;
  }

  private static HeadnoteException damaged(String problem) {
    return new HeadnoteException(
        HeadnoteException.Code.MODEL_DAMAGED, "the tokenizer's vocabulary " + problem);
  }
}
