package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Articles that are cut into pieces, and pieces that are cut into articles. */
class PagePiecesTest {

  private static final String ONE =
      "Dredging of the inner harbour will begin in April, three months late, after divers found a"
          + " wooden barge that lies across the channel and is full of slate.";
  private static final String TWO =
      "Two of the larger boats can only leave the quay at high water, and one skipper reckons he"
          + " has lost forty days at sea since the channel began to silt up.";
  private static final String THREE =
      "The survey will cost as much as a new crane, of which the county pays half, and what then"
          + " happens to the timbers has not been decided by anybody yet.";
  private static final String OTHER =
      "The final game of the club championship lasted seven hours, and ended with both players so"
          + " tired that neither of them noticed the stalemate on the board.";

  private static String page(String body) {
    return "<!DOCTYPE html><html><head><title>A barge in the harbour</title></head><body>"
        + body
        + "</body></html>";
  }

  private static String text(String html) {
    return HtmlExtractor.extract(html).text();
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  /** A place that links lead to may be left open by old pages, and then holds all of them. */
  @Test
  void placesThatLinksLeadToAreNoLinks() {
    assertThat(text(page("<a name=top><div>" + p(ONE) + p(TWO) + p(THREE) + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void emptyElementsOfXmlPagesEndAtTheirSign() {
    assertThat(
            text(
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>"
                    + "<script src='x.js'/></head><body><h1><a id='c1'/>I</h1>"
                    + p(ONE)
                    + "<a id='p2'/>"
                    + p("<span role='doc-pagebreak' id='p3'/>" + TWO + "<a href='#n1'>*</a>")
                    + p(THREE)
                    + "</body></html>"))
        .contains(ONE, TWO, THREE);
  }

  @Test
  void anArticleForReadersWithoutScripts() {
    assertThat(
            text(
                page(
                    "<div id=app>Loading</div><noscript><div>"
                        + p(ONE)
                        + p(TWO)
                        + "</div></noscript>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void shadowRootsThatArePartOfThePage() {
    assertThat(
            text(
                page(
                    "<app-shell><template shadowrootmode=open><div>"
                        + p(ONE)
                        + p(TWO)
                        + "</div></template></app-shell><template>"
                        + p(OTHER)
                        + "</template>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void captionsThatTellTheStory() {
    String figures = "";
    for (String caption : new String[] {ONE, TWO, THREE}) {
      figures +=
          "<figure><img><figcaption class=caption>"
              + caption
              + "<span class=credit>Photograph: Mia Torv</span></figcaption></figure>";
    }
    assertThat(text(page("<article>" + p("Our reporter went there.") + figures + "</article>")))
        .isEqualTo("Our reporter went there.\n\n" + ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void questionsThatOpenTheirAnswers() {
    String items = "";
    for (String answer : new String[] {ONE, TWO, THREE}) {
      items +=
          "<div class=item><h3><button>How long is item "
              + answer.length()
              + "?</button></h3><div class=answer>"
              + answer
              + "</div></div>";
    }
    assertThat(text(page("<div class=faq>" + items + "</div>")))
        .startsWith("How long is item " + ONE.length() + "?\n\n" + ONE)
        .contains(TWO, "How long is item " + THREE.length() + "?\n\n" + THREE);
  }

  @Test
  void sectionsWithHeadingsOfTheirOwn() {
    assertThat(
            text(
                page(
                    "<article><section><div><h2>Abstract</h2><div>"
                        + p(ONE + " " + ONE)
                        + "</div></div></section><div class=main><section><div><h2>Results</h2><div>"
                        + p(TWO)
                        + p(TWO)
                        + "</div></div></section><section><div><h2>Costs</h2><div>"
                        + p(THREE)
                        + p(THREE)
                        + "</div></div></section></div></article>")))
        .startsWith("Abstract\n\n" + ONE)
        .contains("\n\nResults\n\n" + TWO, "\n\nCosts\n\n" + THREE);
  }

  @Test
  void postsWhoseHeadingsLeadToThemselves() {
    String posts = "";
    int number = 0;
    for (String text : new String[] {ONE, TWO, THREE, OTHER}) {
      number++;
      posts +=
          "<div class='post bg"
              + number % 2
              + "'><dl class=postprofile><dt>deckhand</dt></dl><div><h3><a href='#p"
              + number
              + "'>Re: A barge</a></h3><div class=content>"
              + text
              + "<br><br>"
              + text
              + "</div><div class=signature>Still afloat.</div></div></div>";
    }
    assertThat(text(page("<div id=wrap>" + posts + "</div>")))
        .contains(ONE, TWO, THREE, OTHER)
        .doesNotContain("deckhand", "afloat");
  }

  @Test
  void paragraphsInTheItemsOfListsAndTheRowsOfTables() {
    String table =
        "<table><tr><td>2.<td>"
            + TWO
            + "<tr><td>3.<td>"
            + THREE
            + "<tr><td>4.<td>"
            + OTHER
            + "</table>";
    assertThat(text(page(table))).contains(TWO, THREE, OTHER);
    assertThat(text(page("<ol><li>" + ONE + "<li>" + TWO + "<li>" + THREE + "</ol>")))
        .contains(ONE, TWO, THREE);
  }

  @Test
  void lettersThatAreOneTableAStory() {
    String tables = "";
    for (String text : new String[] {ONE, TWO, THREE}) {
      tables +=
          "<table><tr><td><h2>News</h2>"
              + p(text)
              + p(text)
              + "<a href=x>See all of it on our site</a></td></tr></table>";
    }
    assertThat(text(page("<table><tr><td>" + tables + "</td></tr></table>")))
        .contains(ONE, TWO, THREE)
        .doesNotContain("See all");
  }

  @Test
  void aPageOfOneArticleAfterAnotherIsTheFirst() {
    assertThat(
            text(
                page(
                    "<main><div><article><h1>A barge in the harbour</h1>"
                        + p(ONE)
                        + p(TWO)
                        + "</article></div><div><article><h1>A stalemate</h1>"
                        + p(OTHER).repeat(4)
                        + "</article></div></main>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void namesOfBuildersAreNoSideMatter() {
    String pieces = "<section class='elementor-section'>" + p(ONE) + p(TWO) + "</section>";
    int number = 0;
    for (String text : new String[] {THREE, OTHER}) {
      number++;
      pieces +=
          "<section class='elementor-section elementor-element-"
              + number
              + "'><div class=elementor-widget><div class='overflow-hidden'>"
              + p(text)
              + "</div></div></section>";
    }
    assertThat(text(page("<div>" + pieces + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE + "\n\n" + OTHER);
  }

  @Test
  void marksOfNotesAndNumbersOfPages() {
    assertThat(
            text(
                page(
                    "<div>"
                        + p(ONE + "<a href='#_ftn1'><span>[1]</span></a>")
                        + p(
                            "<span class=pagenum><a id=Page_2>[2]</a></span>"
                                + TWO
                                + "<a href='#n1'><sup>1</sup></a>")
                        + p(
                            THREE
                                + "<sup><a href='#r1'>1</a>,<a href='#r2'>2</a></sup>"
                                + "<span role=doc-pagebreak>12</span>")
                        + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void notesInsideOfSentences() {
    assertThat(
            text(
                page(
                    "<div>"
                        + p(
                            ONE
                                + "<span class='ltx_note ltx_role_footnote'><sup>1</sup>Thanks.</span>")
                        + p(TWO + "<span class=sidenote>A word beside.</span>")
                        + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void wordsThatWereDeletedOrClipped() {
    assertThat(
            text(
                page(
                    "<div>"
                        + p("<del>That the barge be lifted at once.</del>")
                        + p(ONE)
                        + "<p style='position:absolute;clip: rect(0,0,0,0)'>"
                        + OTHER
                        + "</p>"
                        + p(TWO)
                        + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void aThreadWhoseOnlyTextIsItsComments() {
    String rows = "";
    for (String text : new String[] {ONE, TWO, THREE, OTHER}) {
      rows +=
          "<tr class=athing><td>somebody wrote this three hours ago | next | previous | root"
              + "<div class=comment>"
              + text
              + "</div></td></tr>";
    }
    assertThat(text(page("<table>" + rows + "</table>"))).contains(ONE, TWO, THREE, OTHER);
  }

  @Test
  void whatComponentsSayTheyAre() {
    assertThat(
            text(
                page(
                    "<article><div data-component=byline-block>Dana Pryce, environment"
                        + " reporter</div>"
                        + p(ONE)
                        + p(TWO)
                        + "</article>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void titlesOfDocumentsOfWordProcessors() {
    assertThat(
            HtmlExtractor.extract(
                    "<p class='c3 title'>Notes for volunteers</p><h1>Before you open</h1>" + p(ONE))
                .title())
        .isEqualTo("Notes for volunteers");
  }

  @Test
  void boxesNamedAsSideMatterThatAreListsStayOut() {
    String references =
        "<div class=reflist><ol class=references><li>" + OTHER + "<li>" + OTHER + "</ol></div>";
    String related = "<div class=related-posts><ul><li>" + OTHER + "<li>" + OTHER + "</ul></div>";
    assertThat(text(page("<article>" + p(ONE) + p(TWO) + references + related + "</article>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void cellsThatAreOnlyALinkStay() {
    String rows =
        "<tr><td><a href=a>Boat of the north</a></td><td>"
            + ONE
            + "</td></tr><tr><td><a href=b>Boat of the south</a></td><td>"
            + TWO
            + "</td></tr><tr><td><a href=c>Boat of the east</a></td><td>"
            + THREE
            + "</td></tr>";
    assertThat(text(page("<table>" + rows + "</table>")))
        .contains("Boat of the north", "Boat of the south");
  }

  @Test
  void messagesToReadersWithoutScriptsStayOut() {
    String message = "This site needs JavaScript. Please enable it in your browser. ";
    assertThat(text(page(p(ONE) + "<noscript>" + p(message.repeat(6)) + "</noscript>")))
        .isEqualTo(ONE);
  }

  @Test
  void ofSeveralArticlesNoneIsChosenByAnEmptyOrShortHeading() {
    String other = "<article><h1><img alt=Logo></h1>" + p(OTHER) + p(OTHER) + "</article>";
    String own =
        "<article><h1>Divers find a barge</h1>" + p(ONE) + p(TWO) + p(THREE) + "</article>";
    assertThat(text("<title>Divers find a barge</title>" + other + own)).contains(ONE, TWO, THREE);
  }

  @Test
  void wordsInBracketsStay() {
    assertThat(text(page(p("The minister told <a href='#p'>[the board]</a> so, " + ONE))))
        .contains("[the board]");
  }
}
