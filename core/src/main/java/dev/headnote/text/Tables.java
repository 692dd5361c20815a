package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import org.jspecify.annotations.Nullable;

/** Finds tables of numbers, by tabs or by the numbers alone. For one thread. */
final class Tables {

  private static final int LONGEST_TABLE_HEADING = 80;

  /** How many letters more than digits a cell of numbers may have. */
  private static final int LONGEST_UNIT = 3;

  private final ClassedText text;
  private final LineIndex lines;
  private final @Nullable Reason[] reasons;

  Tables(CopiedLines copy) {
    this.text = copy.text();
    this.lines = copy.index();
    this.reasons = copy.reasons();
  }

  /** Marks the rows of tables, and what stands above them. */
  void mark() {
    if (text.string().indexOf('\t') >= 0) {
      markTabbedTables();
    }
    int from = -1;
    for (int line = 0; line <= lines.count(); line++) {
      boolean row = line < lines.count() && reasons[line] == null && isRow(line);
      if (row && from < 0) {
        from = line;
      } else if (!row && from >= 0) {
        if (line - from >= 3) {
          for (int i = from; i < line; i++) {
            reasons[i] = Reason.TABLE;
          }
        }
        from = -1;
      }
    }
  }

  /** Marks the tables whose cells are parted by tabs, with as many cells in each row. */
  private void markTabbedTables() {
    int line = 0;
    while (line < lines.count()) {
      int cells = isTabbedRow(line) ? cells(line) : 0;
      int end = line + 1;
      while (cells > 0 && end < lines.count() && isTabbedRow(end) && cells(end) == cells) {
        end++;
      }
      if (cells > 0) {
        markTable(line, end, cells);
      }
      line = end;
    }
  }

  /** Marks rows, and above them the names of the columns and what the table is about. */
  private void markTable(int firstRow, int end, int cells) {
    int from = firstRow;
    if (from > 0 && reasons[from - 1] == null && cells(from - 1) == cells) {
      from--;
    }
    // Without names of columns, two cells a row are more often a list, say of goods and prices.
    if (end - from < 3 || (cells == 2 && from == firstRow)) {
      return;
    }
    int above = from - 1;
    if (above >= 0
        && reasons[above] == null
        && lines.length(above) <= LONGEST_TABLE_HEADING
        && lines.blankBefore(above)
        && Chars.isUpper(lines.first(above))
        && cells(above) == 1
        && text.at(lines.end(above) - 1) != ':'
        && !Chars.isTerminal(lines.lastWeighty(above))) {
      from = above;
    }
    for (int line = from; line < end; line++) {
      reasons[line] = Reason.TABLE;
    }
  }

  /** Returns how many cells the tabs of a line part. */
  private int cells(int line) {
    int cells = 1;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      cells += text.at(i) == '\t' && text.at(i - 1) != '\t' ? 1 : 0;
    }
    return cells;
  }

  /** Whether each cell behind a line's first one is a number, with a unit at most. */
  private boolean isTabbedRow(int line) {
    if (reasons[line] != null || lines.length(line) > LineRules.LONGEST) {
      return false;
    }
    int cells = 1;
    int digits = 0;
    int surplus = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      char c = text.at(i);
      if (c == '\t') {
        cells++;
        surplus = 0;
      } else if (cells > 1 && Chars.isDigit(c)) {
        digits++;
        surplus--;
      } else if (cells > 1 && Chars.isLetter(c)) {
        surplus++;
        if (surplus > LONGEST_UNIT) {
          return false;
        }
      }
    }
    return digits > 0;
  }

  /** Whether a line is a row of cells, most of them numbers. */
  private boolean isRow(int line) {
    if (lines.length(line) > LineRules.LONGEST || Chars.isTerminal(lines.lastWeighty(line))) {
      return false;
    }
    int words = 0;
    int numbers = 0;
    int i = lines.start(line);
    int end = lines.end(line);
    while (i < end) {
      int j = i;
      boolean digit = false;
      boolean letter = false;
      while (j < end && !text.isBlank(j)) {
        digit |= text.isDigit(j);
        letter |= text.isLetter(j);
        j++;
      }
      if (digit || letter) {
        words++;
        numbers += digit ? 1 : 0;
      }
      while (j < end && text.isBlank(j)) {
        j++;
      }
      i = j;
    }
    return words >= 2 && numbers * 10L >= words * 6L;
  }
}
