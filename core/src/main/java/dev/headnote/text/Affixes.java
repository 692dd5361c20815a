package dev.headnote.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that lines begin or end with, found by their two outermost characters, so that a line
 * without any costs one look-up. Immutable.
 */
final class Affixes {

  private static final int BUCKETS = 1024;

  private final boolean atEnd;
  private final String[] @Nullable [] buckets = new String[BUCKETS][];

  private Affixes(List<String> phrases, boolean atEnd) {
    this.atEnd = atEnd;
    for (String phrase : phrases) {
      int b = atEnd ? bucket(phrase, phrase.length() - 2) : bucket(phrase, 0);
      String[] others = buckets[b] == null ? new String[0] : buckets[b];
      buckets[b] = Arrays.copyOf(others, others.length + 1);
      buckets[b][others.length] = phrase;
    }
  }

  /**
   * @param phrases of two or more characters each
   */
  static Affixes atStart(List<String> phrases) {
    return new Affixes(phrases, false);
  }

  /**
   * @param phrases of two or more characters each
   */
  static Affixes atEnd(List<String> phrases) {
    return new Affixes(phrases, true);
  }

  /** Whether a line begins, or ends, with one of the phrases. */
  boolean isIn(String line) {
    return of(line, 0) != null;
  }

  /**
   * Returns the first phrase, in the order given, that the line has, or null.
   *
   * @param from where the line begins
   */
  @Nullable String of(String line, int from) {
    if (line.length() - from < 2) {
      return null;
    }
    String[] bucket = buckets[bucket(line, atEnd ? line.length() - 2 : from)];
    if (bucket != null) {
      for (String phrase : bucket) {
        if (atEnd ? line.endsWith(phrase) : line.startsWith(phrase, from)) {
          return phrase;
        }
      }
    }
    return null;
  }

  private static int bucket(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) & (BUCKETS - 1);
  }
}
