package dev.headnote.text.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in a line, wherever a word begins, in one pass that hardly ever stops: only where
 * the last characters may be a space and the first ones of a phrase. Immutable.
 */
public final class PhraseFinder {

  /** With a space before them, as many as a long has bytes. */
  private static final int FIRST_CHARS = 7;

  private static final int BITS = 16;

  /** The golden ratio in 64 bits, odd: Fibonacci hashing, Knuth, TAOCP 3, 6.4. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int BUCKETS = 2048;

  /** The phrases in the order given, by the hash of their first characters. */
  private final String[] @Nullable [] buckets = new String[BUCKETS][];

  /** A bit for each hash of the last characters: whether a phrase may have begun. */
  private final long[] begun = new long[1 << (BITS - Long.numberOfTrailingZeros(Long.SIZE))];

  /**
   * @param phrases of seven or more characters each
   */
  public PhraseFinder(List<String> phrases) {
    for (String phrase : phrases) {
      long last = ' ';
      for (int i = 0; i < FIRST_CHARS; i++) {
        last = last << Byte.SIZE | phrase.charAt(i);
      }
      int slot = slot(last);
      begun[slot / Long.SIZE] |= 1L << slot;
      String[] others = buckets[slot % BUCKETS] == null ? new String[0] : buckets[slot % BUCKETS];
      String[] more = Arrays.copyOf(others, others.length + 1);
      more[others.length] = phrase;
      buckets[slot % BUCKETS] = more;
    }
  }

  private static int slot(long last) {
    return (int) ((last * SPREAD) >>> (Long.SIZE - BITS));
  }

  /** Returns the first phrase in a line with single spaces, or null. */
  public @Nullable String firstIn(String line) {
    long last = ' ';
    for (int i = 0; i < line.length(); i++) {
      last = last << Byte.SIZE | line.charAt(i);
      int slot = slot(last);
      if ((begun[slot / Long.SIZE] >>> slot & 1) != 0) {
        String phrase = at(line, i + 1 - FIRST_CHARS, buckets[slot % BUCKETS]);
        if (phrase != null) {
          return phrase;
        }
      }
    }
    return null;
  }

  private static @Nullable String at(String line, int start, String @Nullable [] bucket) {
    if (bucket == null || start < 0 || (start > 0 && line.charAt(start - 1) != ' ')) {
      return null;
    }
    for (String phrase : bucket) {
      if (line.startsWith(phrase, start)) {
        return phrase;
      }
    }
    return null;
  }
}
