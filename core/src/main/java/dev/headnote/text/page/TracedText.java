package dev.headnote.text.page;

import java.util.Arrays;

/**
 * A text that is put together from pieces of a source, and where in the source each of its
 * characters stands, if that is asked for. For one thread.
 */
public final class TracedText {

  /** The place of a character that stands nowhere in the source. */
  static final int NOWHERE = -1;

  private final StringBuilder chars = new StringBuilder();
  private int[] starts = {};
  private int[] ends = {};

  public int length() {
    return chars.length();
  }

  char charAt(int i) {
    return chars.charAt(i);
  }

  /** Adds a character of the source. */
  void append(char c, int start, int end) {
    int at = chars.length();
    chars.append(c);
    grow();
    starts[at] = start;
    ends[at] = end;
  }

  /** Adds a character that stands nowhere in the source. */
  void append(char c) {
    if (starts.length > 0) {
      append(c, NOWHERE, NOWHERE);
    } else {
      chars.append(c);
    }
  }

  /** Adds a part of another text. */
  void append(TracedText other, int from, int to) {
    if (starts.length == 0 && other.starts.length == 0) {
      chars.append(other.chars, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      boolean traced = i < other.starts.length;
      append(
          other.chars.charAt(i),
          traced ? other.starts[i] : NOWHERE,
          traced ? other.ends[i] : NOWHERE);
    }
  }

  private void grow() {
    int length = chars.length();
    if (length > starts.length) {
      int filled = starts.length;
      starts = Arrays.copyOf(starts, Math.max(64, length * 2));
      ends = Arrays.copyOf(ends, starts.length);
      Arrays.fill(starts, filled, starts.length, NOWHERE);
      Arrays.fill(ends, filled, ends.length, NOWHERE);
    }
  }

  void setLength(int length) {
    chars.setLength(length);
  }

  /** Cuts white space from the end. */
  void stripEnd() {
    int length = chars.length();
    while (length > 0 && Character.isWhitespace(chars.charAt(length - 1))) {
      length--;
    }
    chars.setLength(length);
  }

  /** Returns where the characters stand in the source. */
  public SourceMap sources() {
    int length = chars.length();
    int[] from = Arrays.copyOf(starts, length);
    int[] to = Arrays.copyOf(ends, length);
    for (int i = Math.min(starts.length, length); i < length; i++) {
      from[i] = NOWHERE;
      to[i] = NOWHERE;
    }
    return new SourceMap(from, to);
  }

  @Override
  public String toString() {
    return chars.toString();
  }
}
