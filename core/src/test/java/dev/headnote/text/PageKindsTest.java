package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of many kinds, each with the article in and the rest out. */
class PageKindsTest {

  private static final String ONE =
      "The old mill at Garrow was sold on Monday to a bakery, the town said, after nine years.";
  private static final String TWO =
      "Its wheel turned last in 1961, and the roof, which leaked, was mended only once since then.";
  private static final String THREE =
      "The bakers want to grind their own flour there, and to sell bread to whoever walks by.";

  private static String p(String... texts) {
    StringBuilder html = new StringBuilder();
    for (String text : texts) {
      html.append("<p>").append(text).append("</p>\n");
    }
    return html.toString();
  }

  private static String page(String body) {
    return page("Old mill sold to bakery", body);
  }

  private static String page(String title, String body) {
    return "<!DOCTYPE html><html><head><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }

  private static String text(String html) {
    return HtmlExtractor.extract(html).text();
  }

  private static void assertArticle(String html) {
    assertThat(text(html)).isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void paragraphsThatSpeakOfSubscriptions() {
    String told =
        "Groceries weren't the problem. Subscriptions were. We had eleven of them, two of which"
            + " neither of us remembered signing up for, and you can't manage what you can't see.";
    String cut = "Sign up to our newsletter for the latest news.";
    assertThat(text(page(p(ONE, told, TWO, cut, THREE)))).contains(told).doesNotContain(cut);
  }

  /** The class by which pages tell search engines which paragraphs readers pay for. */
  @Test
  void paragraphsBehindAPaywall() {
    String behind = "<p class=paywall>" + TWO + "</p><p class='x paywall'>" + THREE + "</p>";
    assertThat(text(page(p(ONE, TWO, THREE) + behind.repeat(3))))
        .isEqualTo(ONE + ("\n\n" + TWO + "\n\n" + THREE).repeat(4));
    assertArticle(
        page(p(ONE, TWO, THREE) + "<p class=paywall>Der Rest steht nur Abonnenten offen.</p>"));
    String offer = "Readers who pay have read to the end of this, and of all else that we print.";
    for (String box :
        new String[] {"<div class=paywall>%s</div>", "<div class=paywall-offer>%s</div>"}) {
      assertArticle(page(p(ONE, TWO, THREE) + box.formatted(p(offer))));
    }
  }

  @Test
  void relatedPostsOfBlogs() {
    assertArticle(
        page(
            p(ONE, TWO, THREE)
                + "<div id=jp-relatedposts><p>Mill signs a Tongan baker for two years.</p></div>"));
  }

  @Test
  void divsWithoutAnyMeaning() {
    assertArticle(
        page(
            "<div><div><a href=/>Home</a> <a href=/n>News</a> <a href=/s>Sport</a></div></div>"
                + "<div><div><div><div>Old mill sold to bakery</div></div>"
                + "<div><div>"
                + ONE
                + "</div><div>"
                + TWO
                + "</div><div>"
                + THREE
                + "</div></div>"
                + "</div></div><div><a href=/a>About us</a> <a href=/c>Contact</a></div>"));
  }

  @Test
  void tablesForLayout() {
    assertArticle(
        page(
            "<center><table width=760 border=0><tr><td colspan=2><font size=5>The Garrow Gazette"
                + "</font></td></tr><tr><td width=120 bgcolor=#ccccff><a href=a>News</a><br>"
                + "<a href=b>Sport</a><br><a href=c>Weather</a></td><td><font face=arial>"
                + "<b>Old mill sold to bakery</b><p>"
                + ONE
                + "<p>"
                + TWO
                + "<p>"
                + THREE
                + "</font></td></tr><tr><td colspan=2><font size=1>Best viewed at 800x600</font>"
                + "</td></tr></table></center>"));
  }

  @Test
  void textPartedByLineBreaks() {
    assertThat(
            text(
                page(
                    "<h1>Old mill sold to bakery</h1><div class=main>"
                        + ONE
                        + "<br><br>"
                        + TWO
                        + "<br/>\n<br/>"
                        + THREE
                        + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
  }

  @Test
  void ampPages() {
    assertArticle(
        "<!doctype html><html amp lang=en><head><style amp-boilerplate>body{visibility:hidden}"
            + "</style><title>Old mill sold to bakery</title></head><body>"
            + "<amp-sidebar id=s layout=nodisplay><ul><li><a href=/>Home</a></li></ul></amp-sidebar>"
            + "<header><a href=/>Gazette</a></header><article><h1>Old mill sold to bakery</h1>"
            + "<amp-img src=x alt='a mill'></amp-img>"
            + p(ONE)
            + "<amp-ad><div>Buy flour at our shop, cheap, now, and more of it, from us.</div></amp-ad>"
            + p(TWO, THREE)
            + "</article><amp-user-notification id=u><p>We use cookies, and so do others, to see"
            + " what you read.</p><button>Accept</button></amp-user-notification></body></html>");
  }

  @Test
  void numbersOfNotes() {
    assertThat(
            text(
                page(
                    p(
                        ONE + "<sup><a href='#fn1'>1</a></sup>",
                        TWO
                            + "<a class=footnote-anchor href='https://x.example/p#footnote-2'>2</a>",
                        THREE + " It has 10<sup>3</sup> bricks."))))
        .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE + " It has 103 bricks.");
  }

  @Test
  void headlinesWithOtherWordsThanThePagesTitle() {
    assertThat(
            HtmlExtractor.extract(
                page(
                    "Bakers buy a wheel: what happens next? | The Herald",
                    "<article><h1>Old mill sold to bakery after nine years</h1>"
                        + p(ONE, TWO, THREE)
                        + "</article>")))
        .satisfies(
            page -> {
              assertThat(page.title()).isEqualTo("Bakers buy a wheel: what happens next?");
              assertThat(page.text()).isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
            });
    assertThat(
            text(
                page(
                    "Two mills",
                    "<h1>Old mill sold to bakery again</h1>"
                        + p(ONE)
                        + "<h1>New mill sold to bakery again</h1>"
                        + p(TWO, THREE))))
        .contains("Old mill sold");
    // A headline that the page's title does not make up for.
    assertThat(
            text(
                page(
                    "The Daily Example",
                    "<article><h1>Old mill sold to bakery after nine years</h1>"
                        + p(ONE, TWO, THREE)
                        + "</article>")))
        .contains("Old mill sold");
  }

  /** Where they lead to no note, numbers in links are words. */
  @Test
  void linksToFiguresAndSections() {
    assertThat(
            text(
                page(
                    "<article>"
                        + p(
                            ONE,
                            TWO,
                            "The wheel turns, as Figure <a href='#fig2'>2</a> shows, under section"
                                + " <a href='#s12'>12</a> of the Act.")
                        + "</article>")))
        .endsWith("as Figure 2 shows, under section 12 of the Act.");
  }

  @Test
  void titlesWithSectionsAndASite() {
    assertThat(
            HtmlExtractor.extract(page("Old mill sold to bakery | News | KLTV 9", p(ONE))).title())
        .isEqualTo("Old mill sold to bakery");
  }

  @Test
  void encyclopedias() {
    String text =
        text(
            page(
                "<h1 id=firstHeading>Garrow Mill</h1><div id=mw-content-text><div"
                    + " class='mw-parser-output'><table class=infobox><tr><th>Built</th><td>1788</td>"
                    + "</tr><tr><th>Owner</th><td>Town of Garrow</td></tr></table><p>"
                    + ONE
                    + "<sup class=reference><a href='#cite_note-1'>[1]</a></sup></p><div id=toc"
                    + " class=toc><ul><li><a href='#H'>History</a></li></ul></div><h2>History<span"
                    + " class=mw-editsection>[<a href=e>edit</a>]</span></h2><p>"
                    + TWO
                    + "<sup><a href='#cite_note-2'>[2]</a></sup><sup><i><a href=/w>[citation"
                    + " needed]</a></i></sup> "
                    + THREE
                    + "</p><h2>References</h2><ol class=references>"
                    + "<li><a href=x>^</a> Mills of the North, 1990</li></ol><div class=navbox><p>Other"
                    + " mills: Upper, Lower, Middle, Great, Small, New, Far</p></div></div></div>"));
    assertThat(text).isEqualTo(ONE + "\n\nHistory\n\n" + TWO + " " + THREE);
  }

  @Test
  void blogsWithMoreCommentsThanArticle() {
    String comment =
        p(
            "I was there, and it was nothing like that, if you ask me, which nobody ever does, sadly.");
    assertArticle(
        page(
            "<div class=post><h1>Old mill sold to bakery</h1><div class=entry>"
                + p(ONE, TWO, THREE)
                + "</div></div><div id=comments><h3>40 comments</h3>"
                + ("<div class=comment-body>" + comment + comment + "</div>").repeat(40)
                + "</div>"));
  }

  @Test
  void documentation() {
    String text =
        text(
            page(
                "Run the mill - Mill 1.2",
                "<div class=sphinxsidebar><ul><li><a href=a>Install</a></li><li><a href=b>Use</a></li>"
                    + "</ul></div><div class=body role=main><h1>Run the mill<a class=headerlink"
                    + " href='#r'>\u00b6</a></h1>"
                    + p(ONE)
                    + "<h2>Options<a class=headerlink"
                    + " href='#o'>\u00b6</a></h2>"
                    + p(TWO)
                    + "<pre>mill --grind\n  fine</pre>"
                    + p(THREE)
                    + "</div>"));
    assertThat(text)
        .isEqualTo(ONE + "\n\nOptions\n\n" + TWO + "\n\nmill --grind\n  fine\n\n" + THREE);
  }

  @Test
  void noticesBeforeThePage() {
    String notice =
        p(
            "We and our 842 partners store and read cookies on your device, to measure, to personalise,"
                + " and to learn, and you may agree, or refuse, or choose, at any time, as you like.",
            "Partners may process your data, such as your address, your device, and your place, for"
                + " purposes that they call legitimate, which you may object to, below, one by one.");
    assertArticle(
        page(
            "<div class='overlay cookie-consent'><h2>Your privacy</h2>"
                + notice.repeat(6)
                + "<button>Agree</button></div><div aria-hidden=true id=site><h1>Old mill sold to"
                + " bakery</h1><div>"
                + p(ONE, TWO, THREE)
                + "</div></div>"));
    assertArticle(
        page(
            "<div role=dialog aria-modal=true>"
                + notice
                + "</div><div><h1>Old mill sold to bakery</h1>"
                + "<div>"
                + p(ONE, TWO, THREE)
                + "</div></div>"));
  }

  @Test
  void liveBlogs() {
    String text =
        text(
            page(
                "<h1>Old mill sold to bakery</h1><main><div class=live><div class=live-post><time>10:42"
                    + "</time><h2>Keys handed over</h2>"
                    + p(ONE)
                    + "</div><div class=live-post><time>"
                    + "10:15</time><h2>The wheel</h2>"
                    + p(TWO)
                    + "</div><div class=live-post><time>"
                    + "09:50</time><h2>Plans</h2>"
                    + p(THREE)
                    + "</div></div></main>"));
    assertThat(text).contains(ONE, TWO, THREE, "Keys handed over");
  }

  @Test
  void articlesThatAreLists() {
    String text =
        text(
            page(
                "Three mills to see | Gazette",
                "<article><h1>Three mills to see</h1>"
                    + p(ONE)
                    + "<ol><li><h2>Garrow</h2><p>"
                    + TWO
                    + "</p></li><li><h2>Upper Lade</h2><p>"
                    + THREE
                    + "</p></li></ol><ul><li>Bring"
                    + " boots.</li><li>Bring a light.</li></ul></article>"));
    assertThat(text)
        .isEqualTo(
            ONE
                + "\n\nGarrow\n\n"
                + TWO
                + "\n\nUpper Lade\n\n"
                + THREE
                + "\n\nBring boots.\n\nBring a light.");
  }

  @Test
  void shortArticles() {
    String html =
        page(
            "<nav><a href=/>Home</a></nav><article><h1>Old mill sold to bakery</h1>"
                + p(ONE)
                + "</article><div class=related>"
                + p(
                    "Another mill, far away, was sold last year, and nobody bought bread there again.",
                    "A third one, nearer, burned down, and its owner, who was out, lost his hat in it.",
                    "The fourth, which never was a mill, is a museum now, and closed on most days.")
                + "</div><div class=comments>"
                + p("First, as ever, said a reader, who was second.")
                + "</div>");
    assertThat(text(html)).isEqualTo(ONE);
  }

  @Test
  void pagesWithoutAnyText() {
    assertThat(text(page("<div id=app></div><noscript>Please enable JavaScript.</noscript>")))
        .isEmpty();
  }

  @Test
  void pagesFromRightToLeft() {
    String one =
        "\u0628\u0627\u0639\u062A \u0627\u0644\u0628\u0644\u062F\u0629 \u0627\u0644\u0637\u0627\u062D\u0648\u0646\u0629 \u0627\u0644\u0642\u062F\u064A\u0645\u0629\u060C \u0628\u0639\u062F \u062A\u0633\u0639 \u0633\u0646\u0648\u0627\u062A\u060C \u0625\u0644\u0649 \u0645\u062E\u0628\u0632 \u0635\u063A\u064A\u0631 \u0641\u064A \u0627\u0644\u0642\u0631\u064A\u0629 \u0627\u0644\u0645\u062C\u0627\u0648\u0631\u0629.";
    WebPage page =
        HtmlExtractor.extract(
            "<html lang=ar dir=rtl><body><ul><li><a href=/>\u0627\u0644\u0631\u0626\u064A\u0633\u064A\u0629"
                + "</a></li></ul><div>"
                + p(one, one.replace('\u0635', '\u0643'))
                + "</div></body></html>");
    assertThat(page.text()).isEqualTo(one + "\n\n" + one.replace('\u0635', '\u0643'));
    assertThat(page.language()).contains("ar");
  }

  /** Systems say so of a part whose label is hidden, and of which label that is. */
  @Test
  void partsWhoseLabelsAreHidden() {
    String parts = "";
    for (String text : new String[] {ONE, TWO, THREE}) {
      parts += "<div class='field field--label-hidden'>" + p(text) + "</div>";
    }
    String mill = "A mill is a house for grinding corn, with a wheel, and two stones, and sacks. ";
    assertThat(text(page("<div>" + parts + p(mill.repeat(9)) + "</div>")))
        .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE + "\n\n" + mill.repeat(9).strip());
  }

  /** Some pages' systems call an article's first paragraph its teaser. */
  @Test
  void teasersThatLeadNowhere() {
    String article = p(TWO, THREE).repeat(3);
    assertThat(text(page("<div><p class=teaser>" + ONE + "</p>" + article + "</div>")))
        .startsWith(ONE + "\n\n" + TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>SECRET words, and more of them, in a script that is long.</script>",
        "<style>SECRET</style>",
        "<template><p>SECRET words, and more of them, in a template that is long.</p></template>",
        "<noscript><p>SECRET words, and more of them, in a noscript that is long.</p></noscript>",
        "<p hidden>SECRET words, and more of them, in an element that is long.</p>",
        "<div hidden=until-found><p>SECRET words, and more of them.</p></div>",
        "<p aria-hidden=true>SECRET words, and more of them, in an element that is long.</p>",
        "<p style='color:red; DISPLAY : none'>SECRET words, and more, in one that is long.</p>",
        "<p style='visibility:hidden'>SECRET words, and more of them, in one that is long.</p>",
        "<p style='position:absolute;left:-9999px'>SECRET words, and more, that are far away.</p>",
        "<p style='font-size:0'>SECRET words, and more of them, that are very small.</p>",
        "<!-- SECRET words, and more of them, in a comment that is long. -->",
        "<textarea>SECRET words, and more of them, to be written over.</textarea>",
        "<div class=related-stories><p>SECRET story, of another day, that others read.</p></div>",
        "<div class=teaser><a href=x><img src=y></a><p>SECRET story, of another day, that others read,"
            + " and that has nothing to do with this one.</p></div>",
        "<div class=label-promo><p>SECRET story, of another day, that others read.</p></div>",
        "<div class=newsletter-signup><p>SECRET letters, each day, or each week, for you.</p></div>",
        "<ul><li><a href=x>SECRET plan of the town, revealed</a></li><li><a href=y>SECRET"
            + " bread</a></li></ul>",
        "<p><a href=x>Read more: SECRET plan of the town, revealed</a></p>",
        "<p>Read more: <a href=x>SECRET plan of the town, revealed</a></p>",
        "<figure><img src=x><figcaption>SECRET mill, seen from the air</figcaption></figure>",
        "<div id=cookie-banner><p>SECRET cookies, and more of them, are used here.</p></div>",
        "<div class=postmetadata>This SECRET post was put up on a Monday, at night, by the miller"
            + " of the town, and is kept below mills and bread.</div>",
        "<div class=teaser><p>SECRET plan, of another day, that <a href=x>others</a> read.</p></div>",
        "<aside><p>SECRET shop, with mugs, and plates, and cups, and more.</p></aside>",
        "<svg><title>SECRET</title><text>SECRET</text></svg>",
        "<iframe>SECRET</iframe><noframes>SECRET</noframes>",
        "<dialog><p>SECRET question, asked of the reader, about a letter.</p></dialog>",
      })
  void whatIsHiddenOrNoArticleStaysOut(String other) {
    Article article =
        Article.fromHtml(
            page(
                "<article><h1>Old mill sold</h1>" + p(ONE) + other + p(TWO, THREE) + "</article>"));
    assertThat(article.text()).doesNotContain("SECRET");
    assertThat(article.sentences()).hasSize(3);
  }
}
