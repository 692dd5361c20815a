package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Article;
import dev.headnote.Precision;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.topic.Evidence;
import dev.headnote.topic.Label;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the page holds, as a parser of HTML finds it. */
class HtmlRowsTest {

  private static final String HOSTILE =
      "</script><script>alert(1)</script><!-- & \" ' \u2028 \uD83D\uDE00";

  private static Document page(Item... items) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HtmlRows rows = new HtmlRows(out);
    for (Item item : items) {
      if (item instanceof Item.Ready ready) {
        rows.write(ready, row(ready.article()));
      } else {
        rows.fail((Item.Failed) item);
      }
    }
    rows.finish();
    return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
  }

  private static Item article(String id, String title, String text) {
    return new Item.Ready(RowId.ofText(id), Article.of(title, text), Set.of(), List.of(), id, 0);
  }

  private static Row row(Article article) {
    Topic topic = new Topic(Label.of(HOSTILE), 0.75, 2, 0, 0, List.of(new Evidence(0, 1)));
    List<ScoredSentence> scored = new ArrayList<>();
    article.sentences().forEach(s -> scored.add(new ScoredSentence(s, 0.5, s.index() == 0)));
    return new DigestRow(
        article.title(),
        article.sentences(),
        new Topics(List.of(topic), List.of(topic), 0.25, "m"),
        false,
        new Summary(scored, "m"),
        null,
        Precision.FP32);
  }

  private static List<JsonNode> articles(Document page) throws IOException {
    List<JsonNode> articles = new ArrayList<>();
    for (Element element : page.select("script.article")) {
      articles.add(new ObjectMapper().readTree(element.data()));
    }
    return articles;
  }

  @Test
  void holdsEachArticleAsData() throws IOException {
    String text = "By Ann Example\n\nThe council met. It passed the budget.";
    Document page =
        page(article("a", "Budget", text), new Item.Failed(null, "rows.jsonl", 7, "is not JSON"));
    List<JsonNode> articles = articles(page);
    assertThat(articles).hasSize(2);
    JsonNode first = articles.get(0);
    assertThat(first.get("title").asText()).isEqualTo("Budget");
    assertThat(first.get("text").asText()).isEqualTo(text);
    assertThat(first.get("furniture").get(0).toString()).isEqualTo("[0,14,\"the author's line\"]");
    assertThat(first.get("sentences").toString()).isEqualTo("[[16,32],[33,54]]");
    assertThat(first.get("strength").toString()).isEqualTo("[0.5,0.5]");
    assertThat(first.get("chosen").toString()).isEqualTo("[0]");
    assertThat(first.get("topics").get(0).get("given").asBoolean()).isTrue();
    assertThat(first.get("topics").get(0).get("evidence").toString()).isEqualTo("[0]");
    assertThat(articles.get(1).get("line").asInt()).isEqualTo(7);
    assertThat(articles.get(1).get("error").asText()).isEqualTo("is not JSON");
  }

  @Test
  void nothingFromOutsideIsMarkup() throws IOException {
    Document hostile =
        page(
            article(HOSTILE, HOSTILE, HOSTILE + " stands here."),
            new Item.Failed(RowId.ofText(HOSTILE), HOSTILE, 1, HOSTILE));
    Document plain = page(article("a", "b", "c"), new Item.Failed(RowId.ofText("a"), "b", 1, "c"));
    assertThat(hostile.getAllElements())
        .extracting(Element::nodeName)
        .isEqualTo(plain.getAllElements().stream().map(Element::nodeName).toList());
    JsonNode article = articles(hostile).get(0);
    assertThat(article.get("id").asText()).isEqualTo(HOSTILE);
    assertThat(article.get("text").asText()).startsWith(HOSTILE);
    assertThat(article.get("topics").get(0).get("name").asText()).isEqualTo(HOSTILE);
    assertThat(articles(hostile).get(1).get("error").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void itsPolicyAllowsItsOwnScriptAndStyleAlone() throws Exception {
    Document page = page(article("a", "b", "c"));
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("script-src '" + hash(page.selectFirst("script:not([type])").data()) + "'")
        .contains("style-src '" + hash(page.selectFirst("style").data()) + "'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(page.select("[src], [href], [style], link, img")).isEmpty();
  }

  private static String hash(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
