package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Precision;
import dev.headnote.evaluate.TopicEvaluation;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The three shapes of a report, of topics that are made up. */
class TopicReportTest {

  private static final String HOSTILE = "<script>alert(1)</script> & \"co\"";

  private static final LabelSet LABELS =
      LabelSet.of(
          List.of(
              new Label("sport", "sport", "", null),
              new Label("odd", HOSTILE, "", null),
              new Label("rare", "never seen", "", null)));

  private static Topic topic(int label, double probability) {
    return new Topic(LABELS.labels().get(label), probability, 0, 0, 0, List.of());
  }

  private static Topics topics(Set<String> given, int first, double probability) {
    List<Topic> all = List.of(topic(first, probability), topic(1 - first, 0.05), topic(2, 0.025));
    return new Topics(
        all,
        all.stream().filter(topic -> given.contains(topic.label().id())).toList(),
        0.875 - probability,
        "a model");
  }

  private static TopicReport report(boolean multiLabel) {
    TopicEvaluation evaluation =
        multiLabel ? TopicEvaluation.ofSeveralLabels(LABELS) : TopicEvaluation.ofOneLabel(LABELS);
    evaluation.add(Set.of("sport"), topics(Set.of("sport"), 0, 0.8));
    evaluation.add(Set.of("sport"), topics(Set.of("odd"), 1, 0.7));
    evaluation.add(Set.of("odd"), topics(Set.of("odd"), 1, 0.8));
    evaluation.add(Set.of(), topics(Set.of(), 1, 0.1));
    return new TopicReport(
        List.of("<a>.jsonl"),
        "labels.jsonl",
        "a model",
        Precision.INT8,
        multiLabel,
        2,
        evaluation.metrics());
  }

  @Test
  void isShortForAPerson() {
    Page page = new Page(100, false);
    new TopicTables(report(false)).print(page);
    assertThat(page.toString())
        .startsWith(
            """
            4 articles of <a>.jsonl, labels labels.jsonl, model a model

            summary
              accuracy                      0.750
              micro F1                      0.667
              macro F1                      0.667
              calibration error             0.367
              without a label: given none  1 of 1
              with a label: given none     0 of 3
              AUROC of none                 1.000
              inputs passed over                2

            labels (the 2 of 3 that occur)
              label                             articles  given  precision  recall     F1
              sport                                    2      1      1.000   0.500  0.667
              <script>alert(1)</script> & "co"         1      2      0.500   1.000  0.667

            which label was given (across) for which (down)
              article's label                     1  2  none
              1 sport                             1  1     0
              2 <script>alert(1)</script> & "co"  0  1     0
              none                                0  0     1

            calibration of the most probable label
              probability     cases   mean  came true
              0.667 to 0.733      1  0.700      0.000
              0.733 to 0.800      2  0.800      1.000

            """)
        .contains("  0.70                3  0.750     0.667\n")
        .endsWith("  0.99                0  0.000         -\n");
  }

  @Test
  void labelsOfOneNameAreToldByTheirIdsToo() {
    LabelSet labels =
        LabelSet.of(
            List.of(new Label("eu", "politics", "", null), new Label("us", "politics", "", null)));
    List<Topic> all =
        labels.labels().stream().map(each -> new Topic(each, 0.5, 0, 0, 0, List.of())).toList();
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(labels);
    evaluation.add(Set.of("us"), new Topics(all, all.subList(0, 1), 0, "a model"));
    Page page = new Page(100, false);
    new TopicTables(
            new TopicReport(
                List.of("a.jsonl"),
                "labels.jsonl",
                "a model",
                Precision.INT8,
                false,
                0,
                evaluation.metrics()))
        .print(page);

    assertThat(page.toString())
        .contains("\n  politics (eu)  ", "\n  politics (us)  ", "\n  1 politics (eu)  ");
  }

  @Test
  void tellsOfSeveralLabels() {
    Page page = new Page(100, false);
    new TopicTables(report(true)).print(page);
    assertThat(page.toString())
        .contains("accuracy of the first label", "exactly the right labels")
        .contains("calibration error of all labels", "calibration of all labels")
        .doesNotContain("which label was given");
  }

  private static JsonNode json(boolean multiLabel) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TopicReportJson.write(report(multiLabel), out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  @Test
  void holdsEveryFigureInJson() throws IOException {
    JsonNode json = json(false);
    assertThat(keys(json))
        .containsExactly(
            "files",
            "labelSet",
            "model",
            "precision",
            "multiLabel",
            "articles",
            "failed",
            "accuracy",
            "subsetAccuracy",
            "topLevelAccuracy",
            "hierarchicalF1",
            "microF1",
            "macroF1",
            "labels",
            "confusion",
            "calibration",
            "labelCalibration",
            "coverage",
            "none");
    assertThat(json.get("precision").textValue()).isEqualTo("int8");
    assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.75);
    assertThat(json.get("topLevelAccuracy").isNull()).isTrue();
    assertThat(json.get("failed").intValue()).isEqualTo(2);
    assertThat(json.get("labels").get(2).toString())
        .as("those that don't occur too")
        .isEqualTo(
            "{\"label\":\"rare\",\"name\":\"never seen\",\"support\":0,\"given\":0,"
                + "\"correct\":0,\"precision\":0.0,\"recall\":0.0,\"f1\":0.0}");
    assertThat(json.get("confusion"))
        .extracting(JsonNode::toString)
        .containsExactly(
            "{\"label\":\"sport\",\"given\":\"sport\",\"articles\":1}",
            "{\"label\":\"sport\",\"given\":\"odd\",\"articles\":1}",
            "{\"label\":\"odd\",\"given\":\"odd\",\"articles\":1}",
            "{\"label\":null,\"given\":null,\"articles\":1}");
    assertThat(json.at("/calibration/bins")).hasSize(15);
    assertThat(json.get("labelCalibration").isNull()).isTrue();
    assertThat(json.at("/coverage/11").toString())
        .isEqualTo("{\"threshold\":0.99,\"articles\":0,\"share\":0.0,\"accuracy\":null}");
    assertThat(json.get("none").toString())
        .isEqualTo(
            "{\"articles\":1,\"givenNone\":1,\"others\":3,\"othersGivenNone\":0,\"auroc\":1.0}");
  }

  @Test
  void hasTheSameKeysForSeveralLabels() throws IOException {
    assertThat(keys(json(true))).isEqualTo(keys(json(false)));
    assertThat(json(true).get("confusion").isNull()).isTrue();
    assertThat(json(true).at("/labelCalibration/bins")).hasSize(15);
  }

  private static List<String> keys(JsonNode json) {
    return StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
        .toList();
  }

  @Test
  void isOnePageThatNeedsNothingElse() throws IOException {
    String source = TopicReportHtml.page(report(false));
    assertThat(source).startsWith("<!doctype html>").doesNotContain("<script", "http:", "https:");
    Document page = Jsoup.parse(source);
    assertThat(page.select("script, link, iframe, a, object")).isEmpty();
    assertThat(page.charset().name()).isEqualTo("UTF-8");
    assertThat(page.select("h1").text()).contains("<a>.jsonl");
    assertThat(page.select("table")).hasSize(5);
    assertThat(page.select("th[scope=row]").eachText()).contains(HOSTILE, "2 " + HOSTILE);
  }

  @Test
  void shadesTheMatrixByTheSharesOfEachLabel() throws IOException {
    Document page = Jsoup.parse(TopicReportHtml.page(report(false)));
    assertThat(page.select("td[style]").eachAttr("style"))
        .extracting(style -> style.replaceAll(".*/ (.*)\\)", "$1"))
        .containsExactly("0.35", "0.35", "0.00", "0.00", "0.70", "0.00", "0.00", "0.00", "0.70");
  }

  @Test
  void drawsPlotsIntoThePage() throws IOException {
    assertPlots(2, TopicReportHtml.page(report(false)));
    assertPlots(3, TopicReportHtml.page(report(true)));
  }

  private static void assertPlots(int expected, String source) throws IOException {
    List<Element> plots = Jsoup.parse(source).select("img");
    assertThat(plots).hasSize(expected);
    for (Element plot : plots) {
      assertThat(plot.attr("alt")).containsAnyOf("Reliability", "Coverage").contains("table");
      assertThat(plot.attr("src")).startsWith("data:image/png;base64,");
      byte[] png = Base64.getDecoder().decode(plot.attr("src").replaceFirst(".*,", ""));
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
    }
  }

  @Test
  void leavesOutAMatrixThatIsTooWide() {
    LabelSet many =
        LabelSet.ofNames(IntStream.range(0, 30).mapToObj(i -> "l" + i).toArray(String[]::new));
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(many);
    List<Topic> all =
        many.labels().stream().map(label -> new Topic(label, 0.1, 0, 0, 0, List.of())).toList();
    for (Label label : many.labels().subList(0, 21)) {
      evaluation.add(Set.of(label.id()), new Topics(all, all.subList(0, 1), 0, "a model"));
    }
    Page page = new Page(100, false);
    new TopicTables(
            new TopicReport(List.of("a"), "b", "c", Precision.INT8, false, 0, evaluation.metrics()))
        .print(page);
    assertThat(page.toString())
        .contains("labels (the 21 of 30 that occur)")
        .doesNotContain("which label was given", "inputs passed over");
  }
}
