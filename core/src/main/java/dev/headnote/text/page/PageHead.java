package dev.headnote.text.page;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.rule.Byline;
import dev.headnote.text.rule.HeaderWords;
import dev.headnote.text.rule.PlainLine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article outside the running text: in its head, in its structured data as
 * far as the page agrees with it, and in marked elements.
 *
 * @param title the article's title, or an empty string
 * @param byline who wrote it, or null
 * @param published when it was published, as the page writes it, or null
 * @param language its language, as the page writes it, or null
 * @param articleBody what the structured data gives as its text, or null; not to be shown, since
 *     nobody may have seen it
 */
public record PageHead(
    String title,
    @Nullable String byline,
    @Nullable String published,
    @Nullable String language,
    @Nullable String articleBody) {

  private static final int LONGEST = 300;
  private static final int SHORTEST_TITLE = 8;
  private static final int LONGEST_BYLINE = 100;

  /** How many elements are looked at for a byline. */
  private static final int MOST_BYLINES = 20;

  /** How many main headings are looked at; each may hold the next. */
  static final int MOST_HEADINGS = 20;

  private static final String[] AUTHOR = {
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator"
  };
  private static final String[] PUBLISHED = {
    "article:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued"
  };

  /** What systems write that have no date. */
  private static final String NO_DATE = "0001-01-01";

  public static PageHead of(Document document) {
    return new Reader(document).read();
  }

  /** Reads one page. */
  private static final class Reader {

    private final Document document;
    private final Map<String, String> metas = new HashMap<>();
    private final List<Element> headings;
    private final String whole;
    private final @Nullable String social;
    private final @Nullable StructuredData data;

    Reader(Document document) {
      this.document = document;
      for (Element meta : document.select("meta[content]")) {
        String content = checked(meta.attr("content"));
        if (content != null && !content.startsWith(NO_DATE)) {
          for (String key : new String[] {"name", "property", "itemprop", "http-equiv"}) {
            metas.putIfAbsent(meta.attr(key).toLowerCase(Locale.ROOT), content);
          }
        }
      }
      Elements all = document.select("h1");
      headings = all.subList(0, Math.min(MOST_HEADINGS, all.size()));
      whole = document.title().strip();
      social = meta("og:title", "twitter:title");
      data = chosen(StructuredData.of(document));
    }

    /** Returns the article of the structured data that the page is about, if it can be told. */
    private @Nullable StructuredData chosen(List<StructuredData> all) {
      for (StructuredData one : all) {
        if (one.headline() != null && isSeen(one.headline())) {
          return one;
        }
      }
      // Without a headline it can't be known whether it is of another article.
      return all.size() == 1 && all.get(0).headline() == null ? all.get(0) : null;
    }

    /** Whether a heading or the page's title begins with a headline, or it with them. */
    private boolean isSeen(String headline) {
      if (startsAlike(whole, headline) || (social != null && startsAlike(social, headline))) {
        return true;
      }
      for (Element h1 : headings) {
        String text = textOf(h1);
        if (startsAlike(text, headline)
            || (text.length() >= SHORTEST_TITLE && startsAlike(headline, text))) {
          return true;
        }
      }
      return false;
    }

    PageHead read() {
      return new PageHead(
          title(), byline(), published(), language(), data == null ? null : data.body());
    }

    private String title() {
      String headline = data == null ? null : data.headline();
      for (Element h1 : headings) {
        String text = textOf(h1);
        if (text.length() >= SHORTEST_TITLE
            && text.length() <= LONGEST
            && (startsAlike(whole, text)
                || (social == null && headline == null && endsAlike(whole, text))
                || (social != null && startsAlike(social, text))
                || (headline != null && startsAlike(headline, text)))) {
          return text;
        }
      }
      if (headline != null && headline.length() >= SHORTEST_TITLE) {
        return headline;
      }
      if (social != null) {
        return withoutSite(social);
      }
      if (!whole.isEmpty()) {
        return withoutSite(whole);
      }
      // Documents of word processors that are saved as pages.
      String marked = textOf("p.title, p.MsoTitle");
      if (marked != null) {
        return marked;
      }
      return headings.isEmpty() ? "" : textOf(headings.get(0));
    }

    /** Returns the text of a heading, without the sign behind it that links to it. */
    private static String textOf(Element heading) {
      String text = heading.text().strip();
      int end = text.length();
      while (end > 0 && "\u00b6#\u00a7 ".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      return text.substring(0, end);
    }

    private @Nullable String byline() {
      if (data != null && !data.authors().isEmpty()) {
        // Many a page names its publisher here; who wrote it, readers see.
        String text = document.body().text().toLowerCase(Locale.ROOT);
        List<String> named = new ArrayList<>();
        for (String author : data.authors()) {
          if (text.contains(author.toLowerCase(Locale.ROOT))) {
            named.add(author);
          }
        }
        if (!named.isEmpty()) {
          return checked(String.join(", ", named));
        }
      }
      String byline = meta(AUTHOR);
      if (byline == null || byline.startsWith("http")) {
        byline = textOf("[rel=author]");
      }
      if (byline == null) {
        byline = textOf("[itemprop=author]");
      }
      String names = byline == null ? null : names(byline);
      return names == null ? shownByline() : names;
    }

    /** Returns the text of a small element that the page calls a byline and that reads like one. */
    private @Nullable String shownByline() {
      int seen = 0;
      for (Element element : document.select("[class*=byline], [class*=author]")) {
        if (++seen > MOST_BYLINES) {
          return null;
        }
        String text = element.text().strip();
        if (text.length() <= LONGEST_BYLINE && (Byline.isByline(text) || Byline.isName(text))) {
          return names(text);
        }
      }
      return null;
    }

    /**
     * Cuts "By" or "Words:" from names, and accounts, dates and the like behind them; null if none
     * stay.
     */
    private static @Nullable String names(String byline) {
      int start =
          byline.regionMatches(true, 0, "by ", 0, 3)
              ? 3
              : byline.regionMatches(true, 0, "words: ", 0, 7) ? 7 : 0;
      int end = start;
      int from = start;
      while (from < byline.length()) {
        int to = byline.indexOf(' ', from);
        to = to < 0 ? byline.length() : to;
        String word = byline.substring(from, to);
        if (!word.isEmpty()
            && (Chars.isDigit(word.charAt(0)) || "@|/\u2022\u00b7".indexOf(word.charAt(0)) >= 0)) {
          break;
        }
        end = to;
        from = to + 1;
      }
      if (from < byline.length()) {
        end = beforeDate(byline, start, end);
      }
      return checked(byline.substring(start, end));
    }

    /** Cuts the words of a date, whose number was cut already, from the end of a byline. */
    private static int beforeDate(String byline, int start, int end) {
      int stop = end;
      while (stop > start) {
        int from = byline.lastIndexOf(' ', stop - 1) + 1;
        String word = byline.substring(Math.max(from, start), stop).toLowerCase(Locale.ROOT);
        word = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        if (!word.isEmpty()
            && !word.equals("-")
            && !word.equals("on")
            && (HeaderWords.find(word, 0, word.length())
                    & (HeaderWords.MONTH | HeaderWords.WEEKDAY | HeaderWords.STAMP))
                == 0) {
          break;
        }
        stop = Math.max(start, from - 1);
      }
      while (stop > start && (byline.charAt(stop - 1) == ',' || byline.charAt(stop - 1) == ' ')) {
        stop--;
      }
      return stop;
    }

    private @Nullable String published() {
      String stated = data == null ? null : data.published();
      LocalDate day = stated == null || stated.startsWith(NO_DATE) ? null : day(stated);
      String meta = meta(PUBLISHED);
      if (meta != null) {
        return day != null && isNear(day, meta) ? stated : meta;
      }
      String first = attributeOf("[itemprop=datePublished][datetime]", "datetime");
      List<String> times = new ArrayList<>();
      for (Element time : document.select("time[datetime]")) {
        String value = checked(time.attr("datetime"));
        if (value != null) {
          times.add(value);
        }
      }
      if (first == null) {
        first = times.isEmpty() ? markedDate() : times.get(0);
      }
      if (day != null && (times.isEmpty() || times.stream().anyMatch(time -> isNear(day, time)))) {
        return stated;
      }
      return first;
    }

    /** Returns the date that is marked as the article's and no review's or comment's, or null. */
    private @Nullable String markedDate() {
      for (Element element : document.select("[itemprop=datePublished][content]")) {
        String value = checked(element.attr("content"));
        if (value != null
            && !value.startsWith(NO_DATE)
            && day(value) != null
            && element.closest("[itemprop=review], [itemprop=comment]") == null) {
          return value;
        }
      }
      return null;
    }

    /** Whether a date is the same day or, by the time zone, one beside it. */
    private static boolean isNear(LocalDate day, String date) {
      LocalDate other = day(date);
      return other != null && Math.abs(ChronoUnit.DAYS.between(day, other)) <= 1;
    }

    private static @Nullable LocalDate day(String date) {
      try {
        return date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
      } catch (DateTimeException e) {
        return null;
      }
    }

    private @Nullable String language() {
      Element html = document.selectFirst("html[lang]");
      String language = html == null ? null : checked(html.attr("lang"));
      if (language == null) {
        language = meta("content-language", "og:locale");
      }
      return language == null && data != null ? data.language() : language;
    }

    private @Nullable String meta(String... names) {
      for (String name : names) {
        String content = metas.get(name);
        if (content != null) {
          return content;
        }
      }
      return null;
    }

    private @Nullable String textOf(String query) {
      Element element = document.selectFirst(query);
      return element == null ? null : checked(element.text());
    }

    private @Nullable String attributeOf(String query, String attribute) {
      Element element = document.selectFirst(query);
      return element == null ? null : checked(element.attr(attribute));
    }
  }

  /**
   * Whether a page's title is its site's name, a sign that stands behind such a name, and a
   * heading, which is longer.
   */
  private static boolean endsAlike(String whole, String part) {
    String plainWhole = PlainLine.of(whole, 0, whole.length());
    String plainPart = PlainLine.of(part, 0, part.length());
    int before = plainWhole.length() - plainPart.length();
    return before >= 2
        && before < plainPart.length()
        && plainWhole.endsWith(plainPart)
        && Chars.isBlank(plainWhole.charAt(before - 1))
        && ":\u00bb\u203a".indexOf(plainWhole.charAt(before - 2)) >= 0;
  }

  private static boolean startsAlike(String whole, String part) {
    String plainWhole = PlainLine.of(whole, 0, whole.length());
    return plainWhole.startsWith(PlainLine.of(part, 0, part.length()));
  }

  /** Cuts the site's name, which pages put behind the title and a sign. */
  private static String withoutSite(String title) {
    int bar = title.indexOf(" | ");
    int next = bar < 15 ? -1 : title.indexOf(" | ", bar + 3);
    if (next > 0 && bar >= next - bar - 3) {
      // Sections and the site.
      return title.substring(0, bar).strip();
    }
    for (String sign : new String[] {" | ", " \u2013 ", " \u2014 ", " - ", " :: ", " \u00bb "}) {
      int at = title.lastIndexOf(sign);
      int rest = title.length() - at - sign.length();
      if (at >= 15 && rest <= 40 && rest < at) {
        return title.substring(0, at).strip();
      }
    }
    return title;
  }

  private static @Nullable String checked(String value) {
    String stripped = value.strip();
    return stripped.isEmpty() || stripped.length() > LONGEST ? null : stripped;
  }
}
