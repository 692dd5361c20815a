package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.rule.PlainLine;

/**
 * Finds captions by the captions and credits beside them: what stands in one block right above a
 * credit, what a caption with a credit repeats, and what is repeated around a picture's buttons.
 * For one thread.
 */
final class CaptionBlocks extends LinePass {

  private static final int LONGEST_CREDIT = 70;
  private static final int SHORTEST_CAPTION = 15;
  private static final int LONGEST_CAPTION = 250;

  private static final int LONGEST_BUTTON = 40;

  /** How many lines up and down a caption may be repeated. */
  private static final int REACH = 4;

  CaptionBlocks(CopiedLines copy) {
    super(copy);
  }

  /** Marks what stands above credits, and what captions repeat. */
  void mark() {
    for (int line = 0; line < lines.count(); line++) {
      if (reasons[line] == Reason.CAPTION) {
        if (line > 0 && isCreditBelow(line) && mayBeCaption(line - 1)) {
          reasons[line - 1] = Reason.CAPTION;
        }
        markRepeated(line);
      } else if (reasons[line] == null) {
        markAroundButtons(line);
      }
    }
  }

  /** Marks a line that comes twice with nothing but a picture's buttons between. */
  private void markAroundButtons(int line) {
    int next = line + 1;
    while (next < lines.count() && next - line <= REACH && isPictureButton(next)) {
      next++;
    }
    if (next > line + 1
        && next < lines.count()
        && reasons[next] == null
        && lines.length(line) >= SHORTEST_CAPTION
        && shapes.plain(next).equals(shapes.plain(line))) {
      reasons[line] = Reason.CAPTION;
      reasons[next] = Reason.CAPTION;
    }
  }

  private boolean isPictureButton(int line) {
    if (reasons[line] != Reason.NAVIGATION || lines.length(line) > LONGEST_BUTTON) {
      return false;
    }
    String plain = shapes.plain(line);
    return plain.contains("image")
        || plain.contains("caption")
        || plain.contains("gallery")
        || plain.contains("enlarge");
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
