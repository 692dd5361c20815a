package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with the model that needs no engine. */
@Tag("model")
class EvaluateTopicsCommandTest {

  private static final String LABELS =
      """
      {"label":"sport","description":"Matches, teams and athletes."}
      {"label":"economy","description":"Banks, prices, companies and markets."}
      {"label":"weather","description":"Storms, rain and forecasts."}
      """;

  private static final String ROWS =
      """
      {"text":"The striker scored twice as the home side won the cup final.","label":"sport"}
      {"text":"The central bank raised its interest rate by half a point.","label":"economy"}
      {"text":"Heavy rain and gales are forecast for the whole coast.","label":"weather"}
      {"text":"Shares of lenders rose after the bank's decision.","labels":["sport"]}
      {"text":"The soup needs leeks, butter and an hour on the stove.","label":null}
      """;

  private final Console console = new Console();
  @TempDir private Path folder;
  private String labels = "";
  private String rows = "";

  @BeforeEach
  void writeInputs() throws IOException {
    labels = Files.writeString(folder.resolve("labels.jsonl"), LABELS).toString();
    rows = Files.writeString(folder.resolve("rows.jsonl"), ROWS).toString();
  }

  private int evaluate(String... more) {
    return evaluate(console, more);
  }

  private int evaluate(Console run, String... more) {
    List<String> args = new ArrayList<>(List.of("evaluate", "topics", "--model", "instant"));
    args.addAll(List.of("--labels", labels));
    args.addAll(List.of(more));
    return run.run(args.toArray(String[]::new));
  }

  @Test
  void comparesTopicsWithTheRowsOwnLabels() throws IOException {
    assertThat(evaluate("--format", "json", rows)).isZero();
    assertThat(console.errors()).isEmpty();

    JsonNode json = new ObjectMapper().readTree(console.output());
    assertThat(json.get("articles").intValue()).isEqualTo(5);
    assertThat(json.get("model").textValue()).isEqualTo("instant");
    assertThat(json.at("/labels/0/support").intValue()).isEqualTo(2);
    assertThat(json.at("/labels/0/correct").intValue()).isEqualTo(1);
    assertThat(json.at("/labels/1/correct").intValue()).isEqualTo(1);
    assertThat(json.at("/labels/1/given").intValue()).as("the lenders too").isEqualTo(2);
    assertThat(json.at("/none/articles").intValue()).isEqualTo(1);
  }

  @Test
  void givesNoneFromTheThresholdOnThatIsAskedFor() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    assertThat(evaluate("--format", "json", "--none-threshold", "1", rows)).isZero();
    JsonNode never = mapper.readTree(console.output());
    Console other = new Console();
    assertThat(evaluate(other, "--format", "json", "--none-threshold", "0", rows)).isZero();
    JsonNode always = mapper.readTree(other.output());

    assertThat(given(never)).isEqualTo(5);
    assertThat(given(always)).isZero();
  }

  private static int given(JsonNode report) {
    int given = 0;
    for (JsonNode label : report.get("labels")) {
      given += label.get("given").intValue();
    }
    return given;
  }

  @Test
  void refusesAThresholdThatIsNoProbability() {
    assertThat(evaluate("--none-threshold", "35", rows)).isEqualTo(2);
    assertThat(console.errors())
        .containsExactly("headnote: --none-threshold: a threshold between 0 and 1, not 35.0");
  }

  @Test
  void isTheSameForAnyNumberOfWorkers() throws IOException {
    Files.writeString(Path.of(rows), ROWS.repeat(40));
    Console other = new Console();
    assertThat(evaluate("--format", "json", "--workers", "1", rows)).isZero();
    assertThat(evaluate(other, "--format", "json", "--workers", "4", rows)).isZero();
    assertThat(other.output()).isEqualTo(console.output()).contains("\"articles\": 200");
  }

  @Test
  void readsStandardInputForAPerson() {
    console.reading(ROWS);
    assertThat(evaluate("-")).isZero();
    assertThat(console.output())
        .startsWith("5 articles of -, labels\n")
        .contains("accuracy", "economy", "which label was given");
  }

  @Test
  void namesBadRowsAndGoesOn() throws IOException {
    Files.writeString(
        Path.of(rows),
        "{bad\n{\"text\":\"A star married.\",\"label\":\"gossip\"}\n"
            + ROWS
            + "{\"text\":\"x\"}\n");

    assertThat(evaluate("--format", "json", rows, "nowhere.jsonl")).isEqualTo(3);

    assertThat(console.errors())
        .satisfiesExactly(
            line -> assertThat(line).contains("rows.jsonl, line 1: is not JSON"),
            line -> assertThat(line).contains("rows.jsonl, line 2: has the label \"gossip\""),
            line -> assertThat(line).contains("rows.jsonl, line 8: has no \"label\""),
            line -> assertThat(line).contains("nowhere.jsonl: there is no such file"),
            line -> assertThat(line).isEqualTo("headnote: passed over 4 of 9 inputs"));
    assertThat(console.output()).contains("\"articles\": 5", "\"failed\": 4");
  }

  /** As when the labels of a set are forgotten. */
  @Test
  void saysInAFewLinesThatNoRowCanBeUsed() throws IOException {
    Files.writeString(
        Path.of(rows), ROWS.replaceAll("\"labels?\":.*}", "\"label\":\"x\"}").repeat(9));

    assertThat(evaluate(rows)).isEqualTo(2);

    assertThat(console.output()).isEmpty();
    assertThat(console.errors()).hasSize(12);
    assertThat(console.errors().get(10)).endsWith("passed over 45 of 45 inputs");
    assertThat(console.errors().get(11)).endsWith("rows.jsonl: no labelled article");
  }

  @Test
  void givesSeveralLabels() throws IOException {
    Files.writeString(
        Path.of(rows),
        "{\"text\":\"Gales and rain stopped the cup match.\",\"labels\":[\"sport\",\"weather\"]}\n");

    assertThat(evaluate("--multi-label", "--format", "json", rows)).isZero();

    JsonNode json = new ObjectMapper().readTree(console.output());
    assertThat(json.get("multiLabel").booleanValue()).isTrue();
    assertThat(json.at("/labelCalibration/bins")).hasSize(15);
    assertThat(json.get("confusion").isNull()).isTrue();
  }

  @Test
  void writesAPageToAFile() throws IOException {
    Path page = folder.resolve("report.html");
    assertThat(evaluate("--format", "html", "--output", page.toString(), rows)).isZero();
    assertThat(console.output()).isEmpty();
    assertThat(Files.readString(page)).startsWith("<!doctype html>").endsWith("</html>\n");
  }

  @Test
  void showsHowFarItIsOnATerminal() {
    console.onTerminal(Map.of("COLUMNS", "80"));
    assertThat(evaluate(rows)).isZero();
    assertThat(String.join("\n", console.errors())).contains("articles");
  }

  @Test
  void hintsThatSomeLabelsLackADescription() throws IOException {
    Files.writeString(Path.of(labels), LABELS + "{\"label\":\"food\"}\n{\"label\":\"art\"}\n");
    String expected =
        "headnote: "
            + labels
            + ": 2 of 5 labels have no \"description\" (food, art); a sentence for each would help,"
            + " as a mixed set does worse";

    assertThat(evaluate(rows)).isZero();
    assertThat(console.errors()).containsExactly(expected);

    Console topics = new Console();
    assertThat(
            topics.run(
                "topics", "--model", "instant", "--format", "jsonl", "--labels", labels, rows))
        .isZero();
    assertThat(topics.errors()).containsExactly(expected);
  }

  @Test
  void namesNoMoreThanFiveLabelsInAHint() throws IOException {
    StringBuilder more = new StringBuilder(LABELS);
    for (int i = 1; i <= 6; i++) {
      more.append("{\"label\":\"l" + i + "\"}\n");
    }
    Files.writeString(Path.of(labels), more);
    assertThat(evaluate(rows)).isZero();
    assertThat(console.errors()).singleElement().asString().contains("(l1, l2, l3, l4, l5, …)");
  }

  @Test
  void takesLabelsWithoutAnyDescriptionAsTheyAre() throws IOException {
    Files.writeString(Path.of(labels), LABELS.replaceAll(",\"description\":\"[^\"]*\"", ""));
    assertThat(evaluate(rows)).isZero();
    assertThat(console.errors()).isEmpty();
  }

  /** Two labels that say the same are equally probable, and both are given. */
  @Test
  void givesSeveralTopicsToArticles() throws IOException {
    Files.writeString(
        Path.of(labels),
        LABELS
            + LABELS
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("sport\"", "games\",\"name\":\"sport\""));
    Files.writeString(Path.of(rows), ROWS.lines().findFirst().orElseThrow());
    for (String command : List.of("topics", "digest")) {
      Console run = new Console();
      assertThat(
              run.run(
                  command,
                  "--model=instant",
                  "--multi-label",
                  "--labels=" + labels,
                  "--format=jsonl",
                  rows))
          .isZero();
      JsonNode row = new ObjectMapper().readTree(run.output());
      assertThat(row.get("topics")).hasSize(4);
      assertThat(row.get("assigned"))
          .extracting(JsonNode::textValue)
          .containsExactly("sport", "games");
      assertThat(row.get("none").booleanValue()).isFalse();
    }
  }
}
