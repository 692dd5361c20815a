package dev.headnote.text.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds columns beside an article whose own names say nothing: those that are much narrower than
 * the one with the page's prose, and stand behind it. Linear in the page. For one thread.
 */
final class SideColumns {

  /** A class that gives a column's width as a number: what is measured, and the number. */
  private static final Pattern WIDTH =
      Pattern.compile(
          "(?<!\\S)((?:col|span|large|medium|small)(?:-(?:xs|sm|md|lg|xl|xxl))?-?)(\\d{1,2})(?!\\S)");

  /** Columns that are wider together stand below each other. */
  private static final int ROW = 12;

  private final ElementStats stats;
  private final Element body;
  private final Set<Element> found = SideMatter.identitySet();

  private SideColumns(ElementStats stats, Element body) {
    this.stats = stats;
    this.body = body;
  }

  /**
   * Returns the columns of a page.
   *
   * @param stats the counts of the whole page
   */
  static Set<Element> of(ElementStats stats, Element body) {
    SideColumns columns = new SideColumns(stats, body);
    for (Element column : body.select("[class*=col], [class*=span], .columns")) {
      columns.seeColumn(column);
    }
    return columns.found;
  }

  /** Whether an element holds at most a share of the page's prose. */
  private boolean isAtMost(double share, Element element) {
    return stats.of(element).proseChars() <= stats.of(body).paragraphChars * share;
  }

  /** Adds the columns behind one that holds most of the page's prose, if that is twice as wide. */
  private void seeColumn(Element column) {
    if (isAtMost(0.6, column)) {
      return;
    }
    Map<String, Integer> widths = new HashMap<>();
    forEachWidth(column, widths::putIfAbsent);
    if (widths.isEmpty()) {
      return;
    }
    for (Element other : column.nextElementSiblings()) {
      if (isAtMost(0.3, other)) {
        boolean[] narrow = {false};
        forEachWidth(
            other,
            (kind, width) -> {
              int wide = widths.getOrDefault(kind, 0);
              narrow[0] |= wide >= width * 2 && wide + width <= ROW;
            });
        if (narrow[0]) {
          found.add(other);
        }
      }
    }
  }

  private static void forEachWidth(Element column, BiConsumer<String, Integer> action) {
    Matcher width = WIDTH.matcher(column.className());
    while (width.find()) {
      action.accept(width.group(1), Integer.parseInt(width.group(2)));
    }
  }
}
