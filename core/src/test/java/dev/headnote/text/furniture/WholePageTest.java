package dev.headnote.text.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import dev.headnote.Furniture.Reason;
import dev.headnote.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholePageTest {

  private static final String TITLE = "Harbour bridge opens to cyclists after two years of repairs";

  private static final String ABOVE =
      """
      Skip to main content
      Sign in
      Subscribe
      Home
      News
      Courts and Crime
      Local Politics and Government
      Weather and Tides
      Sport
      Arts and Books
      Food and Drink
      Letters to the Editor
      Obituaries
      Puzzles and Games
      Newsletters
      Podcasts
      Sign in
      Subscribe
      Facebook
      Twitter
      Instagram
      YouTube
      Advertisement
      Most Read
      Market traders fear a summer without cars on Quay Street
      Weather and Tides
      Three swimmers are rescued off Skerry Point
      Courts and Crime
      """;

  private static final String HEAD =
      TITLE
          + """

      The council spent four million on piers that a storm had bent
      Nora Vance
      3 May 2024
      Share on Facebook
      Share on Twitter
      """;

  private static final List<String> SENTENCES =
      List.of(
          "The harbour bridge opened to cyclists on Friday, two years after a storm bent one of its"
              + " piers and the council closed it.",
          "Engineers had to lift the deck from its bearings before they could straighten the pier,"
              + " which took longer than anybody had planned for.",
          "The repairs cost four million, a quarter of it paid by the harbour.",
          "Cars will not come back before the autumn, when the second pier is to be strengthened in"
              + " the same way as the first.",
          "The ferry that carried bicycles in the meantime makes its last crossing on Sunday, and its"
              + " crew will go back to the islands for the summer.",
          "Riders who came on the first morning found the new lane wide enough for two, and asked"
              + " for lamps at the northern end before the nights grow long.",
          "The harbour master said that ships will wait for the bridge as they did before the storm,"
              + " since the tide leaves them no other hour.");

  private static final String BODY = String.join("\n", SENTENCES) + "\n";

  private static final String BELOW =
      """
      Share on Facebook
      Share on Twitter
      Related Articles
      Market traders fear a summer without cars on Quay Street
      Stallholders say that they may lose a third of their custom when the works begin in May.
      Tom Hart
      Three swimmers are rescued off Skerry Point
      The lifeboat was called out twice within an hour, and its crew asks bathers to heed the flags.
      Ben Nunn
      Comments
      oldslater
      It was about time. I have ridden around by the mill for two years now.
      Sign up for our newsletter
      Facebook
      Twitter
      Instagram
      YouTube
      LinkedIn
      Contact Us
      Log In
      Subscribe
      Site Map
      Cookie Policy
      Privacy Policy
      Terms of Use
      © 2024 Harbour Gazette. All rights reserved.
      """;

  private static List<String> sentences(String text) {
    return Article.of(text).sentences().stream().map(Sentence::text).toList();
  }

  @Test
  void leavesOfAPageItsArticle() {
    Article article = Article.of(ABOVE + HEAD + BODY + BELOW);

    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.sentences()).extracting(Sentence::text).isEqualTo(SENTENCES);
    assertThat(article.furniture())
        .filteredOn(piece -> piece.reason() == Reason.SIDE_MATTER)
        .extracting(piece -> article.text().substring(piece.start(), piece.end()))
        .contains("Tom Hart", "oldslater")
        .doesNotContain(TITLE);
    assertThat(article.furniture())
        .filteredOn(piece -> piece.reason() == Reason.TITLE)
        .extracting(piece -> article.text().substring(piece.start(), piece.end()))
        .containsExactly(TITLE);
  }

  /** A title may be given as well, and then it stays. */
  @Test
  void keepsAGivenTitle() {
    Article article = Article.of("Bridge reopens", ABOVE + HEAD + BODY + BELOW);

    assertThat(article.title()).isEqualTo("Bridge reopens");
    assertThat(article.sentences()).extracting(Sentence::text).isEqualTo(SENTENCES);
  }

  /** What belongs to the article ends at the page's own lines, not at its last long paragraph. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Print\nIngredients\n3 leeks, sliced\n300 g barley\nBoil until soft.\n",
        "Advertisement\nNobody fell in.\nThe mayor clapped.\n",
      })
  void keepsListsAndShortSentencesBelowTheLastParagraph(String end) {
    String last = end.strip().substring(end.strip().lastIndexOf('\n') + 1);

    assertThat(sentences(ABOVE + HEAD + BODY + end + BELOW)).contains(last).last().isEqualTo(last);
  }

  /** Nothing tells of these which part would be the article. */
  @ParameterizedTest
  @ValueSource(strings = {"Reply\nQuote\n", "Reply\n"})
  void keepsThePostsOfAThread(String answers) {
    String post = "I crossed it on Sunday, and the lane is narrow where the second pier stands.";
    String text = ABOVE + HEAD + BODY + answers + post + "\n" + answers + BELOW;

    assertThat(sentences(text)).contains(post);
  }

  /** Long posts, articles one below another: none holds half of what is said. */
  @Test
  void keepsArticlesBelowEachOther() {
    String other =
        "Market moves to Quay Street\n"
            + "Traders will move in May, when the works at the square begin, and they say that a"
            + " third of their custom will not follow them.\n";
    String menu = "Share on Facebook\nShare on Twitter\n".repeat(12);
    String text = ABOVE + HEAD + BODY + menu + (other + menu).repeat(4) + BELOW;

    assertThat(sentences(text)).containsAll(SENTENCES).anyMatch(s -> s.startsWith("Traders will"));
  }

  /** Talks and lists go on below buttons, and short paragraphs around a link to another article. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share on Facebook\nShare on Twitter\nShare by email\nPrint\n"
            + "What to bring\nA bell.\nTwo lamps.\n",
        "Subscribe\nSign up for our newsletter\nLog in\n"
            + "VANCE: Were you afraid of the wind?\nHART: Not for a moment that morning.\n"
            + "VANCE: And was your crew afraid?\nHART: They never said that they were.\n",
        "Related: Three swimmers are rescued off Skerry Point\n"
            + "Nobody fell in, as far as is known.\nThe mayor clapped, and so did the ferrymen.\n",
      })
  void keepsWhatGoesOnBelowAFewMarks(String end) {
    List<String> lines = end.lines().toList();
    String last = lines.get(lines.size() - 1);

    assertThat(sentences(ABOVE + HEAD + BODY + BODY.replace("bridge", "lock") + end + BELOW))
        .anyMatch(last::endsWith)
        .doesNotContain("It was about time.");
  }

  /** Two promotions are no end. */
  @Test
  void keepsAListBelowPromotion() {
    String end = "Sign up for our newsletter\nSubscribe\nWhat to bring\nA bell.\nTwo lamps.\n";

    assertThat(sentences(ABOVE + HEAD + BODY + BODY.replace("bridge", "lock") + end + BELOW))
        .contains("Two lamps.")
        .doesNotContain("It was about time.");
  }

  /** A title that stands among teasers, too, is where it stands last. */
  @Test
  void takesTheLastOfEqualTitles() {
    String latest = TITLE + "\n3 May 2024\nStallholders ask for a lamp.\nPodcasts\n";
    Article article = Article.of(ABOVE + latest + HEAD + BODY + BELOW);

    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.sentences())
        .extracting(Sentence::text)
        .containsAll(SENTENCES)
        .doesNotContain("Stallholders ask for a lamp.");
  }

  /** What the rules took for the title stays it: a heading below may have more of its words. */
  @Test
  void keepsATitleThatIsSigned() {
    String head = "After the storm\n3 May 2024\nNora Vance\nIt opened.\nThe crew clapped.\n";
    String part = "How the harbour bridge pier was repaired\n";
    Article article = Article.of(ABOVE + head + part + BODY + BELOW);

    assertThat(article.title()).isNotEqualTo(part.strip());
    assertThat(article.sentences()).extracting(Sentence::text).contains("The crew clapped.");
  }

  /** A report whose pages each say whose it is, and whose annex is short. */
  @Test
  void keepsTheEndOfADocumentOfSeveralPages() {
    String foot = "\n© 2024 Harbour Board. All rights reserved.\n";
    String paged = String.join(foot, SENTENCES) + foot;

    assertThat(sentences(ABOVE + HEAD + paged + BELOW)).contains("It was about time.");
  }

  /** Another article of half the length, too, is a part of what was copied. */
  @Test
  void keepsASecondArticle() {
    String menu = "Share on Facebook\nShare on Twitter\n".repeat(4);
    String second = String.join("\n", SENTENCES.subList(1, 4)).replace("bridge", "market");

    assertThat(sentences(ABOVE + HEAD + BODY + menu + second + "\n" + BELOW))
        .contains("It was about time.");
  }

  /** Fewer marks than a page has above and below. */
  @Test
  void leavesATextWithFewMarksAlone() {
    String teaser = "The lifeboat was called out twice within an hour, and its crew asks bathers";
    for (String text :
        List.of(
            withoutLast(ABOVE, 16) + HEAD + BODY + BELOW,
            withoutLast(ABOVE, 10) + HEAD + BODY + withoutLast(BELOW, 7),
            ABOVE + HEAD + BODY + withoutLast(BELOW, 14))) {
      assertThat(sentences(text)).anyMatch(sentence -> sentence.startsWith(teaser));
    }
  }

  private static String withoutLast(String text, int count) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(0, lines.size() - count)) + "\n";
  }

  /** What a text says of itself is its title, whatever its page is headed by. */
  @Test
  void keepsAStatedTitle() {
    String stated = "---\ntitle: Bridge reopens\n---\n\n";

    assertThat(Article.of(stated + ABOVE + HEAD + BODY + BELOW).title())
        .isEqualTo("Bridge reopens");
  }

  /** A menu alone makes no page, nor does a footer, nor a list of whatever. */
  @Test
  void leavesOtherTextsAlone() {
    String comment = "It was about time. I have ridden around by the mill for two years now.";
    String entries = "Aardvark\nBadger\nBeaver\nBison\nBoar\nCamel\n".repeat(5);

    assertThat(sentences(HEAD + BODY + BELOW)).contains("It was about time.");
    assertThat(sentences(entries + HEAD + BODY + entries + comment)).contains("It was about time.");
  }
}
