package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.LineRules;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds an article's lead: the paragraph between the title's heading and the text that tells in
 * whole sentences what the article is about. Templates set it apart, often with a picture below.
 * For one thread.
 */
@SuppressWarnings("ReferenceEquality") // Elements are equal to themselves alone.
final class Lead {

  static final int MOST_CHARS = 1000;

  /** A lead right behind the heading that is named so, or a heading, has no fewer characters. */
  private static final int FEWEST_CHARS = 40;

  /** Nor has any other these; a heading of as many is a lead without a full stop, too. */
  private static final int LONG = 100;

  /** How many elements are right behind the heading. */
  private static final int NEAR = 3;

  /** What share of a lead's characters may be linked. */
  private static final double MOST_LINKED = 0.2;

  /** How many elements below the heading are looked at. */
  private static final int MOST_ABOVE = 300;

  /** What pages call a lead, or the box around it. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:^|[\\W_])(?<!(?:ai|blog|box|card|figure|image|img|lead|media|photo|pic|picture|product"
              + "|share|site|video)[-_]{1,2})(?:(?:article|content|entry|page|post|story)-?)?"
              + "(?:abstract|chapo|dek|deck|description|excerpt|ingress|intro(?:duction)?|lead|lede"
              + "|standfirst|strapline|sub-?head(?:er|ing|line)?|sub-?title|summary|tagline|teaser"
              + "|vorspann)(?:$|[\\W_])(?<!lead[-_](?=art|form|gen|ima?ge?|media|photo|pic|video))");

  private final ElementStats stats;
  private final Set<Element> leftOut;
  private final Element title;
  private final Set<Element> aboveTitle;

  /**
   * @param stats the counts of the page without what is left out, but with that around the heading
   * @param leftOut the elements that are no part of the article
   * @param title the title's heading, or the menu or hidden box that it stands in
   */
  Lead(ElementStats stats, Set<Element> leftOut, Element title) {
    this.stats = stats;
    this.leftOut = leftOut;
    this.title = title;
    this.aboveTitle = ArticleParts.withAllAbove(title);
  }

  /** Adds the lead, if there is one, before the first of an article's parts behind the heading. */
  void addTo(List<Element> parts) {
    Set<Element> known = SideMatter.identitySet();
    known.addAll(parts);
    Element lead = null;
    boolean below = false;
    Element at = behind(title);
    for (int seen = 0; at != null && !known.contains(at) && seen < MOST_ABOVE; seen++) {
      boolean heading = PageRenderer.isHeading(at.normalName());
      if (!below
          && (lead == null || (isParagraph(at) && !isParagraph(lead)))
          && stats.of(at).chars >= (seen < NEAR ? FEWEST_CHARS : LONG)
          && isLead(at)) {
        lead = at;
      }
      // What stands below another heading is that one's.
      below |= heading && at != lead;
      Element inside = leftOut.contains(at) ? null : at.firstElementChild();
      at = inside == null ? behind(at) : inside;
    }
    if (lead != null
        && at != null
        && known.contains(at)
        && !ArticleParts.withAllAbove(at).contains(lead)
        && Collections.disjoint(known, ArticleParts.withAllAbove(lead))
        && !at.text().startsWith(lead.text())) {
      parts.add(parts.indexOf(at), lead);
    }
  }

  /** Returns the next element of the page that isn't in this one, or null. */
  private static @Nullable Element behind(Element element) {
    Element at = element;
    while (at != null && at.nextElementSibling() == null) {
      at = at.parent();
    }
    return at == null ? null : at.nextElementSibling();
  }

  private boolean isLead(Element element) {
    ElementStats.Stats own = stats.of(element);
    return own.chars <= MOST_CHARS
        && own.linkDensity() < MOST_LINKED
        && (isSentence(element) || (own.chars >= LONG && isSubheading(element)))
        && !leftOut.contains(element)
        && !ArticleParts.isAbout(element)
        && standsBelow(element);
  }

  /** Whether an element is no heading, and long for a lead. */
  private boolean isParagraph(Element element) {
    return !isSubheading(element) && stats.of(element).chars >= LONG;
  }

  /**
   * Whether an element is a paragraph, or a block of nothing but text, that ends as sentences do.
   */
  private boolean isSentence(Element element) {
    String name = element.normalName();
    ElementStats.Stats own = stats.of(element);
    boolean paragraph =
        stats.isParagraph(element)
            || isSubheading(element)
            || (ElementStats.isLoose(name) && own.own == own.chars);
    if (!paragraph || element.closest("li, dd") != null) {
      return false;
    }
    String text = element.text().strip();
    return endsSentence(text)
        && (own.chars >= LONG || (isNamedSo(element) && LineRules.of(text) == null));
  }

  /** Whether a page says that an element is a lead: any note may be short. */
  private static boolean isNamedSo(Element element) {
    Element box = element.parent();
    return isSubheading(element)
        || NAMES.matcher(SideMatter.names(element)).find()
        || (box != null && NAMES.matcher(SideMatter.names(box)).find());
  }

  private static boolean isSubheading(Element element) {
    String name = element.normalName();
    return PageRenderer.isHeading(name) && !name.equals("h1");
  }

  private static boolean endsSentence(String text) {
    int last = text.length() - 1;
    while (last >= 0
        && !Chars.isLetterOrDigit(text.charAt(last))
        && !Chars.isTerminal(text.charAt(last))) {
      last--;
    }
    return last >= 0 && Chars.isTerminal(text.charAt(last));
  }

  /** Whether an element is near what the title stands in, and in no box that is no lead's. */
  private boolean standsBelow(Element element) {
    Element above = element.parent();
    for (int level = 0; level < MainContent.MOST_LEVELS && above != null; level++) {
      if (aboveTitle.contains(above)) {
        return true;
      }
      if (leftOut.contains(above) || ArticleParts.isAbout(above)) {
        return false;
      }
      above = above.parent();
    }
    return false;
  }
}
