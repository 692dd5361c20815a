package dev.headnote.text.page;

import dev.headnote.Span;

/** Where the characters of a text stand in the source that it was taken from. Immutable. */
public final class SourceMap {

  private final int[] starts;
  private final int[] ends;

  /**
   * @param starts for each character of the text where its source begins, or {@link
   *     TracedText#NOWHERE}; not copied
   * @param ends where it ends
   */
  SourceMap(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * Returns the smallest part of the source that holds all characters of a part of the text. For
   * one whose characters stand nowhere in the source it is empty, and behind what stands before.
   */
  public Span range(int start, int end) {
    int from = Integer.MAX_VALUE;
    int to = -1;
    for (int i = start; i < end; i++) {
      if (starts[i] >= 0) {
        // Broken tables change the order of a page's text.
        from = Math.min(from, starts[i]);
        to = Math.max(to, ends[i]);
      }
    }
    if (to >= 0) {
      return new Span(from, to);
    }
    int before = start - 1;
    while (before >= 0 && starts[before] < 0) {
      before--;
    }
    int at = before < 0 ? 0 : ends[before];
    return new Span(at, at);
  }
}
