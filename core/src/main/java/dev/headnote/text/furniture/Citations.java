package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;

/**
 * Finds the lists of references below articles of encyclopedias, whose entries begin with "^" as a
 * link back. For one thread.
 */
final class Citations extends LinePass {

  private static final int LONGEST_HEADING = 40;

  Citations(CopiedLines copy) {
    super(copy);
  }

  /** Marks their entries, and the headings right above them. */
  void mark() {
    for (int line = 0; line < lines.count(); line++) {
      if (isEntry(line)) {
        reasons[line] = Reason.ATTRIBUTION;
        if (line > 0 && reasons[line - 1] == null && isHeading(line - 1)) {
          reasons[line - 1] = Reason.ATTRIBUTION;
        }
      }
    }
  }

  /** Whether a line begins with the sign, perhaps behind its number. */
  private boolean isEntry(int line) {
    int end = lines.end(line);
    int i = lines.start(line);
    while (i < end && text.isDigit(i)) {
      i++;
    }
    if (i > lines.start(line) && i < end && text.at(i) == '.') {
      i = text.skipBlank(i + 1, end);
    }
    return i + 2 < end && text.at(i) == '^' && (text.isBlank(i + 1) || text.isUpper(i + 1));
  }

  private boolean isHeading(int line) {
    String plain = shapes.plain(line);
    return lines.length(line) <= LONGEST_HEADING
        && (plain.startsWith("references")
            || plain.startsWith("notes")
            || plain.startsWith("citations")
            || plain.startsWith("sources"));
  }
}
