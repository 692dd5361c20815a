package dev.headnote.salience;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A number of 64 bits that stands for a word, so that words need not be strings to be looked up:
 * FNV-1a (Fowler, Noll and Vo) of its UTF-8 in lower case. Two of 32,000 words have the same with a
 * chance of one in 10^10.
 */
final class WordHash {

  /** Of no letter at all. */
  static final long EMPTY = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final int LAST_ASCII = 127;

  private WordHash() {}

  /** The hash of a word that stands in a text, whatever its case. */
  static long of(String text, int start, int end) {
    long hash = EMPTY;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c > LAST_ASCII) {
        return of(lowerCase(text, start, end).getBytes(StandardCharsets.UTF_8));
      }
      hash = next(hash, (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
    }
    return hash;
  }

  private static long of(byte[] word) {
    long hash = EMPTY;
    for (byte next : word) {
      hash = next(hash, next);
    }
    return hash;
  }

  /** The hash of a word with one byte more. */
  static long next(long hash, byte next) {
    return (hash ^ (next & 0xff)) * PRIME;
  }

  /** The word itself. */
  static String lowerCase(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
