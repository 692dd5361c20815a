package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One summary of all inputs. */
class SummarizeTogetherTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FIRE =
      "A fire destroyed the old harbour hall in Port Ellis on Monday.";
  private static final String FIRST =
      FIRE + " Nobody was hurt, the fire brigade said. The hall had stood there since 1902.";
  private static final String SECOND =
      "The mayor of Port Ellis promised to rebuild the burnt harbour hall by spring. " + FIRE;

  @TempDir private Path folder;

  @Test
  void aRowHoldsEachLineWithAllItsSources() throws IOException {
    Source first = new Source(0, new Sentence(2, 5, 10, "Fire!"));
    Source second = new Source(1, new Sentence(0, 0, 5, "Fire."));
    TogetherRow row =
        new TogetherRow(
            List.of(RowId.ofText("a.txt"), new RowId("7", true)),
            new MultiDocumentSummary(
                List.of(new Line(second, 1.5, List.of(first, second))),
                2,
                "instant",
                Optional.empty()),
            Precision.INT8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows rows = JsonRows.lines(out);
    rows.write(RowId.ofText("together"), row);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\"together\",\"summary\":[{\"article\":7,\"index\":0,\"start\":0,\"end\":5,"
                + "\"text\":\"Fire.\",\"score\":1.5,\"sources\":["
                + "{\"article\":\"a.txt\",\"index\":2,\"start\":5,\"end\":10},"
                + "{\"article\":7,\"index\":0,\"start\":0,\"end\":5}]}],"
                + "\"articles\":2,\"model\":\"instant\",\"precision\":\"int8\"}\n");
    Page page = new Page(60, false);
    row.print(page);
    assertThat(page.toString()).isEqualTo("Fire.\n  (a.txt, 7)\n");
  }

  @Test
  void saysWhyThereIsNoSummary() throws IOException {
    TogetherRow row =
        new TogetherRow(
            List.of(RowId.ofText("a.txt")),
            new MultiDocumentSummary(List.of(), 1, "instant", Optional.of("nothing fits")),
            Precision.INT8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows.lines(out).write(RowId.ofText("together"), row);
    Page page = new Page(60, false);
    row.print(page);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"summary\":[],\"whyEmpty\":\"nothing fits\",\"articles\":1");
    assertThat(page.toString()).isEqualTo("(no summary: nothing fits)\n");
  }

  @Test
  @Tag("model")
  void summarisesAllInputsInOne() throws IOException {
    String first = Files.writeString(folder.resolve("first.txt"), FIRST).toString();
    String second = Files.writeString(folder.resolve("second.txt"), SECOND).toString();

    JsonNode row = JSON.readTree(run(0, "--format", "jsonl", first, second).rows().get(0));

    assertThat(row.get("articles").intValue()).isEqualTo(2);
    JsonNode fire = row.at("/summary/0");
    assertThat(fire.get("text").textValue()).isEqualTo(FIRE);
    assertThat(fire.get("sources")).hasSize(2);
    assertThat(fire.at("/sources/0/article").textValue()).isEqualTo(first);
    assertThat(fire.at("/sources/1/article").textValue()).isEqualTo(second);
    int start = fire.at("/sources/1/start").intValue();
    assertThat(SECOND.substring(start, fire.at("/sources/1/end").intValue())).isEqualTo(FIRE);
    assertThat(run(0, "--format", "text", "--no-title", first, second).output())
        .contains("A fire destroyed", "second.txt)");
  }

  @Test
  @Tag("model")
  void ordersByDocumentWhereAskedTo() throws IOException {
    String first = Files.writeString(folder.resolve("first.txt"), FIRST).toString();
    String second = Files.writeString(folder.resolve("second.txt"), SECOND).toString();
    for (String order : List.of("time", "document")) {
      Console run =
          run(0, "--format", "jsonl", "--sentences", "4", "--arrange", order, first, second);
      JsonNode summary = JSON.readTree(run.rows().get(0)).get("summary");
      String last = "";
      for (JsonNode line : summary) {
        String place =
            order.equals("time")
                ? line.at("/sources/0/article").textValue()
                : line.get("article").textValue();
        assertThat(place).isGreaterThanOrEqualTo(last);
        last = place;
      }
      assertThat(summary).hasSize(4);
    }
  }

  /** What fails is told in its place, and the summary is of the others. */
  @Test
  @Tag("model")
  void leavesOutWhatFails() throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        JSON.createObjectNode().put("id", 1).put("text", FIRST)
            + "\n{bad\n"
            + JSON.createObjectNode().put("id", 2).put("text", SECOND)
            + "\n");
    Console run = run(3, "--format", "jsonl", folder.resolve("rows.jsonl").toString());

    assertThat(run.rows()).hasSize(2);
    assertThat(run.rows().get(0)).startsWith("{\"line\":2,\"error\":");
    assertThat(JSON.readTree(run.rows().get(1)).get("articles").intValue()).isEqualTo(2);
  }

  @Test
  @Tag("model")
  void leavesOutWhatIsTooLong() throws IOException {
    String first = Files.writeString(folder.resolve("first.txt"), FIRST).toString();
    String second = Files.writeString(folder.resolve("second.txt"), SECOND).toString();
    Console run = run(3, "--format", "jsonl", "--max-sentences", "2", first, second);

    assertThat(run.rows().get(0)).contains("first.txt\",\"error\":\"has 3 sentences");
    assertThat(JSON.readTree(run.rows().get(1)).get("articles").intValue()).isEqualTo(1);
  }

  private static Console run(int expectedExit, String... args) {
    Console run = new Console();
    List<String> all = new ArrayList<>(List.of("summarize", "--together"));
    all.addAll(List.of("--model", "instant"));
    all.addAll(List.of(args));
    assertThat(run.run(all.toArray(String[]::new))).isEqualTo(expectedExit);
    return run;
  }
}
