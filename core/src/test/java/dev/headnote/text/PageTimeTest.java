package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile pages take time linear in their length, with the way back to their source.
 *
 * <p>{@code mvn test -pl core -am -Dtest=PageTimeTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgroups=soak -DexcludedGroups=}
 */
@Tag("soak")
class PageTimeTest {

  private static final String PROSE =
      "The old mill at Garrow was sold on Monday to a bakery, the town said, after nine years.";

  /** Each is repeated; none may take more than time linear in its length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<blockquote>Some words, and more of them, in a quote that is long enough.",
        "<p hidden>x</p>",
        "<li><a href=x>x</a>",
        "<td>x",
        "<sup><a>[1]</a></sup>",
        "<h1>Old mill",
        "<article><h1>Old mill sold",
        "<h2><div><a href=x>Old mill sold",
        "<section class='a1 b2'><p>Words, and more of them, until it is long enough.",
        "<figure><figcaption>Old mill sold",
        "<meta name=author content=x>",
        "<time datetime=2024-01-01>",
        "<span class=author>x</span>",
        "&amp;&notit;&",
        "<div class=comments><p>Words, and more of them, and so on, until it is long enough.</div>",
        "<script type=application/ld+json>{}</script>",
      })
  void timeIsLinear(String part) {
    int small = 25_000;
    long first = nanos(part.repeat(small));
    long second = nanos(part.repeat(small * 4));
    // Quadratic time would be sixteen times as much.
    assertThat(second).isLessThan(Math.max(first * 11, 1_000_000_000L));
  }

  private static long nanos(String body) {
    String html = "<title>Mill sold</title><main>" + body + "<p>" + PROSE + "</p></main>";
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          long start = System.nanoTime();
          Article article = Article.fromHtml(html);
          article.sourceRange(0, article.text().length());
          return System.nanoTime() - start;
        });
  }
}
