package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import java.util.stream.IntStream;

/**
 * Finds the signature at the end of a mail or post, below a line "-- " (RFC 3676, section 4.3). For
 * one thread.
 */
final class MailSignature extends LinePass {

  /** Custom knows four; a wrapped one takes one more. */
  private static final int MOST_LINES = 5;

  private static final int LONGEST_LINE = 80;

  MailSignature(CopiedLines copy) {
    super(copy);
  }

  /**
   * Marks it, and the line above it, if nothing below is running text, or it opens with a name.
   *
   * @param isMail whether the text has a mail's headers: then a saying may stand below the name
   */
  void mark(boolean isMail) {
    int count = lines.count();
    int line = count - 1;
    while (line > 0 && count - line <= MOST_LINES && !isSeparator(line)) {
      line--;
    }
    if (line <= 0 || line == count - 1 || !isSeparator(line)) {
      return;
    }
    boolean saying = isMail && !shapes.isProse(line + 1);
    boolean prose =
        IntStream.range(line + 1, count)
            .anyMatch(
                below -> lines.length(below) > LONGEST_LINE || (!saying && shapes.isProse(below)));
    for (int i = line; i < count && !prose; i++) {
      reasons[i] = Reason.BYLINE;
    }
  }

  private boolean isSeparator(int line) {
    return lines.length(line) == 2 && text.string().startsWith("--", lines.start(line));
  }
}
