package dev.headnote.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Groups sentences that say the same in nearly the same words: at least six in ten of all words of
 * two are in both, and they have the same numbers and negations, as "12 died" is not "10 died".
 * Numbers in words keep two apart only if each has one that the other has not: "the two leaders"
 * may be "the leaders".
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

  /** Of these "t" ends "don't". */
  private static final Set<String> NEGATIONS =
      Set.of("not no never without t cannot nor neither none nobody nothing".split(" "));

  private static final Set<String> NUMBERS =
      Set.of(
          ("one two three four five six seven eight nine ten eleven twelve"
                  + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                  + " twenty thirty forty fifty sixty seventy eighty ninety"
                  + " dozen hundred thousand million billion trillion"
                  + " dozens hundreds thousands millions billions trillions")
              .split(" "));

  /** What may stand between digits of one number, time or date; all count as a point. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[,:/]");

  private final long[] multipliers = new long[BANDS * ROWS];
  private final long[] addends = new long[BANDS * ROWS];

  /**
   * By what a band hashes to, 1 + the number of the last group's first that it was so for; 0 for
   * none. What another took the place of is found by its other bands.
   */
  private final int[] buckets;

  /** The sorted hashes of each sentence's words. */
  private final List<long[]> words = new ArrayList<>();

  /** Those of words with digits and of negations, which must be the same. */
  private final List<long[]> decisive = new ArrayList<>();

  /** Those of numbers in words. */
  private final List<long[]> numbers = new ArrayList<>();

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
    String lower = text.toLowerCase(Locale.ROOT).replace("\u00ad", "");
    long[] all = new long[lower.length() / 2 + 1];
    long[] deciding = new long[all.length];
    long[] inWords = new long[all.length];
    int count = 0;
    int decidingCount = 0;
    int inWordsCount = 0;
    for (int start = 0; start < lower.length(); ) {
      int end = start;
      boolean digits = false;
      while (end < lower.length() && isInWord(lower, end)) {
        digits |= Character.isDigit(lower.charAt(end++));
      }
      if (end > start) {
        String word = lower.substring(start, end);
        long hash = hash(digits ? BETWEEN_DIGITS.matcher(word).replaceAll(".") : word);
        all[count++] = hash;
        if (digits || NEGATIONS.contains(word)) {
          deciding[decidingCount++] = hash;
        } else if (NUMBERS.contains(word)) {
          inWords[inWordsCount++] = hash;
        }
      }
      start = end + 1;
    }
    words.add(distinct(all, count));
    decisive.add(distinct(deciding, decidingCount));
    numbers.add(distinct(inWords, inWordsCount));
  }

  /** A string's own hash is 32 bits of little mixing. */
  private static long hash(String word) {
    return (word.hashCode() * 0x9E3779B97F4A7C15L) ^ word.length();
  }

  /** Whether a letter or digit stands there, or what is within "3.5" or "10:30". */
  private static boolean isInWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || (".,:/".indexOf(c) >= 0
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
        && oneHoldsTheOther(numbers.get(a), numbers.get(b))
        && jaccard(words.get(a), words.get(b)) >= LEAST_SHARED;
  }

  private static boolean oneHoldsTheOther(long[] a, long[] b) {
    return shared(a, b) == Math.min(a.length, b.length);
  }

  private static double jaccard(long[] a, long[] b) {
    int shared = shared(a, b);
    int union = a.length + b.length - shared;
    return union == 0 ? 1 : (double) shared / union;
  }

  private static int shared(long[] a, long[] b) {
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
    return shared;
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
