package dev.headnote.topic;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text and its pairs of neighbouring words, as 64-bit hashes: what a bag of words
 * and bigrams sees (Joulin et al. 2017).
 */
final class LexicalFeatures {

  /** FNV-1a's, 64 bits. */
  private static final long OFFSET = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private LexicalFeatures() {}

  /**
   * Returns a hash for each word, a run of letters and digits whose case and soft hyphens do not
   * matter, and for each pair of successive words.
   */
  static long[] of(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace("\u00ad", "");
    long[] features = new long[lower.length() + 1];
    int count = 0;
    long previous = 0;
    long hash = OFFSET;
    for (int at = 0; at <= lower.length(); ) {
      int c = at < lower.length() ? lower.codePointAt(at) : ' ';
      at += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        hash = (hash ^ c) * PRIME;
      } else if (hash != OFFSET) {
        features[count++] = hash;
        if (previous != 0) {
          features[count++] = pair(previous, hash);
        }
        previous = hash;
        hash = OFFSET;
      }
    }
    return Arrays.copyOf(features, count);
  }

  /** The hash of two words side by side, in this order. */
  private static long pair(long first, long second) {
    return (first * 31 + second) * PRIME;
  }
}
