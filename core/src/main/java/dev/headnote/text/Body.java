package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import org.jspecify.annotations.Nullable;

/** The lines from the first to the last one that looks like running text. For one thread. */
final class Body {

  /** How many lines before the first paragraph may hold dates, bylines and the title. */
  static final int HEAD_LINES = 30;

  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;
  private int first = -1;
  private int last = -1;

  Body(CopiedLines copy) {
    this.lines = copy.index();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
  }

  /** Finds the first and the last line that look like running text. */
  void find() {
    first = -1;
    last = -1;
    for (int line = 0; line < lines.count() && first < 0; line++) {
      if (reasons[line] == null && shapes.isProse(line)) {
        first = line;
      }
    }
    for (int line = lines.count() - 1; first >= 0 && last < 0; line--) {
      if (reasons[line] == null && (line == first || shapes.isProse(line))) {
        last = line;
      }
    }
  }

  /** The first line of running text, or -1. */
  int first() {
    return first;
  }

  /** The last line of running text, or -1. */
  int last() {
    return last;
  }

  /** The line before which dates, bylines and the title are looked for; -1 without a body. */
  int headEnd() {
    return Math.min(first, HEAD_LINES);
  }
}
