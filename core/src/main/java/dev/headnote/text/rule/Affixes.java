package dev.headnote.text.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that lines begin or end with, found by their outermost characters, so that a line without
 * any costs one look-up, and others one among the phrases of many characters and one among those of
 * few. Immutable.
 */
public final class Affixes {

  private static final int BUCKETS = 2048;
  private static final int FEW = 2;
  private static final int MANY = 8;

  /** A phrase and its place in the order given. */
  private record Entry(String phrase, int order) {}

  private final boolean atEnd;

  /** Whether a phrase may begin, or end, with two characters: few lines need more. */
  private final boolean[] outermost = new boolean[BUCKETS];

  private final Entry[] @Nullable [] shorts = new Entry[BUCKETS][];
  private final Entry[] @Nullable [] longs = new Entry[BUCKETS][];

  private Affixes(List<String> phrases, boolean atEnd) {
    this.atEnd = atEnd;
    for (int order = 0; order < phrases.size(); order++) {
      String phrase = phrases.get(order);
      outermost[bucket(phrase, atEnd ? phrase.length() - FEW : 0, FEW)] = true;
      boolean many = phrase.length() >= MANY;
      int key = many ? MANY : FEW;
      int b = bucket(phrase, atEnd ? phrase.length() - key : 0, key);
      Entry[] @Nullable [] buckets = many ? longs : shorts;
      Entry[] others = buckets[b] == null ? new Entry[0] : buckets[b];
      Entry[] more = Arrays.copyOf(others, others.length + 1);
      more[others.length] = new Entry(phrase, order);
      buckets[b] = more;
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
  public boolean isIn(String line) {
    return of(line, 0) != null;
  }

  /**
   * Returns the first phrase, in the order given, that the line has, or null.
   *
   * @param from where the line begins
   */
  public @Nullable String of(String line, int from) {
    if (line.length() - from < FEW
        || !outermost[bucket(line, atEnd ? line.length() - FEW : from, FEW)]) {
      return null;
    }
    Entry few = in(shorts, FEW, line, from);
    Entry many = in(longs, MANY, line, from);
    if (few == null) {
      return many == null ? null : many.phrase();
    }
    return many == null || few.order() < many.order() ? few.phrase() : many.phrase();
  }

  private @Nullable Entry in(Entry[] @Nullable [] buckets, int key, String line, int from) {
    if (line.length() - from < key) {
      return null;
    }
    Entry[] bucket = buckets[bucket(line, atEnd ? line.length() - key : from, key)];
    if (bucket != null) {
      for (Entry entry : bucket) {
        String phrase = entry.phrase();
        if (atEnd ? line.endsWith(phrase) : line.startsWith(phrase, from)) {
          return entry;
        }
      }
    }
    return null;
  }

  private static int bucket(String text, int at, int key) {
    int hash = 0;
    for (int i = at; i < at + key; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return (hash ^ (hash >>> 11)) & (BUCKETS - 1);
  }
}
