package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import dev.headnote.text.chars.Chars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what stands at the top and the foot of several pages, where form feeds part them, as in
 * text that was taken out of a PDF: the pages' numbers, and running heads. Text without form feeds
 * is for {@link PageBreaks}. For one thread.
 */
final class FormFeeds extends LinePass {

  /** A head may have the name of a series, a title and a date, each in its line. */
  private static final int MOST_LINES = 3;

  /** A page's number may stand beside or above the last line of a notice. */
  private static final int MOST_LINES_WITH_NUMBER = 2;

  private static final int LONGEST_HEAD = 200;

  /** Fewer pages may have numbers that count on by chance. */
  private static final int FEWEST_NUMBERED = 3;

  /** So many pages, or every third of more, must have a number, or a sentence, to mark it. */
  private static final int SHARE = 3;

  private static final int FEWEST_OF_TEXT = 3;
  private static final int FEWEST_OF_HEAD = 2;

  /** A year, an amount or a section's number has more digits, or signs between them. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,§])\\d{1,5}(?!\\d|[.,]\\d)");

  /** What parts a head from the page's number in one line. */
  private static final Pattern GAP = Pattern.compile("\\s{3,}|\\t|\\|");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]*");

  /** A page's lines, first and last. */
  private record Page(int first, int last) {

    /** Up to so many of its lines from its top (1) or its foot (-1) on. */
    IntStream lines(int step, int most) {
      int from = step > 0 ? first : last;
      return IntStream.range(0, Math.min(most, last - first + 1)).map(i -> from + step * i);
    }
  }

  FormFeeds(CopiedLines copy) {
    super(copy);
  }

  /** Marks the numbers of the pages, and what at least two have at their top or at their foot. */
  void mark() {
    if (text.string().indexOf('\f') < 0) {
      return;
    }
    List<Page> pages = pages();
    for (int step : new int[] {1, -1}) {
      markNumbers(pages, step);
      markHeads(pages, step);
    }
  }

  private List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    int first = 0;
    for (int line = 1; line <= lines.count(); line++) {
      if (line == lines.count() || feeds(line)) {
        pages.add(new Page(first, line - 1));
        first = line;
      }
    }
    return pages;
  }

  /** Whether a form feed stands between a line and the one above. */
  private boolean feeds(int line) {
    for (int i = lines.end(line - 1); i < lines.start(line); i++) {
      if (text.at(i) == '\f') {
        return true;
      }
    }
    return false;
  }

  /** Marks lines with a number that goes up by one from page to page, as those of most pages do. */
  private void markNumbers(List<Page> pages, int step) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      Set<Integer> offsets = new HashSet<>();
      int at = page;
      pages
          .get(page)
          .lines(step, MOST_LINES_WITH_NUMBER)
          .forEach(l -> offsets.addAll(offsets(l, at)));
      offsets.forEach(offset -> counts.merge(offset, 1, Integer::sum));
    }
    int fewest = Math.max(FEWEST_NUMBERED, pages.size() / SHARE);
    for (int page = 0; page < pages.size(); page++) {
      int at = page;
      pages
          .get(page)
          .lines(step, MOST_LINES_WITH_NUMBER)
          .filter(
              line -> offsets(line, at).stream().anyMatch(o -> counts.getOrDefault(o, 0) >= fewest))
          .forEach(line -> reasons[line] = Reason.NAVIGATION);
    }
  }

  /** By how much the numbers of a line are above that of its page in the text. */
  private Set<Integer> offsets(int line, int page) {
    Set<Integer> offsets = new HashSet<>();
    if (isShort(line) && !shapes.isProse(line)) {
      for (Matcher number = NUMBER.matcher(string(line)); number.find(); ) {
        offsets.add(Integer.parseInt(number.group()) - page);
      }
    }
    return offsets;
  }

  /** Marks what is repeated, down from the top and up from the foot. */
  private void markHeads(List<Page> pages, int step) {
    Map<String, Integer> copies = new HashMap<>();
    for (Page page : pages) {
      Set<String> keys = new HashSet<>();
      page.lines(step, MOST_LINES).filter(this::isShort).forEach(line -> keys.add(key(line)));
      keys.forEach(key -> copies.merge(key, 1, Integer::sum));
    }
    for (Page page : pages) {
      // At the top of all the title may stand.
      if (step < 0 || page.first > 0) {
        page.lines(step, MOST_LINES)
            .takeWhile(
                line ->
                    reasons[line] == Reason.NAVIGATION || isRepeated(line, copies, pages.size()))
            .forEach(line -> reasons[line] = Reason.NAVIGATION);
      }
    }
  }

  private boolean isShort(int line) {
    return lines.length(line) <= LONGEST_HEAD;
  }

  private boolean isRepeated(int line, Map<String, Integer> copies, int pages) {
    if (!isShort(line)) {
      return false;
    }
    String key = key(line);
    int fewest = mayBeOfText(line) ? Math.max(FEWEST_OF_TEXT, pages / SHARE) : FEWEST_OF_HEAD;
    return !key.isEmpty() && copies.getOrDefault(key, 0) >= fewest;
  }

  /** Whether a line may end a paragraph or open an item, but for a long head's ellipsis. */
  private boolean mayBeOfText(int line) {
    char last = text.at(lines.end(line) - 1);
    return last != '\u2026'
        && (shapes.isProse(line)
            || Chars.isLower(lines.first(line))
            || "*\u2022".indexOf(lines.first(line)) >= 0
            || Chars.isTerminal(last)
            || ",;:".indexOf(last) >= 0);
  }

  /** By what a line is known again on another page: its words, without numbers beside them. */
  private String key(int line) {
    StringBuilder key = new StringBuilder();
    for (String part : GAP.split(string(line))) {
      if (!NO_WORD.matcher(part).matches()) {
        key.append(part.strip()).append('\n');
      }
    }
    return key.toString();
  }

  private String string(int line) {
    return text.string().substring(lines.start(line), lines.end(line));
  }
}
