package dev.headnote.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Groups sentences that say the same in nearly the same words: at least six in ten of all words of
 * two are in both, and they have the same numbers, in digits or words, and negations, as "12 died"
 * is not "10 died".
 *
 * <p>Words are compared, not vectors, whose cosines mean something else for each encoder and hardly
 * tell two numbers apart. Pairs are found by locality-sensitive hashing of the sets of words
 * (MinHash: Broder 1997; banding: Indyk and Motwani 1998), and each is checked exactly. A sentence
 * is compared with the first of a group alone, and with as many groups as there are bands at most,
 * so time and memory are in proportion to the sentences; it misses about a seventh of the pairs
 * that are only just near enough, and one in a hundred of those that share seven words in ten.
 * Deterministic. For one thread.
 */
final class NearDuplicates {

  /** The least share of the words of both that both have (Jaccard). */
  private static final double LEAST_SHARED = 0.6;

  private static final int BANDS = 24;
  private static final int ROWS = 5;

  /** Of more sentences the buckets take no more memory, and find fewer duplicates. */
  private static final int MOST_COUNTED = 1 << 20;

  /** Negations, of which "t" ends "don't", and numbers in words: "one" is no number, mostly. */
  private static final Set<String> DECISIVE =
      Set.of(
          ("not no never without t cannot nor neither none nobody nothing"
                  + " two three four five six seven eight nine ten eleven twelve"
                  + " twenty thirty forty fifty sixty seventy eighty ninety"
                  + " dozen hundred thousand million billion trillion")
              .split(" "));

  private final long[] multipliers = new long[BANDS * ROWS];
  private final long[] addends = new long[BANDS * ROWS];

  /**
   * By what a band hashes to, 1 + the number of the last group's first that it was so for; 0 for
   * none. What another took the place of is found by its other bands.
   */
  private final int[] buckets;

  /** The sorted hashes of each sentence's words; of those that must agree apart. */
  private final List<long[]> words = new ArrayList<>();

  private final List<long[]> decisive = new ArrayList<>();

  /**
   * @param sentences about how many there are to be added
   */
  NearDuplicates(int sentences) {
    buckets = new int[Integer.highestOneBit((Math.min(sentences, MOST_COUNTED) + 1) * BANDS) * 4];
    Random random = new Random(1);
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = random.nextLong() | 1;
      addends[i] = random.nextLong();
    }
  }

  /**
   * Adds the next sentence.
   *
   * @return the number, from 0 in the order of adding, of the first sentence of its group; its own
   *     if there was none like it
   */
  int add(String text) {
    int number = words.size();
    addWords(text);
    int[] bands = bands(words.get(number));
    for (int band : bands) {
      int first = buckets[band] - 1;
      if (first >= 0 && saysTheSame(first, number)) {
        return first;
      }
    }
    for (int band : bands) {
      buckets[band] = number + 1;
    }
    return number;
  }

  private void addWords(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    long[] all = new long[lower.length() / 2 + 1];
    long[] deciding = new long[all.length];
    int count = 0;
    int decidingCount = 0;
    for (int start = 0; start < lower.length(); ) {
      int end = start;
      boolean number = false;
      while (end < lower.length() && isInWord(lower, end)) {
        number |= Character.isDigit(lower.charAt(end++));
      }
      if (end > start) {
        String word = lower.substring(start, end);
        // A string's own hash is 32 bits of little mixing.
        long hash = (word.hashCode() * 0x9E3779B97F4A7C15L) ^ word.length();
        all[count++] = hash;
        if (number || DECISIVE.contains(word)) {
          deciding[decidingCount++] = hash;
        }
      }
      start = end + 1;
    }
    words.add(distinct(all, count));
    decisive.add(distinct(deciding, decidingCount));
  }

  /** Whether a letter or digit stands there, or the point within "3.5". */
  private static boolean isInWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || (c == '.'
            && at > 0
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at - 1))
            && Character.isDigit(text.charAt(at + 1)));
  }

  private static long[] distinct(long[] values, int count) {
    return Arrays.stream(values, 0, count).sorted().distinct().toArray();
  }

  private boolean saysTheSame(int a, int b) {
    return Arrays.equals(decisive.get(a), decisive.get(b))
        && jaccard(words.get(a), words.get(b)) >= LEAST_SHARED;
  }

  private static double jaccard(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    int union = a.length + b.length - shared;
    return union == 0 ? 1 : (double) shared / union;
  }

  /** The buckets that a set of words falls into. */
  private int[] bands(long[] set) {
    int[] bands = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = band * ROWS; row < (band + 1) * ROWS; row++) {
        long least = Long.MAX_VALUE;
        for (long word : set) {
          long mixed = word * multipliers[row] + addends[row];
          least = Math.min(least, mixed ^ (mixed >>> 29));
        }
        hash = (hash ^ least) * 0x9E3779B97F4A7C15L;
      }
      bands[band] = (int) (hash >>> 32) & (buckets.length - 1);
    }
    return bands;
  }
}
