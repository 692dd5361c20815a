package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.headnote.Article;
import dev.headnote.Furniture;
import dev.headnote.Furniture.Reason;
import dev.headnote.Sentence;
import dev.headnote.text.chars.Chars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTextTest {

  @Property(tries = 500)
  void holdsItsPromisesOnAnyText(@ForAll String text) {
    check(null, text);
  }

  @Property(tries = 20_000)
  void holdsItsPromisesOnTextLikeArticles(
      @ForAll("articles") String text, @ForAll("articles") String title) {
    check(title, text);
    check(null, text);
  }

  @Provide
  Arbitrary<String> articles() {
    return Arbitraries.of(
            "The mayor spoke",
            ". ",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "Dr.",
            " U.S. ",
            "\u201c",
            "\u201d",
            "\"",
            "...",
            " . . . ",
            "[ad_1]",
            "By Jane Doe",
            "May 3, 2021",
            "LONDON (AP) - ",
            "What Happened: ",
            "Read more: ",
            "1. ",
            "2) ",
            "\u2022 ",
            "> ",
            "word",
            "!",
            "?",
            "\u3002",
            "\ud83d\ude00",
            "\ud800",
            "\u0000",
            "\u00a0",
            "\u200f\u05d0",
            ":) ",
            "(",
            ")",
            "ended.The next",
            "12 13 14",
            "Advertisement",
            "\u00a9 2020",
            "---",
            "\u2028",
            "[caption id=1]",
            "[/caption]",
            "Photo: ",
            "Getty Images",
            "/",
            "|",
            "\t",
            "Share",
            "https://a.example/b",
            "@name",
            "Subscribe",
            "Contact: ",
            "Facebook",
            "Reporting by Jane Doe; Editing by John Roe",
            "*",
            "0",
            ",",
            "'",
            "Tags: ",
            "Filed under")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static void check(String title, String text) {
    ArticleText article = ArticleText.of(title, text);
    assertThat(article.text()).isSameAs(text);
    boolean[] taken = new boolean[text.length()];
    int end = 0;
    for (Furniture furniture : article.furniture()) {
      assertThat(furniture.start()).isGreaterThanOrEqualTo(end);
      end = furniture.end();
      assertThat(end).isLessThanOrEqualTo(text.length());
      java.util.Arrays.fill(taken, furniture.start(), end, true);
    }
    end = 0;
    int index = 0;
    for (Sentence sentence : article.sentences()) {
      assertThat(sentence.index()).isEqualTo(index++);
      assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
      end = sentence.end();
      assertThat(end).isLessThanOrEqualTo(text.length());
      assertThat(sentence.text()).isEqualTo(text.substring(sentence.start(), end)).isNotEmpty();
      assertThat(sentence.text()).isEqualTo(sentence.text().strip());
      for (int i = sentence.start(); i < end; i++) {
        assertThat(taken[i]).as("furniture in a sentence").isFalse();
        taken[i] = true;
      }
      int mark = sentence.start();
      while (mark > 0 && !taken[mark - 1] && Chars.isBlank(text.charAt(mark - 1))) {
        mark--;
      }
      if (mark > 0 && !taken[mark - 1] && isBullet(text.charAt(mark - 1))) {
        taken[mark - 1] = true;
      }
      for (; mark > 0 && !taken[mark - 1] && text.charAt(mark - 1) == '#'; mark--) {
        taken[mark - 1] = true;
      }
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      assertThat(taken[i] || c == '>' || Chars.isBlank(c)).as("lost character at %d", i).isTrue();
    }
  }

  private static boolean isBullet(char c) {
    return Chars.classOf(c) == Chars.BULLET || "-*+".indexOf(c) >= 0;
  }

  @Test
  void writesOneParagraphALine() {
    String text =
        "A bridge\nreopened on Monday\r\nmorning. It had been shut.Nobody missed it.\n\n\n"
            + "[ad_1]\n\nWhat Happened: The old pier fell into the sea.\n";
    assertThat(ArticleText.of("Bridge", text).cleaned())
        .isEqualTo(
            "A bridge reopened on Monday morning. It had been shut. Nobody missed it.\n\n"
                + "The old pier fell into the sea.");
    assertThat(
            ArticleText.of("", "## What to bring\n- boots\n\u2022 a warm coat\n1. maps\n")
                .cleaned())
        .isEqualTo("## What to bring\n\n- boots\n\n\u2022 a warm coat\n\n1. maps");
    assertThat(
            ArticleText.of("", "LONDON (AP) - The bridge reopened.\n\nNobody cheered.").cleaned())
        .isEqualTo("The bridge reopened.\n\nNobody cheered.");
  }

  /**
   * What each character's cost must not depend on: unclosed runs, far ends, empty replies. An idle
   * core takes about a tenth of the limit at most.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Start | > | '\n'",
        "Start | [caption x=1] | a ",
        "Start | [ab x] | '\n'",
        "Start | [x | '\n'",
        "Start | Related:abc | '\n'",
        "---- | A. B | ' '",
        "(((( | A. b | ' '",
        "\u2022\u2022 | 2. B | ' '",
      })
  void takesLinearTime(String head, String unit, String space) {
    String text = head.repeat(30_000) + " 1. " + (unit + space).repeat(250_000 / unit.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ArticleText.of(null, text));
  }

  @Test
  void judgesPagesByRulesAlone() {
    String html =
        "<html><body><article><p>Save this story</p><p>The harbour bridge, which a storm bent two"
            + " years ago, opened to cyclists on Tuesday, and nobody fell in the water below"
            + " it.</p><p>The council will meet again in March to decide whether carts may cross it,"
            + " too, and who is to pay for the lamps.</p></article></body></html>";
    Article page = Article.fromHtml(html);

    assertThat(Article.of(page.text()).furniture())
        .anyMatch(piece -> piece.reason() == Reason.SIDE_MATTER);
    assertThat(page.furniture()).isEmpty();
  }

  @Test
  void keepsTheGivenTitle() {
    ArticleText article =
        ArticleText.of("  A bridge reopens ", "A Bridge Reopens\n\nIt is open now.");
    assertThat(article.title()).isEqualTo("A bridge reopens");
    assertThat(article.sentences()).extracting(Sentence::text).containsExactly("It is open now.");
  }

  @Test
  void hasNoSentencesInEmptyTexts() {
    for (String text : new String[] {"", " ", "\n\t \u00a0", "\u0000"}) {
      ArticleText article = ArticleText.of(null, text);
      assertThat(article.sentences()).isEmpty();
      assertThat(article.title()).isEmpty();
      assertThat(article.cleaned()).isEmpty();
    }
  }

  @Test
  void cleansTheArticleThatTheProjectIsNamedFor() throws IOException {
    List<Path> seeds;
    try (Stream<Path> files = Files.list(SharedData.path("seeds"))) {
      seeds = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    assertThat(seeds).isNotEmpty();
    for (Path seed : seeds) {
      String text = TextDecoder.decode(Files.readAllBytes(seed), seed.toString());
      ArticleText article = ArticleText.of(null, text);
      assertThat(article.furniture())
          .extracting(Furniture::reason)
          .containsExactly(
              Reason.DATE_HEADER,
              Reason.TITLE,
              Reason.BYLINE,
              Reason.DATE_HEADER,
              Reason.TITLE,
              Reason.SHORTCODE,
              Reason.RUN_IN,
              Reason.RELATED_LINK,
              Reason.PROMOTION,
              Reason.SHORTCODE,
              Reason.ATTRIBUTION);
      assertThat(article.sentences()).hasSize(10);
      assertThat(article.sentences().get(0).text()).startsWith("A Russian").endsWith("faltering.");
      assertThat(article.sentences().get(9).text()).startsWith("Later").endsWith("Federation.");
    }
  }

  @Test
  void readsALineThatBeginsWithASlash() {
    assertThat(ArticleText.of(null, "/K").cleaned()).isEqualTo("/K");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "(", "(1", "(1)"})
  void readsATextThatEndsAsAFootnoteBegins(String end) {
    String table = "A 1 | 2 | 3 | 4\nB 5 | 6 | 7 | 8\n";
    check(null, table + end);
  }

  private static final String PROSE =
      "The bell rings each hour that somebody set it for, and it keeps the hours in a file.\n";

  @Test
  void takesTheFirstHeadingOfMarkdownForTheTitleBelowAMenuToo() {
    String menu = "bo / bell\nPublic\nCode\nIssues\nPull requests\nActions\n\nREADME.md\n";
    ArticleText readme =
        ArticleText.of(null, menu + "# Bell\n\n" + PROSE + "\n## Installation\n\n" + PROSE);

    assertThat(ArticleText.of(null, "![npm](https://x.example/b.svg)\n\n" + PROSE).title())
        .isEmpty();
    assertThat(readme.title()).isEqualTo("Bell");
    assertThat(readme.cleaned()).contains("## Installation");
  }

  @Test
  void keepsThePartsOfAChangelog() {
    String log =
        "Changelog\n\n"
            + PROSE
            + "\n## [2.4.0] - 2023-05-11\n\n### Added\n- Support for gzip (#412)\n\n"
            + "### Fixed\n- Dates before 1970 (#398)\n\n## [2.3.1] - 2023-03-02\n\n"
            + "### Security\n- Change the parser, since older ones can be made to ring.";

    ArticleText article = ArticleText.of(null, log);
    assertThat(article.title()).isEmpty();
    assertThat(article.furniture()).isEmpty();
  }

  @Test
  void cleansThePostsOfANewsgroup() {
    String post =
        "From: ann@holm.example (Ann Lee)\nNewsgroups: rec.bells\nSubject: Re: Cracked bell\n"
            + "NNTP-Posting-Host: mole.holm.example\nX-Newsreader: bell 1.0\n\n"
            + "In article <4k@holm.example> bo@holm.example writes:\n"
            + "> The bell of our church began to rattle, but only after it had\n"
            + "> been rung for a wedding in the rain.\n\n"
            + "Take the clapper off, and look at the pin that it hangs from.\n\n"
            + "--\nAnn Lee, Holm Institute\n\"Opinions are mine, and my bell has others.\"\n";

    assertThat(ArticleText.of(null, post).cleaned())
        .isEqualTo(
            "The bell of our church began to rattle, but only after it had been rung for a"
                + " wedding in the rain.\n\nTake the clapper off, and look at the pin that it"
                + " hangs from.");
  }
}
