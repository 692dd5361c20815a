package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds captions by the captions and credits beside them: what stands in one block right above a
 * credit, and what a caption with a credit repeats. For one thread.
 */
final class CaptionBlocks {

  private static final int LONGEST_CREDIT = 70;
  private static final int SHORTEST_CAPTION = 15;
  private static final int LONGEST_CAPTION = 250;

  /** How many lines up and down a caption may be repeated. */
  private static final int REACH = 4;

  private final ClassedText text;
  private final LineIndex lines;
  private final LineShapes shapes;
  private final @Nullable Reason[] reasons;

  CaptionBlocks(CopiedLines copy) {
    this.text = copy.text();
    this.lines = copy.index();
    this.shapes = copy.shapes();
    this.reasons = copy.reasons();
  }

  /** Marks what stands above credits, and what captions repeat. */
  void mark() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.CAPTION) {
        if (line > 0 && isCreditBelow(line) && mayBeCaption(line - 1)) {
          reasons[line - 1] = Reason.CAPTION;
        }
        markRepeated(line);
      }
    }
  }

  /** Whether a short caption ends a block of two lines or more that blank lines part. */
  private boolean isCreditBelow(int line) {
    return lines.length(line) <= LONGEST_CREDIT
        && !lines.blankBefore(line)
        && lines.blankBefore(line - 1)
        && (lines.blankAfter(line) || reasons[line + 1] != null);
  }

  private boolean mayBeCaption(int line) {
    return reasons[line] == null
        && lines.length(line) >= SHORTEST_CAPTION
        && lines.length(line) <= LONGEST_CAPTION
        && text.isUpper(lines.start(line))
        && lines.lastWeighty(line) != ':'
        && !PlainLine.reports(shapes.plain(line));
  }

  private void markRepeated(int caption) {
    int last = Math.min(lines.count() - 1, caption + REACH);
    for (int line = Math.max(0, caption - REACH); line <= last; line++) {
      int length = lines.length(line);
      if (reasons[line] == null
          && length >= SHORTEST_CAPTION
          && length <= lines.length(caption)
          && text.string()
              .regionMatches(lines.start(line), text.string(), lines.start(caption), length)) {
        reasons[line] = Reason.CAPTION;
      }
    }
  }
}
