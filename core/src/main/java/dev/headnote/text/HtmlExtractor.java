package dev.headnote.text;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.page.MainContent;
import dev.headnote.text.page.NodePositions;
import dev.headnote.text.page.PageHead;
import dev.headnote.text.page.SourceMap;
import dev.headnote.text.page.TracedText;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the article out of a web page: its title and its running text, without menus, scripts,
 * hidden elements, comments, cookie banners and links to other articles.
 *
 * <p>Goes by the page's structure: where the long paragraphs with few links stand, what the page
 * itself marks as the article, and what its classes call side matter. Never loads anything. Works
 * on any string, however broken or deeply nested; what isn't HTML comes back as its own text.
 * Stateless, so safe for any number of threads.
 */
public final class HtmlExtractor {

  /** How many of a text's first characters tell whether it is a page. */
  private static final int LOOKED_AT = 4096;

  /** An article of fewer characters makes one look again, where the page's names led away. */
  private static final int TOO_SHORT = 200;

  /** What no text begins with but a page. */
  private static final String[] PAGE_STARTS = {
    "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<meta"
  };

  /** Of these a page that begins with another tag has several near its beginning. */
  private static final String[] PAGE_TAGS =
      ("<html,<head>,<body,<div,<p>,<p ,<span,</p>,</div>,<h1,<script,<article,<section,<table,<ul,"
              + "<br>,<br/>,<a href")
          .split(",");

  private static final String[] MAY_BE_EMPTY =
      "a b del div em i iframe li p script span strong style td textarea title".split(" ");

  private HtmlExtractor() {}

  /**
   * Extracts the article of a page.
   *
   * @param html the page's source, already decoded
   * @return what it holds; its text is empty if the page has none
   */
  public static WebPage extract(String html) {
    Document document = Jsoup.parse(html, "", parser(html));
    PageHead head = PageHead.of(document);
    return new WebPage(html, head, text(document, head, null).toString());
  }

  /** Returns where the characters of a page's text stand in its source. */
  static SourceMap sources(String html) {
    Document document = Jsoup.parse(html, "", parser(html).setTrackPosition(true));
    return text(document, PageHead.of(document), new NodePositions(html)).sources();
  }

  /** In pages that are XML, as in books, an empty element ends at its own sign. */
  private static Parser parser(String html) {
    Parser parser = Parser.htmlParser();
    int start = 0;
    while (start < html.length()
        && (Chars.isBlank(html.charAt(start)) || html.charAt(start) == '\uFEFF')) {
      start++;
    }
    if (html.startsWith("<?xml", start)) {
      TagSet tags = TagSet.Html();
      for (String name : MAY_BE_EMPTY) {
        tags.valueOf(name, Parser.NamespaceHtml).set(Tag.SelfClose);
      }
      parser.tagSet(tags);
    }
    return parser;
  }

  private static TracedText text(
      Document document, PageHead head, @Nullable NodePositions positions) {
    MainContent content = new MainContent(document, head, true);
    TracedText text = content.extract(positions);
    if (text.length() < TOO_SHORT || !content.hasProse()) {
      // Some pages name the article itself as if it were side matter.
      TracedText more = new MainContent(document, head, false).extract(positions);
      if (more.length() > text.length() * 2) {
        return more;
      }
    }
    return text;
  }

  /**
   * Whether a text is a web page's source rather than plain text: it begins with a tag that only
   * pages have, or has several of them near its beginning.
   *
   * @param text any text
   * @return true if it should go through {@link #extract}
   */
  public static boolean looksLikeHtml(String text) {
    String head =
        text.substring(0, Math.min(text.length(), LOOKED_AT)).strip().toLowerCase(Locale.ROOT);
    if (head.startsWith("\uFEFF")) {
      head = head.substring(1).stripLeading();
    }
    if (!head.startsWith("<")) {
      return false;
    }
    for (String start : PAGE_STARTS) {
      if (head.startsWith(start)) {
        return true;
      }
    }
    int tags = 0;
    for (String tag : PAGE_TAGS) {
      tags += head.contains(tag) ? 1 : 0;
    }
    return tags >= 2;
  }
}
