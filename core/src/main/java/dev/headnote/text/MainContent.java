package dev.headnote.text;

import dev.headnote.text.Furniture.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the running text in a page. Changes the page; recursion-free, linear in the page. */
final class MainContent {

  private static final Set<String> NEVER =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "applet",
          "link",
          "input",
          "button",
          "select",
          "textarea",
          "nav",
          "aside",
          "footer",
          "canvas",
          "map",
          "dialog",
          "menu",
          "option",
          "video",
          "audio",
          "head",
          "math",
          "label",
          "figcaption");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "blockquote",
          "body",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figure",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "th",
          "tr",
          "ul",
          "details",
          "summary",
          "html",
          "hgroup",
          "thead",
          "tfoot",
          "caption");

  private static final Pattern SIDE =
      Pattern.compile(
          "(?:^|[\\W_])(?<!with-|has-|no-|w-|without-)(?:comments?|disqus|share|sharing|social|related|recirc\\w*|recommend\\w*|promo\\w*|"
              + "newsletter|subscri\\w+|signup|sign-up|cookies?|consent|gdpr|banner|sidebar|side-bar|"
              + "advert\\w*|ads?|sponsor\\w*|outbrain|taboola|breadcrumbs?|pagination|pager|popup|"
              + "modal|overlay|toolbar|tags?|tag-?list|byline|author-?bio|author-?info|bio|trending|"
              + "most-?read|most-?popular|popular|navigation|nav|navbar|menu|footer|masthead|widgets?|"
              + "print-only|hidden|visually-hidden|sr-only|screen-reader\\w*|skip-?link|more-?stories|"
              + "read-?more|readmore|also-?read|see-?also|follow\\w*|rating|login|paywall|credits?|caption|"
              + "copyright|disclaimer|toc|infobox|navbox|reflist|editsection|mw-jump-link|noprint|"
              + "timestamp|dateline|article-?meta|post-?meta|entry-?meta|meta|metadata|story-?meta|"
              + "tooltip|popover|rollover|flyout|dropdown|hovercard|hover-card|next-?post|prev-?post|post-?nav\\w*|teaser|upnext|playlist)(?:$|[\\W_])");

  private static final Pattern MAIN =
      Pattern.compile(
          "(?:^|[\\W_])(?:article|articlebody|article-?body|article-?text|article-?content|body|content|"
              + "entry|entry-?content|post|post-?content|post-?body|story|story-?body|story-?content|text|"
              + "main|page|blog|news|column|hentry|maincontent|prose)(?:$|[\\W_])");

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s{0,3}:\\s{0,3}none|visibility\\s{0,3}:\\s{0,3}hidden");

  private static final class Stats {
    int chars;
    int linked;
    int commas;
    int paragraphs;
    int paragraphChars;
    int items;
    int own;
    double score;
    boolean scored;

    double linkDensity() {
      return chars == 0 ? 0 : (double) linked / chars;
    }
  }

  private final Map<Element, Stats> stats = new IdentityHashMap<>();
  private final Set<Element> aboveHeading = Collections.newSetFromMap(new IdentityHashMap<>());
  private final String title;
  private final boolean trustNames;

  private MainContent(String title, boolean trustNames) {
    this.title = title;
    this.trustNames = trustNames;
  }

  /**
   * Returns the page's article as paragraphs with a blank line between them.
   *
   * @param trustNames whether what the page's classes call side matter is left out
   */
  static String of(Document document, String title, boolean trustNames) {
    return new MainContent(title, trustNames).extract(document);
  }

  private String extract(Document document) {
    Element body = document.body();
    measure(body);
    findHeading(body);
    removeSideMatter(body);
    stats.clear();
    measure(body);
    Element top = best(body);
    List<Element> parts = withSiblings(top, body);
    StringBuilder out = new StringBuilder();
    for (Element part : parts) {
      thin(part, part == top);
      new Renderer(title).render(part, out);
    }
    return out.toString().strip();
  }

  private Stats of(Element element) {
    return stats.computeIfAbsent(element, key -> new Stats());
  }

  // Measuring.

  private void measure(Element root) {
    NodeTraversor.traverse(
        new NodeVisitor() {
          private int links;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              if (node.parent() instanceof Element parent) {
                count(of(parent), text.getWholeText(), links > 0);
              }
            } else if (node instanceof Element element && element.normalName().equals("a")) {
              links++;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
              return;
            }
            if (element.normalName().equals("a")) {
              links--;
            }
            Stats own = of(element);
            String name = element.normalName();
            if (name.equals("p") || name.equals("blockquote") || name.equals("pre")) {
              if (own.chars - own.linked >= 50) {
                own.paragraphs++;
                own.paragraphChars += own.chars;
              }
            } else if (name.equals("li")) {
              own.items++;
            } else if (isLoose(name) && own.own - own.linked >= 80) {
              own.paragraphs++;
              own.paragraphChars += own.own;
            }
            if (element != root && element.parent() != null) {
              Stats parent = of(element.parent());
              parent.chars += own.chars;
              parent.linked += own.linked;
              parent.commas += own.commas;
              parent.paragraphs += own.paragraphs;
              parent.paragraphChars += own.paragraphChars;
              parent.items += own.items;
              if (!BLOCKS.contains(name)) {
                parent.own += own.chars;
              }
            }
          }
        },
        root);
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

  // Side matter.

  private void removeSideMatter(Element body) {
    int all = of(body).paragraphChars;
    List<Element> side = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && element != body && isSide(element, all)) {
              side.add(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }
        },
        body);
    for (Element element : side) {
      element.remove();
    }
  }

  /** Remembers what the title's heading stands in: that is no side matter. */
  private void findHeading(Element body) {
    Element heading = body.selectFirst("h1");
    if (heading == null || title.isEmpty() || !title.startsWith(heading.text().strip())) {
      return;
    }
    for (Element above = heading.parent(); above != null; above = above.parent()) {
      if (of(above).paragraphs > 0) {
        aboveHeading.add(above);
      }
    }
  }

  private boolean isSide(Element element, int all) {
    String name = element.normalName();
    if (NEVER.contains(name) || isHidden(element)) {
      return true;
    }
    Stats own = of(element);
    if (aboveHeading.contains(element)) {
      return false;
    }
    if (name.equals("header") || name.equals("form")) {
      return own.paragraphChars * 10L < all * 2L || own.paragraphs == 0;
    }
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    if (!role.isEmpty()
        && Set.of(
                "navigation",
                "complementary",
                "banner",
                "contentinfo",
                "search",
                "dialog",
                "menu",
                "alert")
            .contains(role)) {
      return own.paragraphChars * 10L < all * 4L;
    }
    String names = trustNames ? names(element) : "";
    if (names.isEmpty() || !SIDE.matcher(names).find()) {
      return false;
    }
    if (name.equals("html")
        || name.equals("body")
        || name.equals("article")
        || name.equals("main")) {
      return false;
    }
    // Whatever its name, what holds much of the page's prose is no side matter.
    return own.paragraphChars * 10L < all * 3L || own.paragraphs == 0;
  }

  private static String names(Element element) {
    String id = element.id();
    String classes = element.className();
    if (id.isEmpty() && classes.isEmpty()) {
      return "";
    }
    String both = classes + ' ' + id;
    return splitCamel(both.length() > 300 ? both.substring(0, 300) : both);
  }

  private static String splitCamel(String names) {
    StringBuilder split = new StringBuilder(names.length() + 8);
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1))) {
        split.append('-');
      }
      split.append(Character.toLowerCase(c));
    }
    return split.toString();
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.length() < 2000
        && HIDDEN.matcher(style.toLowerCase(Locale.ROOT)).find();
  }

  // The element that holds the article.

  private Element best(Element body) {
    List<Element> candidates = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && isParagraph(element)) {
            Stats own = of(element);
            double score = 1 + own.commas + Math.min(own.chars / 100.0, 3);
            score *= 1 - own.linkDensity();
            Element ancestor = isLoose(element.normalName()) ? element : element.parent();
            for (int level = 0; level < 5 && ancestor != null; level++) {
              Stats above = of(ancestor);
              if (!above.scored) {
                above.scored = true;
                above.score += weight(ancestor);
                candidates.add(ancestor);
              }
              above.score += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
              if (ancestor == body) {
                break;
              }
              ancestor = ancestor.parent();
            }
          }
        },
        body);
    Element best = body;
    double most = 0;
    for (Element candidate : candidates) {
      Stats own = of(candidate);
      double score = own.score * (1 - own.linkDensity());
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return widen(best, body);
  }

  /**
   * Climbs from a piece of an article that is cut into several to the whole of it. The pieces are
   * neighbours of one class; whole articles in a list are too, but have headings of their own.
   */
  private Element widen(Element part, Element body) {
    Element widest = part;
    Element below = part;
    for (int level = 0; level < 4 && below != body && below.parent() != null; level++) {
      Element above = below.parent();
      for (Element sibling : above.children()) {
        if (sibling != below
            && !below.className().isEmpty()
            && sibling.className().equals(below.className())
            && !sibling.normalName().equals("article")
            && of(sibling).paragraphChars >= 200
            && of(sibling).linkDensity() < 0.2
            && sibling.selectFirst("h1, h2, h3, article, time") == null) {
          widest = above;
          break;
        }
      }
      below = above;
    }
    return widest;
  }

  private boolean isParagraph(Element element) {
    Stats own = of(element);
    if (own.chars < 25) {
      return false;
    }
    return switch (element.normalName()) {
      case "p", "pre", "blockquote" -> true;
      default -> isLoose(element.normalName()) && own.own - own.linked >= 80;
    };
  }

  /** Elements that some pages write running text into without paragraphs. */
  private static boolean isLoose(String name) {
    return switch (name) {
      case "div", "section", "td", "article", "center", "main", "body", "form" -> true;
      default -> false;
    };
  }

  private static double weight(Element element) {
    double weight =
        switch (element.normalName()) {
          case "article", "main" -> 25;
          case "div", "section" -> 5;
          case "pre", "td", "blockquote" -> 3;
          case "ol", "ul", "dl", "li", "form", "address" -> -3;
          default -> 0;
        };
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      weight += 60;
    }
    String names = names(element);
    if (!names.isEmpty()) {
      if (MAIN.matcher(names).find()) {
        weight += 25;
      }
      if (SIDE.matcher(names).find()) {
        weight -= 25;
      }
    }
    return weight;
  }

  private List<Element> withSiblings(Element top, Element body) {
    Element parent = top.parent();
    if (top == body || parent == null) {
      return List.of(top);
    }
    List<Element> parts = new ArrayList<>();
    double topScore = of(top).score;
    double threshold = Math.max(10, topScore * 0.2);
    for (Element sibling : parent.children()) {
      Stats own = of(sibling);
      boolean keep = sibling == top;
      if (!keep && own.scored) {
        double bonus =
            !sibling.className().isEmpty() && sibling.className().equals(top.className())
                ? topScore * 0.2
                : 0;
        keep = own.score * (1 - own.linkDensity()) + bonus >= threshold && own.linkDensity() < 0.3;
      }
      if (!keep && sibling.normalName().equals("p")) {
        keep = own.chars > 80 && own.linkDensity() < 0.25;
      }
      if (keep) {
        parts.add(sibling);
      }
    }
    return parts;
  }

  // Inside the article.

  /** Takes out lists of links and other boxes that don't read like the article. */
  private void thin(Element root, boolean main) {
    List<Element> boxes = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && element != root && isBox(element)) {
              boxes.add(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }
        },
        root);
    for (Element element : boxes) {
      element.remove();
    }
  }

  private boolean isBox(Element element) {
    Stats own = of(element);
    String name = element.normalName();
    double links = own.linkDensity();
    switch (name) {
      case "ul", "ol", "dl", "table", "div", "section", "form", "header" -> {
        if (own.chars == 0) {
          return false;
        }
        return links > 0.5
            || (links > 0.25 && own.paragraphs == 0 && own.commas < 5 && own.items > 1);
      }
      case "p", "li", "h2", "h3", "h4", "h5", "h6" -> {
        return links > 0.9 && own.chars < 200 && own.chars > 0 && !name.equals("li");
      }
      default -> {
        return false;
      }
    }
  }

  /** Writes the text of elements, a paragraph a block. */
  private static final class Renderer {

    /** Rows of more cells than this are written a cell a paragraph. */
    private static final int MOST_CELLS = 30;

    private static final int LONGEST_CELL = 60;

    private final String title;
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder headings = new StringBuilder();
    private int heading;
    private int preformatted;

    Renderer(String title) {
      this.title = title.isEmpty() ? "" : LineRules.plain(title, 0, title.length());
    }

    void render(Element root, StringBuilder out) {
      NodeTraversor.traverse(
          new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
              if (node instanceof TextNode text) {
                append(text.getWholeText());
              } else if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("br")) {
                  trimEnd();
                  paragraph.append('\n');
                } else if (isCellOfRow(element)) {
                  trimEnd();
                  paragraph.append('\t');
                } else if (BLOCKS.contains(name)) {
                  flush(out);
                  heading += isHeading(name) ? 1 : 0;
                  preformatted += name.equals("pre") ? 1 : 0;
                }
              }
            }

            @Override
            public void tail(Node node, int depth) {
              if (node instanceof Element element
                  && BLOCKS.contains(element.normalName())
                  && !isCellOfRow(element)) {
                flush(out);
                heading -= isHeading(element.normalName()) ? 1 : 0;
                preformatted -= element.normalName().equals("pre") ? 1 : 0;
              }
            }
          },
          root);
      flush(out);
    }

    private static boolean isHeading(String name) {
      return name.length() == 2 && name.charAt(0) == 'h' && Chars.isDigit(name.charAt(1));
    }

    /** Whether an element is a cell of a table of short values, whose rows are lines. */
    private static boolean isCellOfRow(Element element) {
      String name = element.normalName();
      if (!name.equals("td") && !name.equals("th")) {
        return false;
      }
      Element row = element.parent();
      if (row == null) {
        return false;
      }
      int cells = 0;
      Element cell = row.firstElementChild();
      while (cell != null && isShortCell(cell)) {
        cells++;
        cell = cells <= MOST_CELLS ? cell.nextElementSibling() : null;
      }
      return cell == null && cells >= 2 && cells <= MOST_CELLS;
    }

    private static boolean isShortCell(Element cell) {
      int chars = 0;
      int nodes = 0;
      Node node = cell.firstChild();
      while (node != null && chars <= LONGEST_CELL && nodes <= MOST_CELLS) {
        if (node instanceof TextNode text) {
          chars += text.getWholeText().length();
        } else if (node instanceof Element element) {
          if (element.firstElementChild() != null || BLOCKS.contains(element.normalName())) {
            return false;
          }
          chars += element.ownText().length();
        }
        nodes++;
        node = node.nextSibling();
      }
      return node == null && chars <= LONGEST_CELL;
    }

    private void append(String text) {
      if (preformatted > 0) {
        paragraph.append(text);
        return;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Chars.isBlank(c)) {
          int last = paragraph.length() - 1;
          if (last >= 0 && !Chars.isBlank(paragraph.charAt(last))) {
            paragraph.append(' ');
          }
        } else {
          paragraph.append(c);
        }
      }
    }

    private void trimEnd() {
      int length = paragraph.length();
      while (length > 0 && paragraph.charAt(length - 1) == ' ') {
        length--;
      }
      paragraph.setLength(length);
    }

    private void flush(StringBuilder out) {
      String text = paragraph.toString().strip();
      paragraph.setLength(0);
      if (text.isEmpty()) {
        return;
      }
      if (text.length() <= LineRules.LONGEST) {
        String plain = LineRules.plain(text, 0, text.length());
        if (plain.equals(title) || isFurniture(LineRules.of(plain))) {
          return;
        }
      }
      if (heading > 0) {
        // A heading stays only if text follows.
        headings.append(text).append("\n\n");
        return;
      }
      out.append(headings).append(text).append("\n\n");
      headings.setLength(0);
    }

    private static boolean isFurniture(@Nullable Reason reason) {
      return reason == Reason.ADVERTISEMENT
          || reason == Reason.SHARE_BAR
          || reason == Reason.RELATED_LINK
          || reason == Reason.PROMOTION
          || reason == Reason.SHORTCODE
          || reason == Reason.SEPARATOR;
    }
  }
}
