package dev.headnote.text.furniture;

import dev.headnote.Furniture.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what stands at the top and the foot of several pages, where form feeds part them, as in
 * text that was taken out of a PDF: running heads, and the pages' numbers. Text without form feeds
 * is for {@link PageBreaks}. For one thread.
 */
final class FormFeeds extends LinePass {

  /** A head may have the name of a series, a title and a date, each in its line. */
  private static final int MOST_LINES = 3;

  private static final int LONGEST_HEAD = 200;

  private static final int FEWEST = 2;

  /** Two pages may be two copies of one; three that end with the same sentence have a notice. */
  private static final int FEWEST_OF_PROSE = 3;

  /** What parts a head from the page's number in one line. */
  private static final Pattern GAP = Pattern.compile("\\s{3,}|\\t|\\|");

  private static final Pattern NUMBER =
      Pattern.compile("\\W?(?:page|p\\.)?\\s?\\d{1,4}(?:\\s?(?:of|/)\\s?\\d{1,4})?\\W?");

  /** The key of a line that is a page's number and no more. */
  private static final String NUMBER_ALONE = "";

  /** A page's lines, first and last. */
  private record Page(int first, int last) {

    boolean has(int line) {
      return line >= first && line <= last;
    }
  }

  FormFeeds(CopiedLines copy) {
    super(copy);
  }

  /** Marks what at least two pages have at their top or at their foot. */
  void mark() {
    if (text.string().indexOf('\f') < 0) {
      return;
    }
    List<Page> pages = pages();
    for (int step : new int[] {1, -1}) {
      Map<String, Integer> copies = new HashMap<>();
      for (Page page : pages) {
        keys(page, step).forEach(key -> copies.merge(key, 1, Integer::sum));
      }
      for (Page page : pages) {
        int line = step > 0 ? page.first : page.last;
        for (int i = 0; i < MOST_LINES && page.has(line) && isRepeated(line, copies); i++) {
          // At the top of all the title may stand.
          if (line > 0 || key(line).equals(NUMBER_ALONE)) {
            reasons[line] = Reason.NAVIGATION;
          }
          line += step;
        }
      }
    }
  }

  private boolean isRepeated(int line, Map<String, Integer> copies) {
    int fewest = shapes.isProse(line) ? FEWEST_OF_PROSE : FEWEST;
    return lines.length(line) <= LONGEST_HEAD && copies.getOrDefault(key(line), 0) >= fewest;
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

  /**
   * What a page has at one of its ends, each once.
   *
   * @param step 1 for its top, -1 for its foot
   */
  private Set<String> keys(Page page, int step) {
    Set<String> keys = new HashSet<>();
    int line = step > 0 ? page.first : page.last;
    for (int i = 0; i < MOST_LINES && page.has(line); i++) {
      if (lines.length(line) <= LONGEST_HEAD) {
        keys.add(key(line));
      }
      line += step;
    }
    return keys;
  }

  /** By what a line is known again on another page: its words, without the page's number. */
  private String key(int line) {
    StringBuilder key = new StringBuilder();
    for (String part : GAP.split(text.string().substring(lines.start(line), lines.end(line)))) {
      if (!NUMBER.matcher(part.strip().toLowerCase(Locale.ROOT)).matches()) {
        key.append(part.strip());
      }
    }
    return key.toString();
  }
}
