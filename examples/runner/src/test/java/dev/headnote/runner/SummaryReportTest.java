package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.evaluate.Rouge;
import dev.headnote.evaluate.SummaryEvaluation;
import dev.headnote.summary.SummaryOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The three shapes of a report, of summaries that are made up. */
class SummaryReportTest {

  private static final List<Sentence> ARTICLE =
      List.of(
          new Sentence(0, 0, 3, "a b"),
          new Sentence(1, 4, 7, "c d"),
          new Sentence(2, 8, 11, "e f"));

  private static SummaryReport report(SummaryOptions options, String... references) {
    SummaryEvaluation evaluation = new SummaryEvaluation(Rouge.withStemming(), options);
    for (String reference : references) {
      evaluation.add(ARTICLE, ARTICLE.subList(1, 2), List.of(reference));
    }
    return new SummaryReport(
        List.of("<a>.jsonl"), "a model", Precision.INT8, options, true, 2, evaluation.metrics());
  }

  private static SummaryReport report() {
    return report(SummaryOptions.maxSentences(1), "e f", "c x");
  }

  private static String text(SummaryReport report) {
    Page page = new Page(100, false);
    report.print(page);
    return page.toString();
  }

  @Test
  void isShortForAPerson() {
    assertThat(text(report()))
        .isEqualTo(
            """
            2 articles of <a>.jsonl, model a model, at most 1 sentence, words without endings

            F1, and where it lies with 95 % confidence
                                     Headnote             Lead-1          greedy oracle
              ROUGE-1     25.00 (0.0 to 50.0)  0.00 (0.0 to 0.0)  75.00 (50.0 to 100.0)
              ROUGE-2       0.00 (0.0 to 0.0)  0.00 (0.0 to 0.0)   50.00 (0.0 to 100.0)
              ROUGE-L     25.00 (0.0 to 50.0)  0.00 (0.0 to 0.0)  75.00 (50.0 to 100.0)
              ROUGE-Lsum  25.00 (0.0 to 50.0)  0.00 (0.0 to 0.0)  75.00 (50.0 to 100.0)

            Headnote between Lead-1 and the oracle
                           better than Lead-1 by  share of the oracle's lead
              ROUGE-1     +25.00 (+0.0 to +50.0)                      33.3 %
              ROUGE-2       +0.00 (+0.0 to +0.0)                       0.0 %
              ROUGE-L     +25.00 (+0.0 to +50.0)                      33.3 %
              ROUGE-Lsum  +25.00 (+0.0 to +50.0)                      33.3 %

            length, and where the sentences stand: 0 first, 1 last
                             sentences  words  position  of the first three
              Headnote            1.00    2.0     0.500             100.0 %
              Lead-1              1.00    2.0     0.000             100.0 %
              greedy oracle       1.00    2.0     0.750             100.0 %

            sentences chosen, against those of the 1 summaries taken from their article
                             precision  recall     F1
              Headnote           0.000   0.000  0.000
              Lead-1             0.000   0.000  0.000
              greedy oracle      1.000   1.000  1.000

            inputs
              passed over  2
            """);
  }

  @Test
  void namesTheBudgetOfWordsAndRatios() {
    assertThat(text(report(SummaryOptions.maxWords(2), "e f")))
        .contains("at most 2 words", "\n  lead ");
    assertThat(text(report(SummaryOptions.maxRatio(0.4), "e f"))).contains("a ratio of 0.4");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(text(report(SummaryOptions.maxSentences(1), "c x")))
        .doesNotContain("taken from their article");
  }

  private static JsonNode json(SummaryReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeJson(out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  @Test
  void holdsEveryFigureInJson() throws IOException {
    JsonNode json = json(report());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "files",
            "model",
            "precision",
            "budget",
            "query",
            "stemmed",
            "articles",
            "failed",
            "headnote",
            "lead",
            "oracle",
            "differenceToLead",
            "closedShare");
    assertThat(json.at("/headnote/ROUGE-1").toString())
        .isEqualTo(
            "{\"precision\":0.25,\"recall\":0.25,\"f1\":{\"mean\":0.25,\"low\":0.0,\"high\":0.5}}");
    assertThat(json.at("/headnote/position").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/oracle/agreement/recall").doubleValue()).isEqualTo(1);
    assertThat(json.at("/differenceToLead/ROUGE-L/high").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/closedShare/ROUGE-1").doubleValue()).isEqualTo(1.0 / 3);
    JsonNode nothing = json(report(SummaryOptions.maxSentences(1), "x"));
    assertThat(nothing.at("/closedShare/ROUGE-1").isNull()).isTrue();
    assertThat(nothing.at("/lead/agreement").isNull()).isTrue();
  }

  @Test
  void isOnePageThatNeedsNothingElse() throws IOException {
    String source = report().html();
    assertThat(source).startsWith("<!doctype html>").doesNotContain("<script", "http:", "https:");
    Document page = Jsoup.parse(source);
    assertThat(page.select("script, link, iframe, a, object")).isEmpty();
    Element plot = page.select("img").get(0);
    assertThat(plot.attr("alt")).contains("F1", "table");
    byte[] png = Base64.getDecoder().decode(plot.attr("src").replaceFirst(".*,", ""));
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
    assertThat(page.select("h1").text()).contains("<a>.jsonl");
    assertThat(page.select("caption")).hasSize(5);
    assertThat(page.select("th[scope=row]").eachText()).contains("greedy oracle", "passed over");
  }
}
