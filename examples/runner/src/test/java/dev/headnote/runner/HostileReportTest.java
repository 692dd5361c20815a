package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages with labels and names that would run if they could, in a real browser. */
class HostileReportTest {

  /** Each would mark the page. */
  private static final String RUN = "document.documentElement.id='ran'";

  private static final List<String> HOSTILE =
      List.of(
          "<script>" + RUN + "</script>",
          "<img src=x onerror=\"" + RUN + "\">",
          "\"><svg onload=\"" + RUN + "\">",
          "'><body onload='" + RUN + "'>",
          "</td></table></style></title><script>" + RUN + "</script>",
          "<iframe srcdoc=\"<script>parent." + RUN + "</script>\"></iframe>",
          "<a href=\"javascript:" + RUN + "\" id=x>a</a>",
          "<style>@import url(http://192.0.2.1/x)</style>",
          "&lt;script&gt;" + RUN + "&lt;/script&gt;",
          "<!--><script>" + RUN + "</script>-->",
          "<base href=http://192.0.2.1/><meta http-equiv=refresh content='0;url=data:,x'>");

  @TempDir private Path folder;

  @Test
  void showsHostileNamesAsTheyAre() throws Exception {
    ReportPage page = new ReportPage(HOSTILE.get(4));
    for (String hostile : HOSTILE) {
      page.heading(hostile);
      page.table(new Table(hostile, List.of(hostile, hostile), List.of(List.of(hostile, hostile))));
      page.plot(new byte[] {1}, hostile);
    }
    Document shown = Browser.in(folder).show(page.source());

    assertHarmless(shown);
    assertThat(shown.title()).isEqualTo(HOSTILE.get(4));
    assertThat(shown.select("h1").eachText()).isEqualTo(HOSTILE);
    assertThat(shown.select("td").eachText()).isEqualTo(HOSTILE);
    assertThat(shown.select("img").eachAttr("alt")).isEqualTo(HOSTILE);
  }

  @Tag("model")
  @Test
  void showsAnEvaluationOfHostileLabelsAsItIs() throws Exception {
    ObjectMapper json = new ObjectMapper();
    StringBuilder labels = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    for (String hostile : HOSTILE) {
      labels.append(json.writeValueAsString(Map.of("label", hostile, "name", hostile)));
      labels.append('\n');
      String text = "The home side won the cup final. " + hostile;
      Map<String, String> row =
          Map.of("id", hostile, "title", hostile, "text", text, "label", hostile);
      rows.append(json.writeValueAsString(row)).append('\n');
    }
    Path input = folder.resolve("<img src=x onerror=" + RUN.replace("/", "") + ">.jsonl");
    Files.writeString(input, rows);
    Path set = Files.writeString(folder.resolve("labels.jsonl"), labels);
    Path page = folder.resolve("report.html");

    String[] args = {
      "evaluate",
      "topics",
      "--model",
      "instant",
      "--labels",
      set.toString(),
      "--format",
      "html",
      "--output",
      page.toString(),
      input.toString()
    };
    assertThat(new Console().run(args)).isZero();

    Document shown = Browser.in(folder).show(Files.readString(page));
    assertHarmless(shown);
    assertThat(shown.select("th").eachText()).containsAll(HOSTILE);
  }

  /** If escaping failed, the browser would still run nothing; without the policy it does. */
  @Test
  void theBrowserRunsNothingEvenIfSomethingWereNotEscaped() throws Exception {
    Browser browser = Browser.in(folder);
    String source = new ReportPage("").source();
    String marked = source.replace("</body>", String.join("\n", HOSTILE) + "</body>");
    String policy = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

    assertThat(marked).isNotEqualTo(source).containsPattern(policy);
    assertThat(browser.show(marked).getElementById("ran")).isNull();
    assertThat(browser.show(marked.replaceFirst(policy, "")).getElementById("ran")).isNotNull();
  }

  private static void assertHarmless(Document shown) throws IOException {
    assertThat(shown.getElementById("ran")).isNull();
    assertThat(shown.select("script, iframe, svg, base, a, object, embed, form, link")).isEmpty();
    assertThat(shown.select("style")).hasSize(1);
    assertThat(shown.select("[onerror], [onload]")).isEmpty();
    assertThat(shown.select("img")).allMatch(img -> img.attr("src").startsWith("data:image/png;"));
  }
}
