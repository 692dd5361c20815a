package dev.headnote.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds boxes beside an article whose own names say nothing: columns that are much narrower than
 * the one with the page's prose, and boxes of links below a heading such as "More stories". Linear
 * in the page. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
final class SideBoxes {

  /** A class that gives a column's width as a number: what is measured, and the number. */
  private static final Pattern WIDTH =
      Pattern.compile(
          "(?<!\\S)((?:col|span|large|medium|small)(?:-(?:xs|sm|md|lg|xl|xxl))?-?)(\\d{1,2})(?!\\S)");

  private static final int LONGEST_LABEL = 80;

  /** How many labels are looked at; each box may hold the next. */
  private static final int MOST_LABELS = 50;

  private final ElementStats stats;
  private final Element body;
  private final Set<Element> found = SideMatter.identitySet();
  private int labels;

  private SideBoxes(ElementStats stats, Element body) {
    this.stats = stats;
    this.body = body;
  }

  /**
   * Returns the boxes of a page.
   *
   * @param stats the counts of the whole page
   */
  static Set<Element> of(ElementStats stats, Element body) {
    SideBoxes boxes = new SideBoxes(stats, body);
    for (Element heading : body.select("h2, h3, h4, h5, h6")) {
      boxes.seeHeading(heading);
    }
    for (Element column : body.select("[class*=col], [class*=span], .columns")) {
      boxes.seeColumn(column);
    }
    return boxes.found;
  }

  /** Adds what a heading such as "More stories" opens, if each paragraph in it has a link. */
  private void seeHeading(Element heading) {
    int chars = stats.of(heading).chars;
    if (chars == 0 || chars > LONGEST_LABEL || labels == MOST_LABELS) {
      return;
    }
    String label = heading.text();
    if (!RelatedLinks.isRelatedLabel(PlainLine.of(label, 0, label.length()))) {
      return;
    }
    labels++;
    Element box = heading;
    Element above = box.parent();
    while (above != null && above != body && isFirst(box) && isAtMost(0.5, above)) {
      box = above;
      above = box.parent();
    }
    if (box != heading && leadsAway(box)) {
      found.add(box);
    }
  }

  /** Whether no text stands before an element in the one that holds it. */
  private boolean isFirst(Element element) {
    Element before = element.previousElementSibling();
    while (before != null && stats.of(before).chars == 0) {
      before = before.previousElementSibling();
    }
    return before == null;
  }

  /** Whether an element holds at most a share of the page's prose. */
  private boolean isAtMost(double share, Element element) {
    return stats.of(element).proseChars() <= stats.of(body).paragraphChars * share;
  }

  private boolean leadsAway(Element box) {
    long links =
        box.select("a[href]").stream()
            .filter(link -> !link.attr("href").startsWith("#") && stats.of(link).chars > 0)
            .count();
    return links > 0 && links >= stats.of(box).paragraphs;
  }

  /** Adds the columns beside one that holds most of the page's prose, if that is twice as wide. */
  private void seeColumn(Element column) {
    Element row = column.parent();
    if (row == null || isAtMost(0.6, column)) {
      return;
    }
    Map<String, Integer> widths = new HashMap<>();
    forEachWidth(column, widths::putIfAbsent);
    if (widths.isEmpty()) {
      return;
    }
    for (Element other : row.children()) {
      // A column without prose may hold the heading.
      if (other != column && stats.of(other).proseChars() > 0 && isAtMost(0.3, other)) {
        boolean[] narrow = {false};
        forEachWidth(
            other, (kind, width) -> narrow[0] |= widths.getOrDefault(kind, 0) >= width * 2);
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
