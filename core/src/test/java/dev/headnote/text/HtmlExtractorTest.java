package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlExtractorTest {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB"><head><title>The bridge reopens | The Example</title>
      <meta name="author" content="Mara Ellingsen">
      <meta property="article:published_time" content="2025-03-04T10:00:00Z">
      <script>var secret = 'scripted';</script><style>p { color: red }</style></head>
      <body>
      <div class="cookie-banner"><p>We use cookies, and many of them, to follow you around.</p></div>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
      <div id="wrap"><article><h1>The bridge reopens</h1>
      <p>The town council voted on Tuesday to reopen the <b>harbour</b> bridge to cyclists,
         two years after a storm.</p>
      <div class="related-links"><a href="/x">Ten other bridges that nobody crosses</a></div>
      <p>Engineers had closed it, since one of its piers was bent, and ships could not pass.</p>
      <p style="display: none">hidden words</p>
      <!-- commented words -->
      <h2>What comes next</h2>
      <p>Cars have to wait until the summer, the mayor said, and so do buses and lorries.</p>
      <h2>Dangling heading</h2>
      </article>
      <aside><p>Our shop sells mugs, and cups, and plates, and many other things.</p></aside></div>
      <div class="comments"><p>First! I was here, before anybody else, as always, said a reader.</p></div>
      <footer><p>Copyright The Example, all rights reserved, and so on and so on.</p></footer>
      </body></html>
      """;

  @Test
  void takesTheArticleAndNothingElse() {
    WebPage page = HtmlExtractor.extract(PAGE);
    assertThat(page.title()).isEqualTo("The bridge reopens");
    assertThat(page.byline()).contains("Mara Ellingsen");
    assertThat(page.published()).contains("2025-03-04T10:00:00Z");
    assertThat(page.language()).contains("en-GB");
    assertThat(page.text())
        .isEqualTo(
            """
            The town council voted on Tuesday to reopen the harbour bridge to cyclists, two years after a storm.

            Engineers had closed it, since one of its piers was bent, and ships could not pass.

            What comes next

            Cars have to wait until the summer, the mayor said, and so do buses and lorries.\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&nbsp;", "\u200b", "\ufeff", "&#x202f;", "\u2060", "\u200e", "\u0085"})
  void passesOverBlocksThatHoldNothingButBlanksOfAnyKind(String blank) {
    assertThat(HtmlExtractor.extract("<pre>" + blank + "<h1>x</h1></pre>").text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<div><p>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<span>",
        "<a href=x>",
        "<"
      })
  void survivesDeepNesting(String open) {
    String html = open.repeat(100_000 / open.length() * 5) + "<p>The words at the bottom.";
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> HtmlExtractor.extract(html));
  }

  @Test
  void keepsTheTextOfAnythingElse() {
    assertThat(HtmlExtractor.extract("Just a line of text.").text())
        .isEqualTo("Just a line of text.");
    assertThat(HtmlExtractor.extract("").text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>x",
        "\n<html>",
        "\ufeff<!doctype HTML>",
        "<div><p>Hello</p></div>",
        "<article>x</article>"
      })
  void recognisesPages(String text) {
    assertThat(HtmlExtractor.looksLikeHtml(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Plain text",
        "a < b and c > d",
        "<3 you",
        "<ann@example.org> wrote:",
        "He wrote <p> in the margin."
      })
  void recognisesPlainText(String text) {
    assertThat(HtmlExtractor.looksLikeHtml(text)).isFalse();
  }
}
