package dev.headnote.text.page;

import dev.headnote.text.rule.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the running text in a page. Leaves the page as it is; recursion-free, linear in the page.
 * For one thread.
 */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
public final class MainContent {

  private static final Pattern MAIN =
      Pattern.compile(
          "(?:^|[\\W_])(?:article|articlebody|article-?body|article-?text|article-?content|body|content|"
              + "entry|entry-?content|post|post-?content|post-?body|story|story-?body|story-?content|text|"
              + "main|page|blog|news|column|hentry|maincontent|prose)(?:$|[\\W_])");

  /** A class that tells one of many elements. */
  private static final Pattern NUMBERED = Pattern.compile("(?<!\\S)[^\\s\\d]*+\\d\\S*+");

  /** A class that gives a column's width. */
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?:^|[\\s-])(?:col|cols|columns?|span|grid|large|medium|small)(?:$|[\\s\\d-])");

  private static final int MOST_HEADLINE_WORDS = 40;

  /** How far above a piece of an article its others are looked for. */
  static final int MOST_LEVELS = 8;

  private static final Set<String> IN_TABLES = Set.of("tbody", "tr", "td");

  /** Elements that are of a kind without any class. */
  private static final Set<String> KINDS = Set.of("table", "tr", "article");

  private final PageHead head;
  private final Element body;
  private final ElementStats stats = new ElementStats();

  /** The elements that are passed over, with all that is in them. */
  private final Set<Element> leftOut;

  private final TitleHeading titleHeading;
  private final ArticleParts parts;

  /**
   * @param trustNames whether what the page's classes call side matter is left out
   */
  public MainContent(Document document, PageHead head, boolean trustNames) {
    this.head = head;
    this.body = document.body();
    titleHeading = new TitleHeading(head.title());
    ElementStats whole = new ElementStats();
    whole.measure(body, Set.of());
    SideMatter side = new SideMatter(whole, body, titleHeading, trustNames);
    leftOut = side.find();
    stats.measure(body, leftOut);
    Element title = titleHeading.in(body, leftOut);
    Element above = title == null ? headline() : title;
    Lead lead = null;
    if (above != null) {
      // Where names don't tell what the article is, they still tell what its lead is not.
      lead = lead(above, trustNames ? side : new SideMatter(whole, body, titleHeading, true));
    }
    parts = new ArticleParts(stats, leftOut, body, title, lead);
  }

  /** Returns what looks for the article's lead: behind a menu or a hidden box, not in it. */
  private Lead lead(Element heading, SideMatter side) {
    for (Element above : heading.parents()) {
      if (leftOut.contains(above)) {
        if (!side.mayHoldLead(above)) {
          return new Lead(stats, leftOut, above);
        }
        leftOut.addAll(side.find(above, ArticleParts.withAllAbove(heading)));
        above.children().forEach(child -> stats.measure(child, leftOut));
      }
    }
    return new Lead(stats, leftOut, heading);
  }

  /** Whether there is a paragraph of some length in what isn't passed over. */
  public boolean hasProse() {
    return stats.of(body).paragraphs > 0;
  }

  /**
   * Returns the page's article as paragraphs with a blank line between them.
   *
   * @param positions where text nodes stand in the page's source, or null if none asks for that
   */
  public TracedText extract(@Nullable NodePositions positions) {
    Element top = best();
    Element stated = stated(top);
    List<Element> found = stated == top ? parts.around(top) : List.of(stated);
    Element headline = headline();
    if (headline != null) {
      leftOut.add(headline);
    }
    TracedText out = new TracedText();
    PageRenderer renderer = new PageRenderer(head.title(), leftOut, positions);
    for (Element part : found) {
      thin(part);
      renderer.render(part, out);
    }
    out.stripEnd();
    return out;
  }

  /**
   * Returns the page's one main heading if it has the words of a headline and stands above all
   * paragraphs, or null; also if the page's title is no headline, such as the site's name. Many a
   * page's title has other words, for those who search.
   */
  private @Nullable Element headline() {
    List<Element> found = new ArrayList<>();
    forEach(
        body,
        element -> {
          if (element.normalName().equals("h1") || stats.isParagraph(element)) {
            found.add(element);
          }
        });
    long headings = found.stream().filter(element -> element.normalName().equals("h1")).count();
    if (headings != 1 || !found.get(0).normalName().equals("h1")) {
      return null;
    }
    String text = found.get(0).text();
    int words = text.split(" ").length;
    return words >= Headline.FEWEST_WORDS
            && words <= MOST_HEADLINE_WORDS
            && head.title().split(" ").length >= Headline.FEWEST_WORDS
            && !titleHeading.isLike(text)
        ? found.get(0)
        : null;
  }

  /** Passes over what is left out. */
  private void forEach(Element root, Consumer<Element> action) {
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
              if (leftOut.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              action.accept(element);
            }
            return FilterResult.CONTINUE;
          }
        },
        root);
  }

  // The element that holds the article.

  /** Returns the element with the highest score, or the whole whose piece that is. */
  private Element best() {
    Element scope = scope();
    List<Element> candidates = new ArrayList<>();
    forEach(
        scope,
        element -> {
          if (stats.isParagraph(element)) {
            score(element, scope, candidates);
          }
        });
    Element best = scope;
    double most = 0;
    for (Element candidate : candidates) {
      ElementStats.Stats own = stats.of(candidate);
      double score = own.score * (1 - own.linkDensity());
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return widen(best, scope);
  }

  /**
   * Adds a paragraph's score to the elements around it, the less the farther they are, and those
   * that had none to the candidates. The numbers are after Readability.js
   * (github.com/mozilla/readability).
   */
  private void score(Element paragraph, Element scope, List<Element> candidates) {
    ElementStats.Stats own = stats.of(paragraph);
    double score = 1 + own.commas + Math.min(own.chars / 100.0, 3);
    score *= 1 - own.linkDensity();
    Element around = ElementStats.isLoose(paragraph.normalName()) ? paragraph : paragraph.parent();
    for (int level = 0; level < 5 && around != null; level++) {
      ElementStats.Stats above = stats.of(around);
      if (!above.scored) {
        above.scored = true;
        above.score += weight(around);
        candidates.add(around);
      }
      above.score += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
      around = around == scope ? null : around.parent();
    }
  }

  /**
   * Returns the element that only the article can be in: of several that are marked as articles and
   * have a main heading each, the one whose heading is the title, else the body.
   */
  private Element scope() {
    Element found = null;
    Set<Element> articles = SideMatter.identitySet();
    List<Element> headings = body.select("h1");
    for (Element heading : headings.subList(0, Math.min(PageHead.MOST_HEADINGS, headings.size()))) {
      Element article = heading.parent();
      for (int level = 0;
          level < MOST_LEVELS && article != null && !article.normalName().equals("article");
          level++) {
        article = article.parent();
      }
      if (article != null
          && article.normalName().equals("article")
          && stats.of(article).paragraphChars >= ArticleParts.FEWEST_CHARS) {
        articles.add(article);
        if (found == null && titleHeading.is(heading)) {
          found = article;
        }
      }
    }
    return articles.size() > 1 && found != null ? found : body;
  }

  /**
   * Climbs from a piece of an article that is cut into several to the whole of it. The pieces are
   * neighbours of one kind; whole articles in a list are too, but their headings are links, or the
   * page's main ones.
   */
  private Element widen(Element part, Element scope) {
    Element article = parts.titledArticle();
    Element widest = part;
    Element below = part;
    for (int level = 0; level < MOST_LEVELS && below != scope && below.parent() != null; level++) {
      Element above = below.parent();
      String kind = kind(below);
      int chars = 0;
      boolean titled = false;
      for (Element sibling : above.children()) {
        if (sibling != below
            && !kind.isEmpty()
            && kind.equals(kind(sibling))
            && parts.isPieceOfKind(sibling)
            && !(kind.equals("article") && parts.leadsOn(sibling))) {
          chars += stats.of(sibling).paragraphChars;
          titled |= article != null && (sibling == article || sibling == article.parent());
        }
      }
      if (chars >= ArticleParts.FEWEST_CHARS || titled) {
        widest = above;
      }
      below = above;
    }
    // A table's only part stands beside nothing, but the table may.
    Element holder = widest.parent();
    while (holder != null
        && IN_TABLES.contains(widest.normalName())
        && stats.of(holder).chars == stats.of(widest).chars) {
      widest = holder;
      holder = widest.parent();
    }
    return widest;
  }

  /**
   * Returns an element's name and its classes without those that have a digit. What has none is of
   * no kind, unless it is a table, a row or an article, or holds nothing but an article; nor are
   * columns of different widths of one kind.
   */
  private static String kind(Element element) {
    String classes = element.className();
    String kind = NUMBERED.matcher(classes).replaceAll("").strip();
    String name = element.normalName();
    if (classes.isBlank()) {
      Element only = element.childrenSize() == 1 ? element.firstElementChild() : null;
      boolean wraps = only != null && only.normalName().equals("article");
      return wraps ? "article" : KINDS.contains(name) ? name : "";
    }
    return name + ' ' + (kind.isEmpty() || COLUMN.matcher(classes).find() ? classes : kind);
  }

  /**
   * Returns the element that holds what the page's structured data calls the article, if that is to
   * be seen in the page and is not in the element found; else the element found. Some pages give
   * the article's lead alone: what is much longer is the article then.
   */
  private Element stated(Element found) {
    String articleBody = head.articleBody();
    if (articleBody == null) {
      return found;
    }
    StatedBody stated = new StatedBody(articleBody);
    forEach(
        body,
        element -> {
          if (stats.isParagraph(element)) {
            stated.see(element);
          }
        });
    Element holder = stated.holderBesides(found, body);
    return isLeadOf(found, holder) ? found : holder;
  }

  /** Whether an element is one paragraph, beside which the other is a whole article. */
  private boolean isLeadOf(Element article, Element element) {
    int chars = stats.of(element).chars;
    return stats.isParagraph(element)
        && chars <= Lead.MOST_CHARS
        && stats.of(article).proseChars() >= Math.max(Lead.MOST_CHARS, 4 * chars);
  }

  /** What an element's score begins at, by its tag and its names. */
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
    String names = SideMatter.names(element);
    if (!names.isEmpty()) {
      if (MAIN.matcher(names).find()) {
        weight += 25;
      }
      if (SideMatter.hasSideName(element)) {
        weight -= 25;
      }
    }
    return weight;
  }

  // Inside the article.

  /** Leaves out lists of links and other boxes that don't read like the article. */
  private void thin(Element root) {
    forEach(
        root,
        element -> {
          if (element != root && isBox(element)) {
            leftOut.add(element);
          }
        });
  }

  private boolean isBox(Element element) {
    ElementStats.Stats own = stats.of(element);
    double links = own.linkDensity();
    return switch (element.normalName()) {
      case "ul", "ol", "dl", "table", "div", "section", "form", "header" ->
          links > 0.5 || (links > 0.25 && own.proseChars() == 0 && own.commas < 5 && own.items > 1);
      case "p", "h2", "h3", "h4", "h5", "h6" -> links > 0.9 && own.chars < 200;
      default -> false;
    };
  }
}
