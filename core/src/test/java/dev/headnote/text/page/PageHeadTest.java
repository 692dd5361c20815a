package dev.headnote.text.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.text.HtmlExtractor;
import dev.headnote.text.WebPage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote an article, when and in which language; and how far structured data is believed. */
class PageHeadTest {

  private static final String PROSE =
      "<p>The ferry had been late for a week, the harbour master said, and nobody knew why.</p>"
          + "<p>On Friday it came on time, with its lights on, and left again before anyone asked.</p>";

  private static WebPage page(String head, String body) {
    return HtmlExtractor.extract(
        "<html><head>" + head + "</head><body><main>" + body + PROSE + "</main></body></html>");
  }

  private static String json(String data) {
    return "<script type=\"application/ld+json\">" + data + "</script>";
  }

  @Test
  void structuredDataThatThePageAgreesWithIsTaken() {
    WebPage page =
        page(
            "<title>Ferry on time at last - The Quay</title>"
                + json(
                    """
                    {"@context": "https://schema.org", "@type": "NewsArticle",
                     "headline": "Ferry on time at last", "inLanguage": "en-IE",
                     "datePublished": "2024-05-03T09:30:00+01:00",
                     "author": [{"@type": "Person", "name": "Orla Quist"}, {"name": "Pim Sand"}]}
                    """),
            "<p class=x>By Orla Quist and Pim Sand</p>");
    assertThat(page.title()).isEqualTo("Ferry on time at last");
    assertThat(page.byline()).contains("Orla Quist, Pim Sand");
    assertThat(page.published()).contains("2024-05-03T09:30:00+01:00");
    assertThat(page.language()).contains("en-IE");
  }

  /** Text that readers see says the date for machines in an attribute, in a time or elsewhere. */
  @Test
  void aMarkedDate() {
    String marked = "<span itemprop=datePublished %s='2024-05-03T09:30'>3 May</span>";
    for (String attribute : new String[] {"datetime", "content"}) {
      WebPage page = page("<title>Ferry on time at last</title>", marked.formatted(attribute));
      assertThat(page.published()).contains("2024-05-03T09:30");
    }
    String review = "<div itemprop=review><i itemprop=datePublished content=2019-01-01></i></div>";
    String none =
        "<i itemprop=datePublished content=yesterday></i>"
            + "<i itemprop=datePublished content='0001-01-01T00:00'></i>";
    String title = "<title>Ferry on time at last</title>";
    assertThat(page(title, review + none).published()).isEmpty();
    assertThat(page(title, none + marked.formatted("content")).published())
        .contains("2024-05-03T09:30");
    assertThat(page(title, marked.formatted("content") + "<time datetime=2024-05-05></time>"))
        .extracting(WebPage::published)
        .isEqualTo(Optional.of("2024-05-05"));
  }

  @Test
  void graphsListsAndReferencesAreFollowed() {
    WebPage page =
        page(
            "<title>Ferry on time at last</title>"
                + json("[{\"@type\":\"BreadcrumbList\"}]")
                + json(
                    """
                    {"@graph": [
                      {"@type": "Organization", "name": "The Quay"},
                      {"@type": ["WebPage"], "name": "x"},
                      {"@type": ["Article", "SocialMediaPosting"], "headline": "Ferry on time at last",
                       "author": {"@id": "#orla"}, "datePublished": "2024-05-03"},
                      {"@type": "Person", "@id": "#orla", "name": "Orla Quist"}]};
                    """),
            "<span>Orla Quist</span>");
    assertThat(page.byline()).contains("Orla Quist");
    assertThat(page.published()).contains("2024-05-03");
  }

  @Test
  void structuredDataOfAnotherArticleIsNot() {
    WebPage page =
        page(
            "<title>Ferry on time at last</title><meta name=author content='By Pim Sand'>"
                + json(
                    "{\"@type\":\"NewsArticle\",\"headline\":\"Ten best cheeses\","
                        + "\"author\":\"Orla Quist\",\"datePublished\":\"2019-01-01\","
                        + "\"inLanguage\":\"fr\"}"),
            "<p>Orla Quist tastes cheese.</p>");
    assertThat(page.title()).isEqualTo("Ferry on time at last");
    assertThat(page.byline()).contains("Pim Sand");
    assertThat(page.published()).isEmpty();
    assertThat(page.language()).isEmpty();
  }

  @Test
  void authorsThatAreNotShownAndOtherDatesAreNotBelieved() {
    WebPage page =
        page(
            "<title>Ferry on time at last</title>"
                + "<meta property='article:published_time' content='2024-05-03T08:00:00Z'>"
                + json(
                    "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry on time at last\","
                        + "\"author\":\"Quay Media Holdings\",\"datePublished\":\"2021-11-11\"}"),
            "<a rel=author>Pim Sand</a>");
    assertThat(page.byline()).contains("Pim Sand");
    assertThat(page.published()).contains("2024-05-03T08:00:00Z");
  }

  @Test
  void aTextThatIsOnlyInStructuredDataIsNeverShown() {
    String hidden = "These words were never shown to any reader of the page, not one of them. ";
    WebPage page =
        HtmlExtractor.extract(
            "<html><head><title>Ferry on time at last</title>"
                + json(
                    "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry on time at last\","
                        + "\"articleBody\":\""
                        + hidden.repeat(10)
                        + "\"}")
                + "</head><body><div id=root></div><noscript>Switch on JavaScript.</noscript>"
                + "</body></html>");
    assertThat(page.text()).isEmpty();
    assertThat(page.title()).isEqualTo("Ferry on time at last");
    assertThat(page("", json("{\"@type\":\"Article\",\"articleBody\":\"" + hidden + "\"}")).text())
        .doesNotContain("never shown");
  }

  @Test
  void theStatedTextTellsWhichPartOfThePageIsTheArticle() {
    String story =
        "The pier was painted in one night. Nobody saw the painters at their work there. ";
    String promo =
        "<p>Buy one of our boats, big or small, red or blue, new or old, here or there, today,"
            + " tomorrow, or on any other day, cash or credit, with or without a crew.</p>";
    String body =
        "<div><div class=a>"
            + promo.repeat(8)
            + "</div><div class=b><div><p>"
            + story
            + "</p></div><div><p>A gull was found blue the next day by the keeper of the light.</p>"
            + "</div></div></div>";
    String data =
        json(
            "{\"@type\":\"Article\",\"articleBody\":\""
                + story
                + "A gull was found blue the next day by the keeper of the light.\"}");
    assertThat(HtmlExtractor.extract("<body>" + body).text()).contains("Buy one of our boats");
    assertThat(HtmlExtractor.extract("<head>" + data + "</head><body>" + body).text())
        .startsWith("The pier was painted")
        .endsWith("keeper of the light.");
    // One paragraph may be the lead above a whole article, and is the article beside little more.
    String beginning = json("{\"@type\":\"Article\",\"articleBody\":\"" + story + "\"}");
    assertThat(HtmlExtractor.extract("<head>" + beginning + "</head><body>" + body).text())
        .contains("Buy one of our boats");
    String longer = "Nobody knows who paid for so much paint, nor where the brushes are by now. ";
    String lead = json("{\"@type\":\"Article\",\"articleBody\":\"" + story + longer + "\"}");
    assertThat(
            HtmlExtractor.extract(
                    "<head>" + lead + "</head><body>" + body.replace(story, story + longer))
                .text())
        .contains("Buy one of our boats");
    String brief = "<div><div class=a>" + promo.repeat(4) + "</div><div><p>" + story + "</p></div>";
    assertThat(HtmlExtractor.extract("<head>" + beginning + "</head><body>" + brief).text())
        .startsWith("The pier was painted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Mara Ellingsen | Mara Ellingsen",
        "Mara Ellingsen @marael Nov 18, 2024 at 9:24 pm | Mara Ellingsen",
        "Mara Ellingsen Monday, November 18, 2024 | Mara Ellingsen",
        "April May and June Ray | April May and June Ray",
        "Mara Ellingsen, Updated 3 May 2024 | Mara Ellingsen",
        "by Mara Ellingsen, Science Editor | Mara Ellingsen, Science Editor",
        "Words: Mara Ellingsen | Mara Ellingsen",
      })
  void namesAreCutOutOfBylines(String shown, String names) {
    assertThat(page("", "<span rel=author>" + shown + "</span>").byline()).contains(names);
  }

  @Test
  void aHeadingBehindTheSitesNameIsTheTitleIfItIsLonger() {
    String heading = "<h1>Notice on the closing of a road</h1>";
    assertThat(page("<title>Lissel: Notice on the closing of a road</title>", heading).title())
        .isEqualTo("Notice on the closing of a road");
    assertThat(page("<title>No Notice on the closing of a road</title>", heading).title())
        .isEqualTo("No Notice on the closing of a road");
    String site = "<title>How to date a barge from its nails | Boats Forum</title>";
    assertThat(page(site, "<h1>Boats Forum</h1>").title())
        .isEqualTo("How to date a barge from its nails");
    String longSite = "<title>Mill fire at dawn | Lissel Evening Courier</title>";
    String siteHeading = "<h1>Lissel Evening Courier</h1>";
    assertThat(page(longSite, siteHeading + "<h1>Mill fire at dawn</h1>").title())
        .isEqualTo("Mill fire at dawn");
    String social = "<meta property='og:title' content='Mill fire at dawn'>";
    assertThat(page(longSite.replace(" |", ":") + social, siteHeading).title())
        .isEqualTo("Mill fire at dawn");
  }

  @Test
  void aShownBylineIsFoundByItsClass() {
    assertThat(page("", "<div class='article-byline'>By Mara Ellingsen</div>").byline())
        .contains("Mara Ellingsen");
    assertThat(page("", "<div class='author-note'>All about our authors here</div>").byline())
        .isEmpty();
  }

  @Test
  void aMissingDateIsNone() {
    assertThat(page("<meta name=date content='0001-01-01T00:00:00Z'>", "").published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "null",
        "12",
        "\"text\"",
        "{\"@type\": {\"a\": []}}",
        "{\"@type\":\"Article\",\"author\":[[[1]]],\"headline\":7,\"articleBody\":[1]}",
        "<!-- {\"@type\":\"Article\"} -->",
        "{\"@type\":\"Article\",\"headline\":\"\u0001\u0000\ud800\"}",
      })
  void oddDataDoesNoHarm(String data) {
    assertThat(page("<title>Ferry on time</title>" + json(data), "").text()).contains("ferry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"@graph\":",
        "{\"@type\":\"Article\",\"author\":[",
        "{\"a\":[{},",
        "9",
        "\"a"
      })
  void hostileDataIsPassedOver(String open) {
    String head = json(open.repeat(2_000_000 / open.length())) + json(open).repeat(2000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(page("<title>Ferry on time</title>" + head, "").text()).contains("ferry"));
  }
}
