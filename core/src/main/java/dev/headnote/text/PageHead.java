package dev.headnote.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of its article outside the running text. */
record PageHead(
    String title, @Nullable String byline, @Nullable String published, @Nullable String language) {

  private static final int LONGEST = 300;

  static PageHead of(Document document) {
    String byline =
        firstOf(
            meta(document, "author"),
            meta(document, "article:author"),
            meta(document, "parsely-author"),
            meta(document, "sailthru.author"),
            textOf(document, "[rel=author]"),
            textOf(document, "[itemprop=author]"));
    String published =
        firstOf(
            meta(document, "article:published_time"),
            meta(document, "datepublished"),
            meta(document, "date"),
            meta(document, "pubdate"),
            meta(document, "dc.date"),
            attributeOf(document, "[itemprop=datePublished][datetime]", "datetime"),
            attributeOf(document, "[itemprop=datePublished][content]", "content"),
            attributeOf(document, "time[datetime]", "datetime"));
    Element html = document.selectFirst("html[lang]");
    String language = html == null ? null : short_(html.attr("lang"));
    if (language == null) {
      language = meta(document, "og:locale");
    }
    if (byline != null && byline.startsWith("http")) {
      byline = null;
    }
    return new PageHead(title(document), byline, published, language);
  }

  private static String title(Document document) {
    String social = firstOf(meta(document, "og:title"), meta(document, "twitter:title"));
    String whole = document.title().strip();
    for (Element h1 : document.select("h1")) {
      String text = h1.text().strip();
      if (text.length() >= 8
          && text.length() <= LONGEST
          && (startsAlike(whole, text) || (social != null && startsAlike(social, text)))) {
        return text;
      }
    }
    if (social != null) {
      return withoutSite(social);
    }
    if (!whole.isEmpty()) {
      return withoutSite(whole);
    }
    Element h1 = document.selectFirst("h1");
    return h1 == null ? "" : h1.text().strip();
  }

  private static boolean startsAlike(String whole, String part) {
    String plainWhole = LineRules.plain(whole, 0, whole.length());
    return plainWhole.startsWith(LineRules.plain(part, 0, part.length()));
  }

  /** Cuts the site's name, which pages put behind the title and a sign. */
  private static String withoutSite(String title) {
    for (String sign : new String[] {" | ", " \u2013 ", " \u2014 ", " - ", " :: ", " \u00bb "}) {
      int at = title.lastIndexOf(sign);
      int rest = title.length() - at - sign.length();
      if (at >= 15 && rest <= 40 && rest < at) {
        return title.substring(0, at).strip();
      }
    }
    return title;
  }

  private static @Nullable String meta(Document document, String name) {
    for (Element meta : document.select("meta[content]")) {
      if (meta.attr("name").equalsIgnoreCase(name)
          || meta.attr("property").equalsIgnoreCase(name)
          || meta.attr("itemprop").equalsIgnoreCase(name)) {
        String content = short_(meta.attr("content"));
        if (content != null) {
          return content;
        }
      }
    }
    return null;
  }

  private static @Nullable String textOf(Document document, String query) {
    Element element = document.selectFirst(query);
    return element == null ? null : short_(element.text());
  }

  private static @Nullable String attributeOf(Document document, String query, String attribute) {
    Element element = document.selectFirst(query);
    return element == null ? null : short_(element.attr(attribute));
  }

  private static @Nullable String short_(String value) {
    String stripped = value.strip();
    return stripped.isEmpty() || stripped.length() > LONGEST ? null : stripped;
  }

  private static @Nullable String firstOf(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
