package dev.headnote;

/**
 * A stretch of a text, in UTF-16 code units.
 *
 * @param start offset of the first character
 * @param end offset after the last character, at least {@code start}
 */
public record Span(int start, int end) {

  /**
   * Checks the order of the offsets.
   *
   * @throws IllegalArgumentException if {@code start} is negative or after {@code end}
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** Returns the number of UTF-16 code units in it. */
  public int length() {
    return end - start;
  }
}
