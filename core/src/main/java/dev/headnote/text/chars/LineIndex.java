package dev.headnote.text.chars;

import java.util.Arrays;

/** The lines of a text that hold more than white space, each without the white space around it. */
public final class LineIndex {

  private static final int LONGEST_REFERENCE = 20;

  /** Nobody breaks prose shorter: what stands in shorter lines are items, verses or addresses. */
  public static final int SHORTEST_BROKEN = 40;

  private final ClassedText text;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] blankBefore = new boolean[64];
  private int count;

  public LineIndex(ClassedText text) {
    this.text = text;
    boolean blank = true;
    for (int i = 0; i < text.length(); ) {
      int newline = text.nextNewline(i, text.length());
      int first = text.skipBlank(i, newline);
      if (first == newline) {
        blank = true;
      } else {
        add(first, text.inkEnd(first, newline), blank);
        blank = false;
      }
      i = newline + 1;
      if (i < text.length() && text.at(newline) == '\r' && text.at(i) == '\n') {
        i++;
      }
    }
  }

  private void add(int start, int end, boolean blank) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      blankBefore = Arrays.copyOf(blankBefore, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    blankBefore[count] = blank;
    count++;
  }

  public int count() {
    return count;
  }

  public int start(int line) {
    return starts[line];
  }

  public int end(int line) {
    return ends[line];
  }

  public int length(int line) {
    return ends[line] - starts[line];
  }

  /** Whether a blank line, or nothing, stands above the line. */
  public boolean blankBefore(int line) {
    return blankBefore[line];
  }

  /** Whether a blank line, or nothing, stands below the line. */
  public boolean blankAfter(int line) {
    return line + 1 >= count || blankBefore[line + 1];
  }

  /** Whether a sentence goes on across the break above a line, as where text has a width. */
  public boolean continues(int line) {
    return !blankBefore[line]
        && Chars.isLower(first(line))
        && length(line - 1) >= SHORTEST_BROKEN
        && !Chars.isTerminal(lastWeighty(line - 1));
  }

  public char first(int line) {
    return text.at(starts[line]);
  }

  /** The line's last character that isn't a closing quote or bracket, nor of a reference. */
  public char lastWeighty(int line) {
    int i = beforeReferences(line) - 1;
    while (i > starts[line]) {
      byte kind = text.kind(i);
      if (kind != Chars.CLOSER && kind != Chars.QUOTE) {
        break;
      }
      i--;
    }
    return text.at(i);
  }

  /** Where a line ends before what encyclopedias add: "[12]", "[a]", "[citation needed]". */
  private int beforeReferences(int line) {
    int end = ends[line];
    while (text.at(end - 1) == ']') {
      int first = Math.max(starts[line] + 1, end - LONGEST_REFERENCE);
      int open = end - 2;
      while (open >= first && text.at(open) != '[') {
        open--;
      }
      // "He wrote [sic]" has a space before the bracket.
      if (open < first || text.isBlank(open - 1)) {
        return end;
      }
      end = open;
    }
    return end;
  }
}
