package dev.headnote.encode;

import java.util.Arrays;

/**
 * A list of token ids that grows, with the working memory of the tokenizer that fills it. Clear and
 * use it again for each text, and a tokenizer allocates nothing. Not safe for use by several
 * threads.
 */
public final class TokenIds {

  private static final int SHORTEST = 256;

  private int[] ids = new int[SHORTEST];
  private int size;

  /** The word being read, normalised. */
  char[] word = new char[SHORTEST];

  /** Hashes of the word's beginnings. */
  int[] hashes = new int[SHORTEST + 1];

  /** Creates an empty list. */
  public TokenIds() {}

  /** The number of ids. */
  public int size() {
    return size;
  }

  /**
   * The id at an index.
   *
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public int get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException("id " + index + " of " + size);
    }
    return ids[index];
  }

  /** Removes all ids. */
  public void clear() {
    size = 0;
  }

  /** Returns the ids in a new array. */
  public int[] toArray() {
    return Arrays.copyOf(ids, size);
  }

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  void truncate(int size) {
    this.size = size;
  }

  /** Makes room for one more code point in the word, up to a limit; says whether there is any. */
  boolean grow(int length, int limit) {
    if (length + 2 <= word.length) {
      return true;
    }
    if (length + 2 > limit) {
      return false;
    }
    word = Arrays.copyOf(word, (int) Math.min(limit, 2L * word.length));
    hashes = new int[word.length + 1];
    return true;
  }
}
