package dev.headnote.text.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of an article stands around the element that holds most of it: siblings that read
 * alike, a question above its answers, a lead below the title, a rest in a box of its own. For one
 * thread.
 */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
final class ArticleParts {

  /** How much running text is a piece of an article, at least. */
  static final int FEWEST_CHARS = 200;

  /** What share of a piece's characters may be linked. */
  private static final double MOST_LINKED = 0.2;

  private static final double MOST_LINKED_OF_KIND = 0.4;

  // What follows is after Readability.js (github.com/mozilla/readability), but for the last.

  /** What share of the best element's score one beside it needs, and what its class adds to its. */
  private static final double SHARE_OF_BEST = 0.2;

  private static final double LEAST_SCORE = 10;

  /** A paragraph beside the best element that is longer, and has few links, belongs to it. */
  private static final int LONG_PARAGRAPH = 80;

  private static final double MOST_LINKED_PARAGRAPH = 0.25;

  private static final double MOST_LINKED_SCORED = 0.3;

  /** What names a box that is about an article and no part of it. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "author|autor|writer|contributor|about|bio|donat|support|subscri|legal|rights|boilerplate|response|"
              + "notice|alert|browser|slogan");

  private static final Set<String> MAY_BE_PIECES = Set.of("section", "article", "table");

  private final ElementStats stats;
  private final Set<Element> leftOut;
  private final Element body;
  private final @Nullable Element title;
  private final @Nullable Lead lead;

  /**
   * @param stats the counts of the page without what is left out
   * @param leftOut the elements that are passed over, with all that is in them
   * @param title the heading that has the words of the page's title, or null
   * @param lead the lead below the heading, or null
   */
  ArticleParts(
      ElementStats stats,
      Set<Element> leftOut,
      Element body,
      @Nullable Element title,
      @Nullable Lead lead) {
    this.stats = stats;
    this.leftOut = leftOut;
    this.body = body;
    this.title = title;
    this.lead = lead;
  }

  /** Returns the article that the title's heading stands in, or null. */
  @Nullable Element titledArticle() {
    return title == null ? null : title.closest("article");
  }

  /** Returns an element and what belongs to it, in the page's order. */
  List<Element> around(Element top) {
    List<Element> opening = opening(top);
    List<Element> closing = closing(top);
    Set<Element> beside = SideMatter.identitySet();
    beside.addAll(opening);
    beside.addAll(closing);
    List<Element> parts = withSiblings(top, beside);
    parts.forEach(beside::remove);
    parts.addAll(0, opening.stream().filter(beside::contains).toList());
    parts.addAll(closing.stream().filter(beside::contains).toList());
    if (lead != null) {
      lead.addTo(parts);
    }
    return parts;
  }

  /**
   * Returns what stands between the title's heading and an element, such as a question above its
   * answers, if it reads like the article. One paragraph alone is looked for as a lead.
   */
  private List<Element> opening(Element top) {
    if (title == null) {
      return List.of();
    }
    Set<Element> aboveTitle = withAllAbove(title);
    List<Element> found = new ArrayList<>();
    Element part = top;
    while (!aboveTitle.contains(part)) {
      Element before = part.previousElementSibling();
      while (before != null && !aboveTitle.contains(before)) {
        if (mayOpen(before)) {
          found.add(before);
        }
        before = before.previousElementSibling();
      }
      Element above = part.parent();
      if (above == null || (before == null && aboveTitle.contains(above))) {
        // The heading stands below.
        return List.of();
      }
      part = above;
    }
    Collections.reverse(found);
    if (part != top) {
      found.addAll(0, behind(title, part));
    }
    return found;
  }

  /** Returns what stands behind a heading in a box of the page and may open an article. */
  private List<Element> behind(Element heading, Element box) {
    List<Element> found = new ArrayList<>();
    Element part = heading;
    Element above = part.parent();
    while (above != null && above != box) {
      for (Element after : part.nextElementSiblings()) {
        if (mayOpen(after)) {
          found.add(after);
        }
      }
      if (leftOut.contains(above)) {
        // Nor is what stands in it.
        found.clear();
      }
      part = above;
      above = part.parent();
    }
    return found;
  }

  /** Returns an element and all that it stands in. */
  static Set<Element> withAllAbove(Element element) {
    Set<Element> found = SideMatter.identitySet();
    for (Element above = element; above != null; above = above.parent()) {
      found.add(above);
    }
    return found;
  }

  private boolean mayOpen(Element element) {
    ElementStats.Stats own = stats.of(element);
    return !leftOut.contains(element)
        && isPiece(element)
        && !isAbout(element)
        && (element.hasClass("question")
            || (own.paragraphs > 1 && own.proseChars() >= FEWEST_CHARS));
  }

  /**
   * Returns what stands below an element in the article whose heading is the title, and reads like
   * that.
   */
  private List<Element> closing(Element top) {
    List<Element> found = new ArrayList<>();
    Element article = titledArticle();
    if (article == null || !top.parents().contains(article)) {
      return List.of();
    }
    for (Element part = top; part != article && part != null; part = part.parent()) {
      Element after = part.nextElementSibling();
      while (after != null) {
        ElementStats.Stats own = stats.of(after);
        if (!leftOut.contains(after)
            && own.proseChars() >= FEWEST_CHARS
            && own.items == 0
            && isPiece(after)
            && !isAbout(after)
            && after.selectFirst("h2, h3, h4") == null) {
          found.add(after);
        }
        after = after.nextElementSibling();
      }
    }
    return found;
  }

  /**
   * Returns an element and those of its siblings that belong to it.
   *
   * @param beside others that do
   */
  private List<Element> withSiblings(Element top, Set<Element> beside) {
    Element parent = top.parent();
    if (top == body || parent == null) {
      return new ArrayList<>(List.of(top));
    }
    List<Element> parts = new ArrayList<>();
    boolean teasers = isTeaser(top);
    for (Element sibling : parent.children()) {
      boolean belongs = beside.contains(sibling) || scoresLike(top, sibling) || readsOn(sibling);
      if (sibling == top || (belongs && (teasers || !isTeaser(sibling)))) {
        parts.add(sibling);
      }
    }
    return parts;
  }

  /** Whether an element's score is not far below the best one's, less so if it has its class. */
  private boolean scoresLike(Element best, Element element) {
    ElementStats.Stats own = stats.of(element);
    if (!own.scored || own.paragraphs == 0 || own.linkDensity() >= MOST_LINKED_SCORED) {
      return false;
    }
    double share = SHARE_OF_BEST * stats.of(best).score;
    boolean sameClass =
        !element.className().isEmpty() && element.className().equals(best.className());
    return own.score * (1 - own.linkDensity()) + (sameClass ? share : 0)
        >= Math.max(LEAST_SCORE, share);
  }

  /** Whether an element is a long paragraph, or a piece of an article by its tag and its text. */
  private boolean readsOn(Element element) {
    ElementStats.Stats own = stats.of(element);
    String name = element.normalName();
    return (name.equals("p")
            && own.chars > LONG_PARAGRAPH
            && own.linkDensity() < MOST_LINKED_PARAGRAPH)
        || (MAY_BE_PIECES.contains(name) && own.proseChars() >= FEWEST_CHARS && isPiece(element));
  }

  static boolean isAbout(Element element) {
    return ABOUT.matcher(SideMatter.names(element)).find();
  }

  /** Whether an element is another article in short: all its headings lead there. */
  private boolean isTeaser(Element element) {
    List<Element> headings = element.select("h2, h3, h4");
    return element.normalName().equals("article")
        && !headings.isEmpty()
        && headings.stream().allMatch(this::leadsElsewhere);
  }

  /** Whether an element reads like a piece of an article, and not like another one. */
  boolean isPiece(Element element) {
    return isPiece(element, MOST_LINKED);
  }

  /**
   * The same, for one of the same kind as a piece: short posts have many links for their length.
   */
  boolean isPieceOfKind(Element element) {
    return isPiece(element, MOST_LINKED_OF_KIND);
  }

  private boolean isPiece(Element element, double mostLinked) {
    ElementStats.Stats own = stats.of(element);
    return own.paragraphChars > 0
        && own.linkDensity() < mostLinked
        && hasNoTitle(element)
        && element.select("h2, h3, h4").stream().noneMatch(this::leadsElsewhere);
  }

  /** Whether an element ends with a link by itself, such as "More", that leads to another page. */
  boolean leadsOn(Element element) {
    Element last = element.select("a[href]").last();
    if (last == null || last.attr("href").startsWith("#")) {
      return false;
    }
    String link = last.text();
    Element holder = Objects.requireNonNull(last.parent());
    return !link.isEmpty()
        && element.text().endsWith(link)
        && (holder == element
            || holder.normalName().equals("article")
            || stats.of(holder).chars == stats.of(last).chars);
  }

  /** Whether an element has no main heading, or none but the page's only one. */
  private boolean hasNoTitle(Element element) {
    Element heading = element.selectFirst("h1");
    return heading == null || (heading == title && body.select("h1").size() == 1);
  }

  /** Whether a heading is a link, but not to itself. */
  private boolean leadsElsewhere(Element heading) {
    return stats.of(heading).linkDensity() > 0.5
        && heading.children().stream().noneMatch(child -> child.attr("href").contains("#"));
  }
}
