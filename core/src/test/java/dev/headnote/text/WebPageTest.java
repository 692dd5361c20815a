package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Article;
import dev.headnote.Sentence;
import dev.headnote.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from a page's text back to its source. */
class WebPageTest {

  private static final String REST =
      "<p>The second paragraph is long enough to be one, with a comma, and it ends here.</p>";

  /** Each sentence, and the source that its range leads to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The mayor said no. | The mayor said no.",
        "The caf&eacute; &amp; the bar closed. | The caf&eacute; &amp; the bar closed.",
        "It cost &pound;5&nbsp;000 &ndash; no less. | It cost &pound;5&nbsp;000 &ndash; no less.",
        "The <b>big</b> <i>dog</i> barked <a href=x>twice</a>. | The <b>big</b> <i>dog</i> barked <a href=x>twice</a>.",
        "AT&T rose, R&D fell &unknown; again. | AT&T rose, R&D fell &unknown; again.",
        "Half &frac12; &#8217;s &#x27; &copy 2020 it was. | Half &frac12; &#8217;s &#x27; &copy 2020 it was.",
        "The <span hidden>not</span> end came. | The <span hidden>not</span> end came.",
      })
  void aSentenceLeadsToItsSource(String inner, String source) {
    String html = "<html><body><div><p>" + inner + "</p>" + REST + "</div></body></html>";
    Article article = Article.fromHtml(html);
    Sentence first = article.sentences().get(0);
    Span range = article.sourceRange(first.start(), first.end());
    assertThat(html.substring(range.start(), range.end())).isEqualTo(source);
  }

  @Test
  void lineBreaksAndWhiteSpaceAreFollowed() {
    String html =
        "<div>\r\n  <p>\r\n\tOne   two\r\n  three &lt;four&gt;.\r\n</p><pre>\nfive\n  six.</pre>"
            + REST
            + "</div>";
    WebPage page = HtmlExtractor.extract(html);
    assertThat(page.text()).startsWith("One two three <four>.\n\nfive\n  six.\n\nThe second");
    assertThat(source(page, "One two three <four>."))
        .isEqualTo("One   two\r\n  three &lt;four&gt;.");
    assertThat(source(page, "<")).isEqualTo("&lt;");
    assertThat(source(page, "five\n  six.")).isEqualTo("five\n  six.");
    assertThat(source(page, "x.")).isEqualTo("x.");
  }

  @Test
  void whatStandsNowhereIsAnEmptyRangeBehindWhatIsBefore() {
    WebPage page = HtmlExtractor.extract("<p>One line of words.</p>" + REST);
    int gap = page.text().indexOf("\n\n");
    assertThat(page.sourceRange(gap, gap + 2)).isEqualTo(new Span(21, 21));
    assertThat(page.sourceRange(0, 0)).isEqualTo(new Span(0, 0));
  }

  @Test
  void brokenTablesChangeTheOrder() {
    String html =
        "<div><table>Words before their time, that are long enough, and more of them."
            + "<tr><td>A cell with words enough to be a paragraph, so it says, and then more.</td></tr>"
            + "</table></div>";
    WebPage page = HtmlExtractor.extract(html);
    assertThat(source(page, "Words before their time")).isEqualTo("Words before their time");
    assertThat(source(page, "A cell with words")).isEqualTo("A cell with words");
  }

  @Test
  void plainTextIsItsOwnSource() {
    Article article = Article.of("One. Two.");
    assertThat(article.sourceRange(5, 9)).isEqualTo(new Span(5, 9));
    assertThat(article.page()).isEmpty();
    assertThatThrownBy(() -> article.sourceRange(5, 10))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Article.fromHtml("<p>One.</p>").sourceRange(-1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCopyKeepsThePage() {
    Article page = Article.fromHtml("<html lang=de><title>Ein Titel</title><p>Ein Satz.");
    Article copy = page.withId("7").withTitle("Another title");
    assertThat(copy.id()).isEqualTo("7");
    assertThat(copy.title()).isEqualTo("Another title");
    assertThat(copy.page()).isEqualTo(page.page());
    assertThat(copy.page().flatMap(WebPage::language)).contains("de");
    assertThat(copy.withTitle(null).title()).isEmpty();
  }

  private static String source(WebPage page, String part) {
    int start = page.text().indexOf(part);
    Span range = page.sourceRange(start, start + part.length());
    return page.html().substring(range.start(), range.end());
  }

  /** Whatever is in a page, the source of a sentence holds its characters in order. */
  @Property(tries = 300)
  void theSourceOfASentenceHoldsIt(@ForAll("pages") String html) {
    Article article = Article.fromHtml(html);
    for (Sentence sentence : article.sentences()) {
      Span range = article.sourceRange(sentence.start(), sentence.end());
      String plain = Jsoup.parse(html.substring(range.start(), range.end())).wholeText();
      int at = 0;
      for (char c : sentence.text().replaceAll("\\s", "").toCharArray()) {
        int found = plain.indexOf(c, at);
        assertThat(found).as("%s of %s in %s", c, sentence.text(), plain).isNotNegative();
        at = found + 1;
      }
    }
  }

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(
            List.of(
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<br>",
                "\r\n",
                "  ",
                "\t",
                "&amp;",
                "&eacute;",
                "&nbsp;",
                "&#233;",
                "&#x1F600;",
                "&notit;",
                "&amp",
                "&",
                "&lt;b&gt;",
                "<!-- no -->",
                "<li>",
                "<td>",
                "<tr>",
                "<table>",
                "</table>",
                "<pre>\n",
                "</pre>",
                "<a href='#'>",
                "</a>",
                "<span hidden>x</span>",
                "<h2>",
                "</h2>",
                "<",
                "The words went on",
                "and on, for a while,",
                "so it ended. ",
                "A house stood there.",
                "Caf\u00e9",
                "\uD83D\uDE00",
                "\u0000",
                "12.5",
                "\"quoted\" "))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
