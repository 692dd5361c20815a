package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Cells;
import dev.headnote.text.rule.LineRules;
import dev.headnote.text.rule.PhraseLists;
import dev.headnote.text.rule.PlainLine;
import java.util.Set;

/** Finds tables of numbers, by tabs or by the numbers alone. For one thread. */
final class Tables extends LinePass {

  private static final int LONGEST_TABLE_HEADING = 80;

  private static final int LONGEST_ROW = 200;
  private static final int SHORTEST_FOOTNOTE = "(1)".length();
  private static final int LONGEST_LABEL = 40;
  private static final int FEW_WORDS = 4;

  /** So many cells, half of them with numbers, are a table even if in one row. */
  private static final int FEWEST_CELLS_OF_ROW = 3;

  private static final int FEWEST_PLAYERS = 10;

  private static final Set<String> MATCH_FACTS = PhraseLists.set("match-fact");

  /** How many letters more than digits a cell of numbers may have. */
  private static final int LONGEST_UNIT = 3;

  /** Whether a bar stands anywhere in the text. */
  private final boolean barred;

  /** The first colon that was not looked at yet, or -1. */
  private int nextColon = -1;

  Tables(CopiedLines copy) {
    super(copy);
    this.barred = text.string().indexOf('|') >= 0;
  }

  /** Marks the rows of tables, and what stands above them. */
  void mark() {
    if (text.string().indexOf('\t') >= 0) {
      markTabbedTables();
    }
    markParted();
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

  /** Marks rows whose cells bars or wide gaps part, and lines of facts about a match. */
  private void markParted() {
    int line = 0;
    while (line < lines.count()) {
      int cells = parts(line);
      int end = line + 1;
      while (cells > 1 && end < lines.count() && parts(end) == cells) {
        end++;
      }
      if (cells > 1 && (end - line > 1 || cells >= FEWEST_CELLS_OF_ROW)) {
        for (int row = line; row < end; row++) {
          reasons[row] = Reason.TABLE;
        }
        if (end < lines.count() && isFootnote(end)) {
          reasons[end] = Reason.TABLE;
        }
      } else {
        int colon = labelEnd(line);
        if (colon >= 0 && (isMatchFact(line, colon) || isLineUp(line, colon))) {
          reasons[line] = Reason.TABLE;
        }
      }
      line = end;
    }
  }

  /** Returns the first colon at or after an offset that never goes back, or the text's length. */
  private int colonFrom(int from) {
    if (nextColon < from) {
      int found = text.string().indexOf(':', from);
      nextColon = found < 0 ? text.length() : found;
    }
    return nextColon;
  }

  /** Whether a line right below a table explains a mark in it: "(1) Unaudited." */
  private boolean isFootnote(int line) {
    int start = lines.start(line);
    return reasons[line] == null
        && lines.length(line) <= LONGEST_ROW
        && lines.length(line) >= SHORTEST_FOOTNOTE
        && (text.at(start) == '*'
            || (text.at(start) == '(' && text.isDigit(start + 1) && text.at(start + 2) == ')'));
  }

  /** Returns how many cells bars or wide gaps part in a line of which half are numbers, or 0. */
  private int parts(int line) {
    if (reasons[line] != null || lines.length(line) > LONGEST_ROW || !isParted(line)) {
      return 0;
    }
    Cells cells = Cells.of(text, lines.start(line), lines.end(line));
    return cells.withDigits() * 2 >= cells.count() && !cells.holdSentences() ? cells.count() : 0;
  }

  private boolean isParted(int line) {
    if (shapes.plain(line).length() < lines.length(line)) {
      return true;
    }
    return barred && shapes.plain(line).indexOf('|') > 0;
  }

  /** Returns where the colon behind a label stands with which a line opens, or -1. */
  private int labelEnd(int line) {
    int start = lines.start(line);
    int colon = colonFrom(start);
    return reasons[line] == null
            && colon < Math.min(lines.end(line), start + LONGEST_LABEL)
            && lines.length(line) <= LineRules.LONGEST
        ? colon
        : -1;
  }

  /** Whether a line is a label such as "Scorers:" and names and numbers. */
  private boolean isMatchFact(int line, int colon) {
    String label = PlainLine.of(text.string(), lines.start(line), colon);
    if (!MATCH_FACTS.contains(label)
        && !label.endsWith("-1)")
        && !label.endsWith("-2)")
        && !label.endsWith("-3)")) {
      return false;
    }
    int words = 0;
    int small = 0;
    for (int i = colon + 1; i < lines.end(line); i++) {
      if (!text.isBlank(i) && text.isBlank(i - 1)) {
        words++;
        small += text.isLower(i) ? 1 : 0;
      }
    }
    return words >= 1 && (small * 5 <= words || words <= FEW_WORDS);
  }

  /** Whether a line is a team and those who play: "Holm (4-4-2): Lee; Day, Ames (capt), Roe". */
  private boolean isLineUp(int line, int colon) {
    int end = lines.end(line);
    int players = 1;
    int depth = 0;
    boolean opens = true;
    for (int i = colon + 1; i < end; i++) {
      char c = text.at(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && opens && text.isLetter(i)) {
        if (!text.isUpper(i)) {
          return false;
        }
        opens = false;
      } else if (depth == 0 && (c == ',' || c == ';')) {
        players++;
        opens = true;
      } else if (text.isBlank(i) && depth == 0 && text.isLower(i + 1)) {
        return false;
      }
    }
    return players >= FEWEST_PLAYERS;
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
    int end = lines.end(line);
    int next = lines.start(line);
    while (next < end) {
      boolean digit = false;
      boolean letter = false;
      int stop = text.nextBlank(next, end);
      for (int i = next; i < stop; i++) {
        digit |= text.isDigit(i);
        letter |= text.isLetter(i);
      }
      words += digit || letter ? 1 : 0;
      numbers += digit ? 1 : 0;
      next = text.skipBlank(stop, end);
    }
    return words >= 2 && numbers * 10L >= words * 6L;
  }
}
