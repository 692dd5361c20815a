package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Marks short lines that say what furniture says elsewhere in the text: a site's menu stands above
 * an article and once more below it, and a link beside its picture and in a list. For one thread.
 */
final class RepeatedLines extends LinePass {

  /** What pages have twice. */
  private static final Set<Reason> REPEATED =
      EnumSet.of(Reason.NAVIGATION, Reason.RELATED_LINK, Reason.PROMOTION, Reason.SIDE_MATTER);

  private final LearnedLines learned;

  RepeatedLines(CopiedLines copy, LearnedLines learned) {
    super(copy);
    this.learned = learned;
  }

  /** Marks them for the reason of the one that was marked, and returns whether there are any. */
  boolean mark() {
    Map<String, Reason> marked = new HashMap<>();
    for (int line = 0; line < lines.count(); line++) {
      Reason reason = reasons[line];
      if (reason != null && REPEATED.contains(reason)) {
        marked.putIfAbsent(shapes.plain(line), reason);
      }
    }
    boolean any = false;
    for (int line = 0; line < lines.count(); line++) {
      if (learned.isOpen(line) && !isSentence(line) && !isHeading(line)) {
        reasons[line] = marked.get(shapes.plain(line));
        any |= reasons[line] != null;
      }
    }
    return any;
  }

  private boolean isSentence(int line) {
    return Chars.isTerminal(lines.lastWeighty(line)) || shapes.isProse(line);
  }

  /** Whether a paragraph follows, which a menu's entry may well be the heading of. */
  private boolean isHeading(int line) {
    return line + 1 < lines.count() && reasons[line + 1] == null && shapes.isProse(line + 1);
  }
}
