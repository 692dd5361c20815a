package dev.headnote.text;

/**
 * A fixed table from words to bits that is asked with a part of a text, whatever its case, and
 * makes no string for it.
 */
final class WordTable {

  private static final int SLOTS = 2048;

  private final String[] words = new String[SLOTS];
  private final int[] bits = new int[SLOTS];
  private int longest;

  /** Adds bits to each of the words, which are in lower case and separated by spaces. */
  WordTable with(int flag, String list) {
    for (String word : list.split(" ")) {
      int slot = slot(word, 0, word.length());
      words[slot] = word;
      bits[slot] |= flag;
      longest = Math.max(longest, word.length());
    }
    return this;
  }

  /** Returns the bits of the word at {@code start..end}, or 0. */
  int find(String text, int start, int end) {
    if (end <= start || end - start > longest) {
      return 0;
    }
    return bits[slot(text, start, end)];
  }

  private int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + Character.toLowerCase(text.charAt(i));
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    while (words[slot] != null && !matches(words[slot], text, start, end)) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  private static boolean matches(String word, String text, int start, int end) {
    return word.length() == end - start && text.regionMatches(true, start, word, 0, word.length());
  }
}
