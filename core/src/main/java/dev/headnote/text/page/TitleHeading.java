package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Headline;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the heading of a page that has the words of its title: there its article begins. */
final class TitleHeading {

  private final String written;

  /** It without case, spaces and the like. */
  private final String title;

  /**
   * @param title the page's title, or an empty string
   */
  TitleHeading(String title) {
    this.written = title;
    this.title = Headline.key(title, 0, title.length());
  }

  /**
   * Returns the first main heading that is the title, else the first of the second rank, or null.
   * One in what is left out is returned if there is no other of its rank.
   */
  @Nullable Element in(Element body, Set<Element> leftOut) {
    Element first = first(body.select("h1"), leftOut);
    return first == null ? first(body.select("h2"), leftOut) : first;
  }

  /**
   * Returns the first main heading that is the title, else the first that has its first words, be
   * it one, else the first one of the second rank, or null.
   */
  @Nullable Element orPartIn(Element body) {
    List<Element> main = body.select("h1");
    Element whole = first(main, Set.of());
    if (whole != null) {
      return whole;
    }
    for (Element heading : few(main)) {
      if (beginsTitle(heading.text().strip())) {
        return heading;
      }
    }
    return first(body.select("h2"), Set.of());
  }

  /** Whether a text is the title's first words, and not a part of its first word. */
  private boolean beginsTitle(String text) {
    return !text.isEmpty()
        && written.startsWith(text)
        && (written.length() == text.length()
            || !Chars.isLetterOrDigit(written.charAt(text.length())));
  }

  private static List<Element> few(List<Element> headings) {
    return headings.subList(0, Math.min(PageHead.MOST_HEADINGS, headings.size()));
  }

  private @Nullable Element first(List<Element> headings, Set<Element> leftOut) {
    Element first = null;
    for (Element heading : few(headings)) {
      if (is(heading) && (heading.normalName().equals("h1") || isOwn(heading))) {
        // One in a menu, or hidden, is not where the article begins.
        if (Collections.disjoint(leftOut, ArticleParts.withAllAbove(heading))) {
          return heading;
        }
        first = first == null ? heading : first;
      }
    }
    return first;
  }

  /** Whether a heading has the words of the title, and enough to be one of an article. */
  boolean is(Element heading) {
    String text = heading.text();
    return text.split(" ").length >= Headline.FEWEST_WORDS && isLike(text);
  }

  /** Whether a heading is the title, or a part of it: the lines around it tell more then. */
  boolean isLike(String heading) {
    String key = Headline.key(heading, 0, heading.length());
    return !title.isEmpty() && !key.isEmpty() && (title.startsWith(key) || key.startsWith(title));
  }

  /** Whether a heading begins the title. */
  private boolean isPart(Element heading) {
    String text = heading.text();
    String key = Headline.key(text, 0, text.length());
    return !key.isEmpty() && title.startsWith(key);
  }

  /** Whether a heading of the second rank is this article's, and no link to one elsewhere. */
  private boolean isOwn(Element heading) {
    int chars = heading.text().length();
    return isPart(heading)
        && heading.closest("a[href]") == null
        && heading.select("a[href]").stream().noneMatch(link -> link.text().length() == chars);
  }
}
