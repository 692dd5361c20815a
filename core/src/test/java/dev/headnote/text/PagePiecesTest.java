package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"\n  ", "\uFEFF", "\uFEFF\r\n"})
  void whatMayStandBeforeTheDeclarationOfXml(String before) {
    assertThat(
            text(
                before
                    + "<?xml version='1.0'?><html><head><script src='x.js'/></head><body>"
                    + p(ONE)
                    + "<a id='p2'/>"
                    + p(TWO)
                    + "</body></html>"))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void postsInArticlesBelowTheOneWithTheMainHeading() {
    String first = "<div><article><h1>A barge in the harbour</h1>" + p(ONE) + "</article></div>";
    String second = "<div><article><h2>Down they go</h2>" + p(TWO) + "</article></div>";
    String third = "<div><article><h2>Waiting</h2>" + p(THREE) + p(OTHER) + "</article></div>";
    String posts = "\n\nDown they go\n\n" + TWO + "\n\nWaiting\n\n" + THREE + "\n\n" + OTHER;
    assertThat(text(page("<main>" + first + second + third + "</main>"))).isEqualTo(ONE + posts);
    assertThat(
            text(
                page(
                    "<main>"
                        + first.replace(ONE, ONE + " " + ONE.repeat(9))
                        + second
                        + third
                        + "</main>")))
        .endsWith(posts);
    String longest = "<div><article><h2>Waiting</h2>" + p(THREE).repeat(7) + "</article></div>";
    assertThat(text(page("<main>" + first + longest + "</main>")))
        .isEqualTo(ONE + "\n\nWaiting" + ("\n\n" + THREE).repeat(7));
  }

  @Test
  void articlesInShortBesideTheArticle() {
    String article = "<article><h1>A barge in the harbour</h1>" + p(ONE) + p(TWO) + "</article>";
    String other = "<article><h2><a href=x>A stalemate</a></h2>" + p(OTHER) + "</article>";
    assertThat(text(page("<main>" + article + other + other + "</main>")))
        .isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void aQuestionAboveItsAnswers() {
    String answer = "<div class=answer><div><div>" + p(TWO) + p(THREE) + "</div></div></div>";
    assertThat(
            text(
                page(
                    "<div><h1>A barge in the harbour</h1></div><div class=bar>"
                        + "<div class='question first'><div>"
                        + p(ONE)
                        + p("Why?")
                        + "</div></div><div id=answers>"
                        + answer
                        + answer
                        + "</div></div>")))
        .isEqualTo(ONE + "\n\nWhy?" + ("\n\n" + TWO + "\n\n" + THREE).repeat(2));
  }

  @Test
  void anAbstractAboveTheSectionsOfAnArticle() {
    String sections = "";
    for (String text : new String[] {TWO, THREE, OTHER}) {
      sections += "<div class=part><div>" + p(text).repeat(4) + "</div></div>";
    }
    String start = "<h1>A barge in the harbour</h1><div><div>";
    String end = "</div></div><div><div>" + sections + "</div></div>";
    assertThat(text(page(start + p(ONE) + p(ONE) + end)))
        .startsWith(ONE + "\n\n" + ONE + "\n\n" + TWO);
    // What the heading doesn't stand above is no part at all.
    String above = "<div>" + p(ONE) + p(ONE) + "</div>";
    assertThat(text(page(above + start + end))).startsWith(TWO);
    assertThat(text(page("<div><div>" + above + end + "<h1>A barge in the harbour</h1>")))
        .startsWith(TWO);
  }

  /** Set apart from the text below: alone, behind a picture, or in the header. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>A barge in the harbour</h1><div><p>%s</p></div><figure><img src=x></figure>",
        "<div><h1>A barge in the harbour</h1></div><p>3 May</p><div><div>%s</div></div>",
        "<header><h1>Harbour News</h1></header><header><h1>A barge in the harbour</h1><p>%s</p></header>",
      })
  void theLeadAboveAnArticle(String above) {
    String article = (p(TWO) + p(THREE)).repeat(9);
    String text = (TWO + "\n\n" + THREE + "\n\n").repeat(9).strip();
    String page = page(above + "<div><div class=entry>" + article + "</div></div>");
    assertThat(text(String.format(page, ONE))).isEqualTo(ONE + "\n\n" + text);
    assertThat(text(String.format(page, "Divers find <b>a barge</b>."))).isEqualTo(text);
    assertThat(text(String.format(page, ONE.replace('.', ' ')))).isEqualTo(text);
    assertThat(text(String.format(page, ONE.repeat(8)))).isEqualTo(text);
  }

  /** Templates write leads as headings, often without a full stop. */
  @Test
  void aLeadThatIsAHeading() {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String title = "<h1>A barge in the harbour</h1>";
    String lead = ONE.substring(0, ONE.length() - 1);
    assertThat(text(page(title + "<h2>" + lead + "</h2>" + article)))
        .startsWith(lead + "\n\n" + TWO);
    assertThat(text(page(title + "<div><h3>" + ONE + "</h3></div>" + article)))
        .startsWith(ONE + "\n\n" + TWO);
    // Neither a short one, nor another one that is the page's main one, nor one that leads on.
    assertThat(text(page(title + "<h2>Divers find a barge</h2>" + article))).startsWith(TWO);
    assertThat(text(page(title + "<h1>" + lead + "</h1>" + article))).startsWith(TWO);
    assertThat(text(page(title + "<h2><a href=x>" + lead + "</a></h2>" + article))).startsWith(TWO);
    // A paragraph is the lead rather.
    assertThat(text(page(title + "<h2>" + lead + "</h2><div>" + p(OTHER) + "</div>" + article)))
        .startsWith(OTHER + "\n\n" + TWO);
  }

  /** A sentence is, in a heading or what is named so, in a header that holds nothing else, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>A barge in the harbour</h1><div class=articleDek><p>%s</p></div>",
        "<h1>A barge in the harbour</h1><h2>%s</h2>",
        "<header><h1>A barge in the harbour</h1><h2>%s</h2></header>",
        "<div class=banner><h1>A barge in the harbour</h1><div class=summary>%s</div></div>",
        "<h1>Harbour News</h1><h2>A barge in the harbour</h2><p class=sub-title>%s</p>",
        "<h1>Divers have found a barge and slate</h1><p class=standfirst>%s</p>",
      })
  void aShortLead(String above) {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String page = page(above + article);
    String lead = "It lies across the channel, full of slate.";
    assertThat(text(String.format(page, lead))).startsWith(lead + "\n\n" + TWO);
    // What is shorter, no sentence, or furniture by its words isn't.
    assertThat(text(String.format(page, "We have answers."))).startsWith(TWO);
    assertThat(text(String.format(page, lead.replace('.', ' ')))).startsWith(TWO);
    assertThat(text(String.format(page, "Sign up to our newsletter for the latest news.")))
        .startsWith(TWO);
  }

  @Test
  void aSentenceFarBelowTheHeadingIsNoLead() {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String lead = "<h2>It lies across the channel, full of slate.</h2>";
    String title = "<h1>A barge in the harbour</h1>";
    assertThat(text(page(title + "<p>3 May</p>" + lead + article))).startsWith("It lies");
    assertThat(text(page(title + "<p>3 May</p>".repeat(3) + lead + article))).startsWith(TWO);
  }

  /** No word tells all notes: a short one is a lead only where the page says so. */
  @Test
  void aNoteBelowTheHeadingIsNoLead() {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String title = "<h1>A barge in the harbour</h1>";
    for (String note :
        new String[] {
          "Last updated on Monday, the third of May, at noon.",
          "This video could not be played. Please try again.",
          "By Ann Lee and Robert Brown, Reuters, in Harbour City.",
        }) {
      assertThat(text(page(title + "<div>" + p(note) + "</div>" + article))).startsWith(TWO);
    }
    String list = "<ul><li>" + p(ONE) + "</li></ul>";
    assertThat(text(page(title + list + article))).startsWith(TWO);
  }

  /** A header without prose is left out, and is still no place to show what a page hides. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<header>%s<div style='display:none'><p>%s</p></div></header>",
        "<header>%s<figcaption><p>%s</p></figcaption></header>",
        "<header>%s<noscript><p>%s</p></noscript></header>",
        "<header>%s<div class=newsletter><p>%s</p></div></header>",
        "<header>%s<div><div role=dialog><p>%s</p></div></div></header>",
        "<div hidden>%s<div><p>%s</p></div></div>",
        "<aside>%s<p>%s</p></aside>",
      })
  void noLeadInWhatIsLeftOutOfAHeader(String header) {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String head = String.format(header, "<h1>A barge in the harbour</h1>", OTHER);
    assertThat(text(page(head + article))).startsWith(TWO).doesNotContain(OTHER);
  }

  @Test
  void whatStandsInAHiddenBoxOfTheHeadingOpensNoArticle() {
    String rest = "<div class=main-section><div>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String hidden =
        "<div hidden><h1>A barge in the harbour</h1><div>" + p(ONE) + p(OTHER) + "</div></div>";
    assertThat(text(page("<div>" + hidden + "</div>" + rest))).startsWith(TWO);
    // Behind such a box the article may begin.
    String meta = "<div class=entry-meta><h1>A barge in the harbour</h1></div>";
    String first = "<div><div>" + p(ONE) + p(OTHER) + "</div></div>";
    assertThat(text(page("<div>" + meta + first + "</div>" + rest)))
        .startsWith(ONE + "\n\n" + OTHER + "\n\n" + TWO);
  }

  /** Without a title to go by, any of them might be its heading. */
  @Test
  void aHeadingOfTheSecondRankIsTheTitlesOnlyIfItBeginsIt() {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    for (String title : new String[] {"", "<title>Harbour</title>", "<title>???</title>"}) {
      String above = "<div><h2>Harbour news in your mail</h2><p>" + OTHER + "</p></div>" + article;
      assertThat(text("<html><head>" + title + "</head><body>" + above + "</body></html>"))
          .startsWith(TWO);
    }
    String card = "<div><h2><a href=x>A barge in the harbour</a></h2>" + p(OTHER) + "</div>";
    assertThat(text(page(card + article))).startsWith(TWO);
    String linked = "<div><a href=x><h2>A barge in the harbour</h2></a>" + p(OTHER) + "</div>";
    assertThat(text(page(linked + article))).startsWith(TWO);
  }

  /** A box that repeats the title is no part of the article for that. */
  @Test
  void aHeadingOfTheSecondRankInASideBox() {
    String promo = "<div class=promo><h2>A barge in the harbour</h2>" + p(OTHER) + "</div>";
    String article = "<div>" + p(TWO) + promo + (p(TWO) + p(THREE)).repeat(9) + "</div>";
    assertThat(text(page(article))).startsWith(TWO).doesNotContain(OTHER);
  }

  /** The lead stands behind a menu that holds the heading, but not in it. */
  @Test
  void theLeadBehindAHeadingInAMenu() {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String menu = "<nav><h1>A barge in the harbour</h1>" + p(OTHER) + "</nav>";
    assertThat(text(page(menu + p(ONE) + article))).startsWith(ONE + "\n\n" + TWO);
  }

  /** Other things have intros and descriptions, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {"image-description", "site-description", "lead-image", "ai-summary", "leadForm"})
  void whatIsNamedForAnotherThingIsNoLead(String name) {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String note = "<p class=" + name + ">It lies across the channel, full of slate.</p>";
    assertThat(text(page("<h1>A barge in the harbour</h1>" + note + article))).startsWith(TWO);
  }

  /** A title of one word is a heading as well: what it stands in is no side matter. */
  @Test
  void theHeaderOfAShortTitle() {
    String article =
        "<article><header><h1>Insulin</h1>%s</header>%s</article>"
            .formatted(p(OTHER), (p(TWO) + p(THREE)).repeat(9));
    assertThat(text("<html><head><title>Insulin</title></head><body>" + article + "</body></html>"))
        .startsWith(OTHER + "\n\n" + TWO);
  }

  @Test
  void aParagraphIsTheLeadRatherThanASentenceAboveIt() {
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    String above =
        "<h1>A barge in the harbour</h1><div>"
            + p("The barge at low water, in a picture of last week.")
            + "</div><div>"
            + p(ONE)
            + "</div>";
    assertThat(text(page(above + article))).startsWith(ONE + "\n\n" + TWO);
  }

  /** Adverts cut articles into boxes of different kinds, the first of which holds the heading. */
  @Test
  void theFirstPartOfAnArticleBesideItsHeading() {
    String first = "<div><div>" + p(ONE) + p(OTHER) + "</div></div>";
    String rest = "<div class=main-section><div>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    for (String heading :
        new String[] {
          "<h1>A barge in the harbour</h1>", "<h1>Harbour News</h1><h2>A barge in the harbour</h2>",
        }) {
      assertThat(text(page("<div><div>" + heading + "</div>" + first + "</div>" + rest)))
          .startsWith(ONE + "\n\n" + OTHER + "\n\n" + TWO);
    }
    String more = "<div><h3><a href=x>A game of chess</a></h3>" + p(OTHER) + p(OTHER) + "</div>";
    assertThat(text(page("<div><h1>A barge in the harbour</h1>" + more + "</div>" + rest)))
        .startsWith(TWO);
  }

  @Test
  void whatStandsAboveAnArticleAndIsNoLead() {
    String heading = "<h1>A barge in the harbour</h1>";
    String article = "<div><div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div></div>";
    for (String other :
        new String[] {
          "<div><p><a href=x>" + OTHER + "</a></p></div>",
          "<div><ul><li>" + OTHER + "</ul></div>",
          "<div><p class=about>" + OTHER + "</p></div>",
          "<aside><p>" + OTHER + "</p></aside>",
          "<div class=browserupgrade>" + p(OTHER) + "</div>",
          "<div><h3><a href=x>A game of chess</a></h3>" + p(OTHER) + "</div>",
          "<div>".repeat(8) + p(OTHER) + "</div>".repeat(8),
        }) {
      assertThat(text(page(heading + other + article))).startsWith(TWO);
    }
    assertThat(text(page("<div>" + p(OTHER) + "</div>" + heading + article))).startsWith(TWO);
    assertThat(text(page(article + heading + "<div>" + p(OTHER) + "</div>"))).startsWith(TWO);
  }

  /** What the title's heading is followed by may hold the article, or stand in it. */
  @Test
  void aLeadThatIsTheArticleStandsThereOnce() {
    String heading = "<h1>A barge in the harbour</h1>";
    String three = ONE + "\n\n" + TWO + "\n\n" + THREE;
    String article = p(ONE) + p(TWO) + p(THREE);
    assertThat(text(page(heading + "<blockquote><div>" + article + "</div></blockquote>")))
        .isEqualTo(three);
    String loose =
        "<div>" + ONE + "<div class=article-content>" + p(TWO) + p(THREE) + "</div></div>";
    assertThat(text(page("<article>" + heading + loose + "</article>")))
        .isEqualTo(TWO + "\n\n" + THREE);
    assertThat(
            text(
                page(
                    heading
                        + "<div>"
                        + p(ONE)
                        + "</div><div><div class=entry>"
                        + article.repeat(4)
                        + "</div></div>")))
        .isEqualTo((three + "\n\n").repeat(4).strip());
  }

  @Test
  void aLeadStandsWhereItStandsInThePage() {
    String heading = "<h1>A barge in the harbour</h1>";
    String section = "<section>" + p(ONE) + p(TWO) + "</section>";
    String lead = "<div>" + p(OTHER) + "</div>";
    String article = "<div class=entry>" + (p(TWO) + p(THREE)).repeat(9) + "</div>";
    assertThat(text(page(heading + section + lead + article))).startsWith(ONE + "\n\n" + TWO);
    assertThat(text(page(section + heading + lead + article)))
        .startsWith(ONE + "\n\n" + TWO + "\n\n" + OTHER + "\n\n" + TWO);
  }

  @Test
  void softHyphensAloneAreNoLead() {
    assertThat(
            text(
                page(
                    "<h1>A barge in the harbour</h1>"
                        + p("&shy; ".repeat(120))
                        + "<div><div class=entry>"
                        + (p(TWO) + p(THREE)).repeat(9)
                        + "</div></div>")))
        .startsWith(TWO);
  }

  /** A menu, or a hidden copy, may repeat the title far above the article. */
  @Test
  void theLeadStandsBelowTheHeadingThatIsSeen() {
    String heading = "<h1>A barge in the harbour</h1>";
    for (String other : new String[] {"<nav>%s</nav>", "<div hidden>%s</div>"}) {
      assertThat(
              text(
                  page(
                      String.format(other, heading)
                          + "<div>"
                          + p(OTHER)
                          + "</div>"
                          + heading
                          + "<div>"
                          + p(ONE)
                          + "</div><div><div class=entry>"
                          + (p(TWO) + p(THREE)).repeat(9)
                          + "</div></div>")))
          .startsWith(ONE + "\n\n" + TWO);
    }
  }

  @Test
  void theRestOfAnArticleInABoxOfItsOwn() {
    String most = "<div><div><div>" + (p(ONE) + p(TWO)).repeat(12) + "</div></div></div>";
    String rest = "<div><div>" + p(THREE) + p(OTHER) + "</div></div>";
    String author = "<div class=author-card><div>" + p(OTHER) + p(ONE) + "</div></div>";
    String article = "<article><h1>A barge in the harbour</h1>" + most + rest + author;
    assertThat(text(page(article + "</article><div><div>" + p(OTHER) + "</div></div>")))
        .isEqualTo((ONE + "\n\n" + TWO + "\n\n").repeat(12) + THREE + "\n\n" + OTHER);
  }

  @Test
  void narrowColumnsBesideTheArticle() {
    String article = (p(ONE) + p(TWO) + p(THREE)).repeat(3);
    String text = (ONE + "\n\n" + TWO + "\n\n" + THREE + "\n\n").repeat(3).strip();
    for (String[] columns :
        new String[][] {
          {"col-md-8", "col-md-4"},
          {"col-12 col-lg-9", "col-12 col-lg-3"},
          {"large-8 columns", "large-4 columns"},
          {"span8", "span4"}
        }) {
      String row =
          "<div class=row><div class='%s'>"
              + article
              + "</div><div class='%s'>"
              + p(OTHER).repeat(3);
      assertThat(text(page(String.format(row + "</div></div>", (Object[]) columns))))
          .as(columns[1])
          .isEqualTo(text);
    }
    String wide = "<div class=row><section class=col-7>" + article + article + "</section>";
    assertThat(text(page(wide + "<section class=col-5>" + p(OTHER) + p(ONE) + "</section></div>")))
        .endsWith("\n\n" + OTHER + "\n\n" + ONE);
  }

  @Test
  void narrowColumnsOfHeadingsAndOfMuchText() {
    String row = "<div class=row><div class=col-3><h2>%s</h2></div><div class=col-9>%s</div></div>";
    String most = String.format(row, "Why", (p(ONE) + p(TWO)).repeat(3));
    assertThat(text(page(most + String.format(row, "When", p(THREE) + p(OTHER)))))
        .isEqualTo(
            "Why\n\n"
                + (ONE + "\n\n" + TWO + "\n\n").repeat(3)
                + "When\n\n"
                + THREE
                + "\n\n"
                + OTHER);
    // Neither is beside most of the prose and has little itself.
    String columns = "<div><div class=col-8>%s</div><div class=col-4>" + p(THREE) + p(OTHER);
    String first = p(ONE) + p(TWO);
    assertThat(text(page(String.format(columns, first + first)))).contains(THREE, OTHER);
    assertThat(text(page(String.format(columns, first + first) + "</div><div>" + p(ONE))))
        .contains(THREE, OTHER);
  }

  @Test
  void columnsBelowOrBeforeTheWideOneStay() {
    String wide = "<div class='%s'>" + (p(ONE) + p(TWO) + p(THREE)).repeat(3) + "</div>";
    String half = "<div class='%s'><h2>In the end</h2>" + p(OTHER) + p(ONE) + "</div>";
    for (String[] columns :
        new String[][] {{"col-12", "col-6"}, {"large-12 columns", "large-6 columns"}}) {
      String row = String.format(wide, columns[0]) + String.format(half, columns[1]).repeat(2);
      assertThat(text(page("<div class=row>" + row + "</div>"))).as(columns[1]).endsWith(ONE);
    }
    String question = "<div class=col-md-3>" + p(OTHER) + p(ONE) + p(TWO) + "</div>";
    assertThat(
            text(page("<div class=row>" + question + String.format(wide, "col-md-9") + "</div>")))
        .startsWith(OTHER);
  }

  @Test
  void sectionsWhoseHeadingsSoundLikeLabelsStay() {
    String section = "<section><h2>%s</h2><p>In <a href=a>March</a> " + OTHER + "</p></section>";
    for (String heading : new String[] {"Background reading", "Previously", "In depth", "More"}) {
      assertThat(text(page("<div>" + p(ONE) + p(TWO) + String.format(section, heading) + "</div>")))
          .as(heading)
          .contains(OTHER);
    }
  }

  @Test
  void wrappedArticlesThatLeadOnAreOthers() {
    String first =
        "<div><article><h1>A barge in the harbour</h1>"
            + (p(ONE) + p(TWO)).repeat(2)
            + "</article></div>";
    for (String link : new String[] {"<p><a href=x>More</a></p>", " <a href=x>More</a>"}) {
      String other = "<div><article><h2>Down they go</h2>" + p(OTHER) + link + "</article></div>";
      assertThat(text(page("<main>" + first + other.repeat(3) + "</main>")))
          .as(link)
          .doesNotContain(OTHER);
    }
  }

  @Test
  void whatIsAboutAnArticleIsNoPartOfIt() {
    String most = "<div><div><div>" + (p(ONE) + p(TWO)).repeat(12) + "</div></div></div>";
    String article = "<article><h1>A barge in the harbour</h1>%s" + most + "%s</article>";
    String words = p(OTHER) + p(THREE);
    for (String box :
        new String[] {
          "<div class=about-the-writer><div>" + words + "</div></div>",
          "<div><h3>3 responses</h3>" + words + "</div>",
          "<div><ol><li>" + words + "</ol></div>"
        }) {
      assertThat(text(page(String.format(article, "", box)))).as(box).doesNotContain(OTHER);
    }
    String card = "<div class=author-card>" + words + "</div>";
    assertThat(text(page(String.format(article, card, "")))).doesNotContain(OTHER);
  }

  @Test
  void copiesForReadersWithoutScriptsStayOut() {
    String words = (ONE + " " + TWO).replace(", ", ",</p><p>").replace(" the ", " the</p><p>");
    String lines = p(words);
    String copy = p(words.replace("</p><p>", " "));
    assertThat(text(page("<article>" + lines + "<noscript>" + copy + "</noscript></article>")))
        .containsOnlyOnce("three months late");
  }

  private static String nested(int levels, String html) {
    return "<div>".repeat(levels) + html + "</div>".repeat(levels);
  }

  @Test
  void piecesAreLookedForEightLevelsUp() {
    String first = nested(7, p(ONE).repeat(9));
    String second = nested(7, p(TWO) + p(THREE));
    String pieces = "<section><div class=piece>%s</div><div class=piece>%s</div></section>";
    assertThat(text(page(String.format(pieces, first, second)))).contains(ONE, TWO, THREE);
    String deeper = String.format(pieces, nested(1, first), nested(1, second));
    assertThat(text(page(deeper))).contains(ONE).doesNotContain(TWO, THREE);
  }

  @Test
  void aMainHeadingIsLookedForEightLevelsDownInItsArticle() {
    String heading = "<h1>A barge in the harbour</h1>";
    String pages =
        "<article>%s"
            + p(ONE)
            + p(TWO)
            + "</article><article><h1>A stalemate</h1>"
            + p(OTHER).repeat(9)
            + "</article>";
    assertThat(text(page(String.format(pages, nested(8, heading))))).isEqualTo(ONE + "\n\n" + TWO);
    assertThat(text(page(String.format(pages, nested(9, heading))))).contains(OTHER);
  }

  @Test
  void anArticleIsTheOneOfSeveralIfItHasTwoHundredCharacters() {
    String pages =
        "<article><h1>A barge in the harbour</h1><p>%s</article><article><h1>A stalemate</h1>"
            + p(OTHER).repeat(9)
            + "</article>";
    String enough = (ONE + " " + TWO).substring(0, 199) + ".";
    assertThat(enough.charAt(198)).isNotEqualTo(' ');
    assertThat(text(page(String.format(pages, enough)))).isEqualTo(enough);
    assertThat(text(page(String.format(pages, enough.substring(1))))).contains(OTHER);
  }

  @Test
  void neighboursWhoseHeadingsLeadElsewhereAreOtherArticles() {
    String posts =
        "<div><div class=item><div><h3>A barge</h3>"
            + p(ONE).repeat(9)
            + "</div></div><div class=item><div><h3>%s</h3>"
            + p(TWO)
            + p(THREE)
            + "</div></div></div>";
    assertThat(text(page(String.format(posts, "Waiting")))).contains(TWO, THREE);
    assertThat(text(page(String.format(posts, "<a href=x>Waiting</a>"))))
        .doesNotContain(TWO, THREE);
    assertThat(text(page(String.format(posts, "<a href=#x>Waiting</a>")))).contains(TWO, THREE);
    assertThat(text(page(String.format(posts, "<a href=x>Waiting</a> for high water"))))
        .contains(TWO, THREE);
  }

  @Test
  void shortPostsWithManyLinks() {
    String post = "<div class=post><a href=u>%s</a><div><div class=content>%s</div></div></div>";
    String links = "Reply, quote, report, link";
    String first = String.format(post, links, ONE.repeat(5));
    String posts = "";
    for (String text : new String[] {TWO, THREE}) {
      posts += String.format(post, links.repeat(3), text);
    }
    assertThat(text(page("<div>" + first + posts + "</div>"))).contains(ONE, TWO, THREE);
    String linked = posts.replace(links.repeat(3), links.repeat(5));
    assertThat(text(page("<div>" + first + linked + "</div>"))).doesNotContain(TWO, THREE);
  }

  @Test
  void columnsOfOneKindArePieces() {
    String columns =
        "<div class=row><div class='large-%d columns'><div>"
            + p(ONE).repeat(9)
            + "</div></div><div class='large-5 columns'><div>"
            + p(TWO)
            + p(THREE)
            + "</div></div></div>";
    assertThat(text(page(String.format(columns, 5)))).contains(ONE, TWO, THREE);
    assertThat(text(page(String.format(columns, 7)))).contains(ONE).doesNotContain(TWO, THREE);
    String numbered = columns.replace("columns", "part").replace("large-", "part-");
    assertThat(text(page(String.format(numbered, 7)))).contains(ONE, TWO, THREE);
  }

  @Test
  void shadowRootsAreOpenOrClosed() {
    String page = "<app-shell><template shadowrootmode=%s>" + p(ONE) + p(TWO) + "</template>";
    assertThat(text(page(String.format(page, "open")))).isEqualTo(ONE + "\n\n" + TWO);
    assertThat(text(page(String.format(page, "closed")))).isEqualTo(ONE + "\n\n" + TWO);
    assertThat(text(page(String.format(page, "none")))).isEmpty();
  }

  @Test
  void captionsTellTheStoryIfThereAreThreeAndLittleElse() {
    String figure = "<figure><img>Slide 1<figcaption>%s</figcaption></figure>";
    String two = String.format(figure, ONE) + String.format(figure, TWO);
    String three = two + String.format(figure, THREE);
    assertThat(text(page("<article>" + p("Our reporter went there.") + three + "</article>")))
        .isEqualTo(
            "Our reporter went there.\n\nSlide 1\n\n"
                + ONE
                + "\n\nSlide 1\n\n"
                + TWO
                + "\n\nSlide 1\n\n"
                + THREE);
    assertThat(text(page("<article>" + p(OTHER) + two + "</article>"))).doesNotContain(ONE, TWO);
    assertThat(text(page("<article>" + p(OTHER).repeat(4) + three + "</article>")))
        .doesNotContain(ONE, TWO, THREE);
    String links = "<nav><a href=x>" + OTHER.repeat(9) + "</a></nav>";
    assertThat(text(page(links + "<article>" + three + "</article>"))).contains(ONE, TWO, THREE);
  }

  /** A link or a word that shows a box when it is pointed at is named like the box. */
  @Test
  void wordsOfASentenceStayWhateverTheirNames() {
    String sentence =
        "The members of <span class=tooltip>the pact<span class=tooltiptext>Signed in"
            + " 1949</span></span> met, and <a class=hovercard href=b>Jens Berg</a>, their chair, told"
            + " <a class=related-link href=f>France</a>, <a class=tag href=s>Spain</a> and <a"
            + " class=tag href=i>Italy</a> on Monday to pay more. <a class=popup href=g>Germany</a>"
            + " paid <span class=rollover-people><a href=m>Mia Lund<span class=rollover-block>More"
            + " on her</span></a></span>.";
    assertThat(text(page("<article>" + p(ONE) + p(sentence) + p(TWO) + "</article>")))
        .isEqualTo(
            ONE
                + "\n\nThe members of the pact met, and Jens Berg, their chair, told France, Spain"
                + " and Italy on Monday to pay more. Germany paid Mia Lund.\n\n"
                + TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Members of NATO<span class=tooltip>North Atlantic Treaty Organisation</span> met on Monday.",
        "Members of <b>NATO</b> <span class=popover>A pact</span> met on Monday.",
        "Members of NATO <span class=dropdown>Share Copy Print</span> met on Monday.",
        "Members of NATO <span class=tooltip>Link copied to clipboard</span> met on Monday.",
        "Members of NATO <span class=related>Related: <a href=c>Cod</a></span> met on Monday."
      })
  void boxesWithinSentencesGo(String sentence) {
    String went = sentence + " They spoke of peace for a whole day and signed nothing at all.";
    assertThat(text(page("<article>" + p(ONE) + p(went) + p(TWO) + "</article>")))
        .contains("Members of NATO met on Monday. They spoke of peace");
  }

  @Test
  void tagsAndBoxesBesideSentencesGo() {
    String tags =
        "Tags: <a class=tag href=b>Budget</a>, <a class=tag href=n>the North</a>, and more";
    String box = TWO + " <a class=related-link href=r>See our other report</a> Then this went on.";
    String hidden = THREE + " The <a href=u>paper<span class=tooltip>opens a page</span></a> says.";
    assertThat(text(page("<article>" + p(ONE) + p(tags) + p(box) + p(hidden) + "</article>")))
        .contains(ONE, TWO + " Then this went on.", "The paper says.")
        .doesNotContain("Budget", "the North", "other report", "opens");
  }
}
