package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.Releases;
import java.util.BitSet;

/**
 * Finds whom the press may ask, wherever it stands: names, posts, telephone numbers and addresses
 * below a label such as "Media contact". For one thread.
 */
final class PressContacts extends LinePass {

  /** How many lines whom to ask may take. */
  private static final int MOST_LINES = 8;

  /** A longer line without an address or a telephone number is no name. */
  private static final int MOST_NAME_WORDS = 6;

  private final BitSet ends = new BitSet();

  PressContacts(CopiedLines copy) {
    super(copy);
  }

  /** Marks each label with what follows down to the last address or telephone number. */
  void mark() {
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) <= LineRules.LONGEST
          && Releases.opensPressContact(shapes.plain(line))) {
        line = markContact(line);
      }
    }
  }

  /** Returns the last line of a label's contact: that of the label if it has none. */
  private int markContact(int label) {
    int last = label;
    int stop = Math.min(lines.count(), label + 1 + MOST_LINES);
    for (int line = label + 1; line < stop && goesOn(line, label); line++) {
      if (reaches(line)) {
        last = line;
      }
    }
    if (last > label) {
      ends.set(last);
      for (int line = label; line <= last; line++) {
        reasons[line] = reasons[line] == null ? Reason.ATTRIBUTION : reasons[line];
      }
    }
    return last;
  }

  /** Whether a line is the last one of a contact. */
  boolean endAt(int line) {
    return ends.get(line);
  }

  /** Whether a line may be of a contact: in one block, or with a blank line above as the first. */
  private boolean goesOn(int line, int label) {
    return (!lines.blankBefore(line) || lines.blankBefore(label + 1))
        && !shapes.isProse(line)
        && (shapes.words(line) <= MOST_NAME_WORDS || reaches(line));
  }

  private boolean reaches(int line) {
    return lines.length(line) <= LineRules.LONGEST && EdgeRules.holdsAddress(shapes.plain(line));
  }
}
