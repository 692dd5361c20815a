package dev.headnote.text.chars;

/**
 * A fixed table from words to bits that is asked with a part of a text, whatever its case, and
 * makes no string for it.
 */
public final class WordTable {

  private final String[] words;
  private final int[] bits;
  private int longest;

  /**
   * @param slots a power of two, and twice the number of words at least
   */
  public WordTable(int slots) {
    words = new String[slots];
    bits = new int[slots];
  }

  /** Adds bits to each of the words, which are in lower case and separated by spaces. */
  public WordTable with(int flag, String list) {
    for (String word : list.split(" ")) {
      int slot = slot(word, 0, word.length());
      words[slot] = word;
      bits[slot] |= flag;
      longest = Math.max(longest, word.length());
    }
    return this;
  }

  /** Returns the bits of the word at {@code start..end}, or 0. */
  public int find(String text, int start, int end) {
    if (end <= start || end - start > longest) {
      return 0;
    }
    return bits[slot(text, start, end)];
  }

  /** Returns the bits of the word at {@code start..end} if it is written small, or 0. */
  public int findLower(String text, int start, int end) {
    if (end <= start || end - start > longest) {
      return 0;
    }
    int slot = slot(text, start, end);
    String word = words[slot];
    return word != null && text.startsWith(word, start) ? bits[slot] : 0;
  }

  private int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hash = hash * 31 + (c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c));
    }
    int slot = (hash ^ (hash >>> 15)) & (words.length - 1);
    while (words[slot] != null && !matches(words[slot], text, start, end)) {
      slot = (slot + 1) & (words.length - 1);
    }
    return slot;
  }

  private static boolean matches(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      char small = word.charAt(i - start);
      if (c != small && Character.toLowerCase(c) != small) {
        return false;
      }
    }
    return true;
  }
}
