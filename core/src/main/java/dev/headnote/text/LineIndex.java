package dev.headnote.text;

import java.util.Arrays;

/** The lines of a text that hold more than white space, each without the white space around it. */
final class LineIndex {

  private final String text;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] blankBefore = new boolean[64];
  private int count;

  LineIndex(String text) {
    this.text = text;
    int i = 0;
    int n = text.length();
    boolean blank = true;
    while (i < n) {
      int first = -1;
      int last = -1;
      while (i < n && !Chars.isNewline(text.charAt(i))) {
        if (!Chars.isBlank(text.charAt(i))) {
          if (first < 0) {
            first = i;
          }
          last = i;
        }
        i++;
      }
      if (first < 0) {
        blank = true;
      } else {
        add(first, last + 1, blank);
        blank = false;
      }
      if (i + 1 < n && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
        i++;
      }
      i++;
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

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  int end(int line) {
    return ends[line];
  }

  int length(int line) {
    return ends[line] - starts[line];
  }

  /** Whether a blank line, or nothing, stands above the line. */
  boolean blankBefore(int line) {
    return blankBefore[line];
  }

  /** Whether a blank line, or nothing, stands below the line. */
  boolean blankAfter(int line) {
    return line + 1 >= count || blankBefore[line + 1];
  }

  char first(int line) {
    return text.charAt(starts[line]);
  }

  /** The line's last character that isn't a closing quote or bracket. */
  char lastWeighty(int line) {
    int i = ends[line] - 1;
    while (i > starts[line]) {
      byte kind = Chars.classOf(text.charAt(i));
      if (kind != Chars.CLOSER && kind != Chars.QUOTE) {
        break;
      }
      i--;
    }
    return text.charAt(i);
  }
}
