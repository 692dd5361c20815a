package dev.headnote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twice as long a hostile text takes about twice as long to read, up to a million characters. The
 * build tries a few; all of them, in some minutes:
 *
 * <pre>
 * mvn test -pl core -am -Dtest=LinearReadingTest -Dgroups=soak -DexcludedGroups= \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class LinearReadingTest {

  private static final int LENGTH = 1 << 20;

  /** A quadratic flaw takes seconds with that, too. */
  private static final int SHORT_LENGTH = 1 << 17;

  /** Below that many milliseconds, a ratio says nothing of the text. */
  private static final long SHORT = 150;

  /** Quadratic time has 4; memory's own cost is some tenths. */
  private static final double MOST = 3.2;

  private static final int ATTEMPTS = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static List<String> texts() {
    return List.of(
        " ",
        "\n",
        "\r",
        "a",
        "A",
        ".",
        "...",
        "\u2026",
        "?",
        "!?",
        "\"",
        "'",
        "\u201c",
        "\u201d",
        "(",
        ")",
        "-",
        "- ",
        "> ",
        ">",
        "* ",
        "\u2022 ",
        "1.",
        "1. ",
        "(a) ",
        "a\n",
        "A.\n",
        "a.\n\n",
        "A. ",
        "A.B.",
        "Dr. ",
        "U.S. ",
        "p.m. ",
        "e.g.",
        "\u3002",
        "\ud83d",
        "\ud83d\ude00",
        "e\u0301",
        "\u0000",
        "\ufeff",
        "\u200b",
        "[",
        "[ad_1]",
        "[ad_1]\n",
        "By ",
        "By Jane Doe\n",
        "By Jane Doe ",
        "LONDON (Reuters) - ",
        "LONDON (",
        "Mon. ",
        "Nov 22nd, 2024\n",
        "a | ",
        "a | b\n",
        "1 2 3\n",
        "Home > ",
        "See Also: ",
        "See Also: x\n",
        "What: ",
        "What Happened: a.\n",
        "\u00a9 ",
        "\u00a9 2024 X\n",
        "Photo: ",
        "Follow us\n",
        "===\n",
        "---\n",
        "Share\n",
        "Title\n",
        "Title\n\n",
        "x@y ",
        "http://a.b/?",
        "a,",
        ", ",
        ": ",
        "; ",
        "a b c d e f g h i j k l m n\n",
        "\t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", ".", "A. ", "> ", "[ad_1]", "\"", "Title\n\n", "a | b\n", "By Jane Doe "})
  void readsAText(String unit) {
    assertLinear(unit, SHORT_LENGTH, text -> decode(text.getBytes(UTF_8), "a.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>", "<b><i>", "<table><tr><td>", "<a href=x>y</a> ", "&#", "<!--"})
  void readsAPage(String unit) {
    assertLinear(unit, SHORT_LENGTH, page -> decode(page.getBytes(UTF_8), "a.html"));
  }

  @Tag("soak")
  @ParameterizedTest
  @MethodSource("texts")
  void readsTexts(String unit) {
    assertLinear(unit, LENGTH, text -> Article.of(text).sentences());
    assertLinear(unit, LENGTH, text -> Article.of(text.substring(0, 300), text).sentences());
    assertLinear(unit, LENGTH, text -> decode(text.getBytes(UTF_8), "a.txt"));
  }

  static List<String> pages() {
    return List.of(
        "<",
        "<p>",
        "<p>a",
        "<p>a</p>",
        "</p>",
        "<div>",
        "<div>a",
        "<b>",
        "<b><i>",
        "<a>",
        "<a href=x>y</a> ",
        "<table>",
        "<tr>",
        "<table><tr><td>",
        "<ul><li>",
        "<li>",
        "<h1>",
        "<h1>a</h1>",
        "<title>",
        "<title>a</title>",
        "<meta>",
        "<meta content=a>",
        "<meta property=og:title content=a>",
        "<!--",
        "<!-- -->",
        "<![CDATA[",
        "&",
        "&amp;",
        "&#",
        "&#x1f600;",
        "&nbsp;",
        "<br>",
        "<br><br>",
        "<img>",
        "<img alt='",
        "<script>",
        "<style>",
        "<svg>",
        "<math>",
        "<template>",
        "<select>",
        "<option>",
        "<form>",
        "<frameset>",
        "<nav>",
        "<article>",
        "<article>a",
        "<section><p>a. ",
        "<p class='comment side'>a",
        "<p style='display:none'>",
        "<font><p>",
        "<span>a</span>",
        "<blockquote>",
        "<pre>\n",
        "<figure><figcaption>a",
        "<p>By Jane Doe</p>");
  }

  @Tag("soak")
  @ParameterizedTest
  @MethodSource("pages")
  void readsPages(String unit) {
    assertLinear(unit, LENGTH, page -> Article.fromHtml("<html><body>" + page).sentences());
  }

  private static void decode(byte[] bytes, String name) {
    try {
      Article.decode(bytes, name).sentences();
    } catch (HeadnoteException e) {
      assertThat(e.code()).isEqualTo(HeadnoteException.Code.INVALID_INPUT);
    }
  }

  private static void assertLinear(String unit, int length, Consumer<String> reader) {
    String whole = unit.repeat(length / unit.length());
    if (millis(whole, reader) <= SHORT) {
      return;
    }
    String part = whole.substring(0, whole.length() / 2);
    long half = best(part, reader);
    long all = best(whole, reader);
    // Once more, should the machine have been busy with something else the first time.
    for (int i = 1; i < ATTEMPTS && all > MOST * Math.max(1, half); i++) {
      half = best(part, reader);
      all = best(whole, reader);
    }
    assertThat((double) all / Math.max(1, half))
        .as("%d ms for half of it, %d ms for all", half, all)
        .isLessThanOrEqualTo(MOST);
  }

  private static long best(String text, Consumer<String> reader) {
    return LongStream.generate(() -> millis(text, reader)).limit(3).min().orElseThrow();
  }

  /** Of this thread, so that no other work of the machine counts. */
  private static long millis(String text, Consumer<String> reader) {
    long start = THREADS.getCurrentThreadCpuTime();
    reader.accept(text);
    return TimeUnit.NANOSECONDS.toMillis(THREADS.getCurrentThreadCpuTime() - start);
  }
}
