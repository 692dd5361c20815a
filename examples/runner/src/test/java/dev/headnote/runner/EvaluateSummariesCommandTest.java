package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with the model that needs no engine. */
@Tag("model")
class EvaluateSummariesCommandTest {

  private static final String ARTICLE =
      "The river rose by two metres overnight after days of rain. Hundreds of people left their"
          + " homes near the bridge. The mayor asked for help from the army. Schools in the town"
          + " stay closed until Monday. More rain is expected on Sunday afternoon.";

  /** The first is extractive. */
  private static final String ROWS =
      ("{'id':'a','title':'Flood','article':'"
              + ARTICLE
              + "','summary':'The mayor asked for help"
              + " from the army.\\nSchools in the town stay closed until Monday.'}\n"
              + "{'text':'"
              + ARTICLE
              + "','summaries':['Rivers flooded a town.','People left homes"
              + " near a bridge']}\n")
          .replace('\'', '"');

  private final Console console = new Console();
  @TempDir private Path folder;
  private String rows = "";

  @BeforeEach
  void writeInputs() throws IOException {
    rows = Files.writeString(folder.resolve("rows.jsonl"), ROWS).toString();
  }

  private int evaluate(Console run, String... more) {
    List<String> args = new ArrayList<>(List.of("evaluate", "summaries", "--model", "instant"));
    args.addAll(List.of(more));
    return run.run(args.toArray(String[]::new));
  }

  private JsonNode json(String... more) throws IOException {
    Console run = new Console();
    List<String> args = new ArrayList<>(List.of("--format", "json"));
    args.addAll(List.of(more));
    assertThat(evaluate(run, args.toArray(String[]::new))).isZero();
    assertThat(run.errors()).isEmpty();
    return new ObjectMapper().readTree(run.output());
  }

  @Test
  void comparesSummariesWithThoseOfPeople() throws IOException {
    JsonNode json = json(rows);
    assertThat(json.get("articles").intValue()).isEqualTo(2);
    assertThat(json.get("model").textValue()).isEqualTo("instant");
    assertThat(json.at("/budget").toString()).isEqualTo("{\"unit\":\"sentences\",\"most\":3.0}");
    assertThat(json.at("/headnote/sentences").doubleValue()).isEqualTo(3);
    assertThat(json.at("/lead/amongFirstThree").doubleValue()).isEqualTo(1);
    assertThat(json.at("/oracle/agreement").toString())
        .isEqualTo("{\"articles\":1,\"precision\":1.0,\"recall\":1.0,\"f1\":1.0}");
    double best = json.at("/oracle/ROUGE-1/f1/mean").doubleValue();
    assertThat(json.at("/headnote/ROUGE-1/f1/mean").doubleValue()).isBetween(0.1, best);
    assertThat(best).as("1 for the first, and homes near the bridge").isBetween(0.7, 0.9);
  }

  @Test
  void keepsToTheBudgetOfSummaries() throws IOException {
    JsonNode one = json("--sentences", "1", rows);
    assertThat(one.at("/lead/sentences").doubleValue()).isEqualTo(1);
    JsonNode words = json("--words", "20", rows);
    assertThat(words.at("/lead/words").doubleValue()).as("11 and 9").isEqualTo(20);
    assertThat(words.at("/headnote/words").doubleValue()).isLessThanOrEqualTo(20);
    assertThat(words.at("/oracle/words").doubleValue()).isLessThanOrEqualTo(20);
  }

  @Test
  void comparesStemsIfAsked() throws IOException {
    String river = "{\"text\":\"The rivers rose.\",\"summary\":\"A river was rising\"}\n";
    Files.writeString(Path.of(rows), river);
    assertThat(json(rows).at("/lead/ROUGE-1/f1/mean").doubleValue()).isZero();
    assertThat(json("--stem", rows).at("/lead/ROUGE-1/f1/mean").doubleValue()).isPositive();
    assertThat(json("--stem", rows).get("stemmed").booleanValue()).isTrue();
  }

  @Test
  void isTheSameForAnyNumberOfWorkers() throws IOException {
    Files.writeString(Path.of(rows), ROWS.repeat(40));
    assertThat(json("--workers", "4", rows)).isEqualTo(json("--workers", "1", rows));
  }

  @Test
  void readsPackedRowsAndStandardInputForAPerson() throws IOException {
    Path packed = folder.resolve("packed.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(ROWS.getBytes(StandardCharsets.UTF_8));
    }
    console.reading(ROWS);
    assertThat(evaluate(console, "-", packed.toString())).isZero();
    assertThat(console.output())
        .startsWith("4 articles of -,")
        .contains("Lead-3", "greedy oracle", "share of the oracle's lead", "precision");
  }

  @Test
  void namesBadRowsAndGoesOn() throws IOException {
    Files.writeString(
        Path.of(rows), "{bad\n{\"text\":\"x\"}\n" + ROWS + "{\"text\":\"\",\"summary\":\"x\"}\n");

    assertThat(evaluate(console, "--format", "json", rows, "nowhere.jsonl")).isEqualTo(3);

    assertThat(console.errors())
        .satisfiesExactly(
            line -> assertThat(line).contains("rows.jsonl, line 1: is not JSON"),
            line -> assertThat(line).contains("line 2: has no \"summary\" or \"summaries\""),
            line -> assertThat(line).contains("rows.jsonl, line 5: holds no text"),
            line -> assertThat(line).contains("nowhere.jsonl: there is no such file"),
            line -> assertThat(line).isEqualTo("headnote: passed over 4 of 6 inputs"));
    assertThat(console.output()).contains("\"articles\": 2", "\"failed\": 4");
  }

  @Test
  void saysThatNoRowCanBeUsed() throws IOException {
    Files.writeString(Path.of(rows), "{\"text\":\"x\"}\n");
    assertThat(evaluate(console, rows)).isEqualTo(2);
    assertThat(console.output()).isEmpty();
    assertThat(console.errors().get(2)).endsWith("rows.jsonl: no article with a summary");
  }

  @Test
  void writesAPageToAFile() throws IOException {
    Path page = folder.resolve("report.html");
    assertThat(evaluate(console, "--format", "html", "--output", page.toString(), rows)).isZero();
    assertThat(console.output()).isEmpty();
    assertThat(Files.readString(page)).startsWith("<!doctype html>").endsWith("</html>\n");
  }
}
