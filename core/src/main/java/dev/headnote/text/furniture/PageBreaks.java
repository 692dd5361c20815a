package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a printed page has at its top and its foot, in the middle of a text that was copied
 * out of one: the pages' numbers, which count on, and the running heads beside them. For one
 * thread.
 */
final class PageBreaks extends LinePass {

  /** Four digits alone in a line may be a year over what happened in it. */
  private static final int MOST_DIGITS = 3;

  private static final int LONGEST_HEAD = 100;

  /** Shorter lines between two numbers aren't the text of a page. */
  private static final int SHORTEST_TEXT = 40;

  /** Without such a gap in the line, a number may be a heading's: "Day 1". */
  private static final String WIDE_GAP = " ".repeat(4);

  /** Fewer numbers that count on may be anything. */
  private static final int FEWEST_PAGES = 3;

  /** A page's number, and the one before it of the same head, if the two count on. */
  private static final class Page {

    private final int line;
    private final int count;
    private final @Nullable Page before;
    private final boolean belowText;

    /**
     * Whether it has a head with a wide gap, or a sentence goes on over it or one before it, which
     * none does over a chapter's number.
     */
    private boolean insideText;

    Page(int line, boolean belowText, @Nullable Page before) {
      this.line = line;
      this.belowText = belowText;
      this.count = before == null ? 1 : before.count + 1;
      this.before = before;
      this.insideText = before != null && before.insideText;
    }
  }

  PageBreaks(CopiedLines copy) {
    super(copy);
  }

  /** Marks the numbers of three pages or more, and what is repeated right beside them. */
  void mark() {
    Map<String, Page> last = new HashMap<>();
    List<Page> enough = new ArrayList<>();
    int text = -1;
    Page open = null;
    for (int line = 0; line < lines.count(); line++) {
      int digits = digitsStart(line);
      if (digits >= 0) {
        open = page(line, digits, text, last);
        if (open.count >= FEWEST_PAGES) {
          enough.add(open);
        }
      } else if (lines.length(line) >= SHORTEST_TEXT && !isHeadOf(open, line)) {
        if (open != null && text >= 0 && goesOn(text, line)) {
          open.insideText = true;
        }
        open = null;
        text = line;
      }
    }
    enough.removeIf(page -> !page.insideText);
    if (!enough.isEmpty()) {
      mark(enough);
    }
  }

  /** Whether a long line right below a page's number has the gap of a head with two parts. */
  private boolean isHeadOf(@Nullable Page page, int line) {
    return page != null
        && page.line == line - 1
        && text.string().substring(lines.start(line), lines.end(line)).contains(WIDE_GAP);
  }

  private boolean goesOn(int above, int below) {
    return Chars.isLower(lines.first(below)) && !Chars.isTerminal(lines.lastWeighty(above));
  }

  /**
   * Returns where the number begins that is all of a line, or stands behind a running head and a
   * wide gap; -1 if there is none.
   */
  private int digitsStart(int line) {
    int end = lines.end(line);
    int i = end;
    while (i > lines.start(line) && text.isDigit(i - 1)) {
      i--;
    }
    if (i == end || end - i > MOST_DIGITS || lines.length(line) > LONGEST_HEAD * 2) {
      return -1;
    }
    boolean alone = i == lines.start(line);
    return alone || (text.isBlank(i - 1) && text.isBlank(i - 2)) ? i : -1;
  }

  /**
   * Counts a page on from the one before it.
   *
   * @param textAbove the last line above it that may be a page's text, or -1
   */
  private Page page(int line, int digits, int textAbove, Map<String, Page> pages) {
    int number = 0;
    for (int i = digits; i < lines.end(line); i++) {
      number = number * 10 + Character.digit(text.at(i), 10);
    }
    String before = text.string().substring(lines.start(line), digits);
    String head = before.strip();
    Page last = pages.get(head + (number - 1));
    Page page = new Page(line, textAbove >= 0, last == null || last.line > textAbove ? null : last);
    page.insideText |= before.contains(WIDE_GAP) || before.indexOf('\t') >= 0;
    pages.put(head + number, page);
    return page;
  }

  private void mark(List<Page> enough) {
    Map<String, Integer> copies = new HashMap<>();
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) <= LONGEST_HEAD) {
        copies.merge(shapes.plain(line), 1, Integer::sum);
      }
    }
    for (Page last : enough) {
      for (Page page = last; page != null && reasons[page.line] == null; page = page.before) {
        reasons[page.line] = Reason.NAVIGATION;
        // At the top of the first page the title may stand there.
        if (page.before != null || page.belowText) {
          markHead(page.line - 1, copies);
          markHead(page.line + 1, copies);
        }
      }
    }
  }

  private void markHead(int line, Map<String, Integer> copies) {
    if (line < lines.count()
        && reasons[line] == null
        && lines.length(line) <= LONGEST_HEAD
        && !shapes.isProse(line)
        && !Chars.isTerminal(lines.lastWeighty(line))
        && copies.getOrDefault(shapes.plain(line), 0) > 1) {
      reasons[line] = Reason.NAVIGATION;
    }
  }
}
