package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** How much text, linked text and running text each element of a page holds. For one thread. */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
final class ElementStats {

  /** The counts of one element, with all that is in it. */
  static final class Stats {
    int chars;
    int linked;
    int commas;
    int paragraphs;
    int paragraphChars;
    int items;

    /** How many links it holds, with text or without. */
    int links;

    /** Of the paragraphs' characters those of items and captions of some length, without a p. */
    int listedChars;

    /** Characters that stand in no block inside it. */
    int own;

    double score;
    boolean scored;

    /** The characters of the paragraphs that are no items and no captions. */
    int proseChars() {
      return paragraphChars - listedChars;
    }

    double linkDensity() {
      return chars == 0 ? 0 : (double) linked / chars;
    }
  }

  private static final Set<String> BLOCKS =
      Set.of(
          ("address article blockquote body center dd div dl dt fieldset figcaption figure form"
                  + " h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th tr ul details"
                  + " summary html hgroup thead tfoot caption")
              .split(" "));

  private final IdentityHashMap<Element, Stats> stats = new IdentityHashMap<>();

  Stats of(Element element) {
    return stats.computeIfAbsent(element, key -> new Stats());
  }

  /** Whether an element is a link, by script too, and not only the place that one leads to. */
  static boolean isLink(Element element) {
    if (!element.normalName().equals("a")) {
      return false;
    }
    int names = (element.hasAttr("name") ? 1 : 0) + (element.hasAttr("id") ? 1 : 0);
    return element.hasAttr("href") || element.attributesSize() > names;
  }

  static boolean isBlock(String name) {
    return BLOCKS.contains(name);
  }

  /** Elements that some pages write running text into without paragraphs. */
  static boolean isLoose(String name) {
    return switch (name) {
      case "div", "section", "td", "article", "center", "main", "body", "form" -> true;
      default -> isListed(name);
    };
  }

  private static boolean isListed(String name) {
    return switch (name) {
      case "figcaption", "li", "dd" -> true;
      default -> false;
    };
  }

  /** Whether an element holds running text of its own. */
  boolean isParagraph(Element element) {
    Stats own = of(element);
    if (own.chars < 25) {
      return false;
    }
    return switch (element.normalName()) {
      case "p", "pre", "blockquote" -> true;
      default -> isLoose(element.normalName()) && own.own - own.linked >= 80;
    };
  }

  /**
   * Counts what an element holds, itself and each below it.
   *
   * @param leftOut elements that are passed over with all that is in them
   */
  void measure(Element root, Set<Element> leftOut) {
    NodeTraversor.filter(
        new NodeFilter() {
          private int links;

          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
              if (node.parent() instanceof Element parent) {
                count(of(parent), text.getWholeText(), links > 0);
              }
            } else if (node instanceof Element element) {
              if (leftOut.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              links += isLink(element) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
              links -= isLink(element) ? 1 : 0;
              close(element, root);
            }
            return FilterResult.CONTINUE;
          }
        },
        root);
  }

  /** Finishes an element's counts and adds them to its parent's. */
  private void close(Element element, Element root) {
    Stats own = of(element);
    String name = element.normalName();
    own.items += name.equals("li") ? 1 : 0;
    if (name.equals("p") || name.equals("blockquote") || name.equals("pre")) {
      if (own.chars - own.linked >= 50) {
        own.paragraphs++;
        own.paragraphChars += own.chars;
      }
    } else if (isLoose(name) && own.own - own.linked >= 80) {
      own.paragraphs++;
      own.paragraphChars += own.own;
      own.listedChars += isListed(name) ? own.own : 0;
    }
    if (element != root && element.parent() != null) {
      Stats parent = of(element.parent());
      parent.chars += own.chars;
      parent.linked += own.linked;
      parent.commas += own.commas;
      parent.paragraphs += own.paragraphs;
      parent.paragraphChars += own.paragraphChars;
      parent.listedChars += own.listedChars;
      parent.items += own.items;
      parent.links += own.links + (isLink(element) ? 1 : 0);
      if (!isBlock(name)) {
        parent.own += own.own;
      }
    }
  }

  private static void count(Stats stats, String text, boolean linked) {
    boolean space = true;
    int chars = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isBlank(c)) {
        if (!space) {
          chars++;
        }
        space = true;
      } else {
        chars++;
        space = false;
        if (c == ',' || c == '\uFF0C' || c == '\u3001' || c == '\u060C' || c == '\u3002') {
          stats.commas++;
        }
      }
    }
    stats.chars += chars;
    stats.own += chars;
    if (linked) {
      stats.linked += chars;
    }
  }
}
