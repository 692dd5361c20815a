package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees of a page of articles, and what hostile articles can't make of it. */
@Tag("model")
class PageInBrowserTest {

  private static final String ATTACK =
      "</script><script>document.documentElement.dataset.broken=1</script>"
          + "<img src=x onerror=\"document.documentElement.dataset.broken=1\">"
          + "<a href=\"javascript:0\">a</a><style>*{display:none}</style>";

  private Browser browser;
  @TempDir private Path folder;

  @BeforeEach
  void find() {
    browser = Browser.in(folder);
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private Document page(String rows, String labels) throws Exception {
    return browser.show(Files.readString(write(rows, labels)));
  }

  private Path write(String rows, String labels) throws IOException {
    Path in = Files.writeString(folder.resolve("rows.jsonl"), rows);
    Path out = folder.resolve("page.html");
    Path set = Files.writeString(folder.resolve("labels.jsonl"), labels);
    Console console = new Console();
    console.run(
        "digest",
        "--model",
        "instant",
        "--labels",
        set.toString(),
        "--sentences",
        "1",
        "--format",
        "html",
        "--output",
        out.toString(),
        in.toString());
    assertThat(console.errors()).isEmpty();
    return out;
  }

  private static final String LABELS =
      """
      {"label":"banking","description":"Banks and interest rates."}
      {"label":"sport","description":"Matches, players and goals."}
      """;

  @Test
  void showsAnArticleWithItsSummaryAndTopics() throws Exception {
    Document page =
        page(
            "{\"id\":\"a\",\"title\":\"Rates rise\",\"text\":"
                + json(
                    "By Ann Example\n\nThe central bank raised its interest rate to four per cent on"
                        + " Monday.\n\nNobody was surprised.")
                + "}",
            LABELS);
    Element reader = page.selectFirst("main");
    assertThat(reader.selectFirst("h1").text()).isEqualTo("Rates rise");
    assertThat(reader.select(".text mark")).hasSize(1);
    assertThat(reader.selectFirst(".text mark").text()).startsWith("The central bank raised");
    assertThat(reader.selectFirst(".summary").text())
        .isEqualTo(reader.selectFirst(".text mark").text());
    assertThat(reader.selectFirst(".furniture").text())
        .isEqualTo("By Ann Example — the author's line");
    assertThat(reader.select(".text p")).hasSize(3);
    assertThat(reader.select(".text p svg")).hasSize(2);
    assertThat(reader.selectFirst(".topics .given").text()).startsWith("banking ✓");
    assertThat(page.select("nav")).as("a list of one").isEmpty();
  }

  @Test
  void listsSeveralArticlesAndWhatFailed() throws Exception {
    String rows =
        """
        {"id":"a","title":"Rates rise","text":"The central bank raised its interest rate."}
        {bad
        {"id":"c","title":"Cup won","text":"The players scored three goals in the match."}
        """;
    Document page = page(rows, LABELS);
    assertThat(page.select("nav ol button bdi").eachText())
        .containsExactly("Rates rise", "line 2", "Cup won");
    assertThat(page.select("nav ul button").eachText())
        .contains("banking 1", "sport 1", "could not be read 1");
    assertThat(page.selectFirst("[role=status]").text()).isEqualTo("3 of 3 articles");
    assertThat(page.select("nav [aria-current=true] bdi").text()).isEqualTo("Rates rise");
    assertThat(page.selectFirst("main h1").text()).isEqualTo("Rates rise");
  }

  @Test
  void nothingOfAnArticleOrALabelRuns() throws Exception {
    String row =
        "{\"id\":"
            + json(ATTACK)
            + ",\"title\":"
            + json(ATTACK)
            + ",\"text\":"
            + json(ATTACK)
            + "}\n";
    String label = "{\"label\":" + json(ATTACK) + "}\n";
    Document page = page(row + "{" + ATTACK + "\n" + row, label + "{\"label\":\"other\"}\n");
    assertThat(page.selectFirst("html").dataset()).isEmpty();
    assertThat(page.select("img, a, main script, nav script, main style, nav style")).isEmpty();
    assertThat(page.selectFirst("main h1").text()).contains("</script><script>");
    assertThat(page.selectFirst(".topics").text()).contains("<img src=x onerror=");
  }

  /** Should markup get in all the same, the page's policy keeps it from running. */
  @Test
  void whatIsPutIntoThePageDoesNotRun() throws Exception {
    Path file = write("{\"id\":\"a\",\"text\":\"The bank raised rates.\"}", LABELS);
    String page = Files.readString(file);
    String inside = ATTACK.replaceFirst("</script>", "");
    Document attacked = browser.show(page.replace("<main", inside + "<main"));
    assertThat(attacked.select("body > img")).as("is in the page").hasSize(1);
    assertThat(attacked.selectFirst("html").dataset()).isEmpty();
    assertThat(attacked.selectFirst("main h1").text()).isEqualTo("a");
  }
}
