package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapting to articles without labels, with the model that needs no engine. */
@Tag("model")
class AdaptCommandTest {

  private final Console console = new Console();
  @TempDir private Path folder;
  private String labels = "";
  private String rows = "";
  private String model = "";

  @BeforeEach
  void writeInputs() throws IOException {
    labels =
        Files.writeString(
                folder.resolve("labels.jsonl"),
                """
                {"label":"sport","description":"Matches, players and teams."}
                {"label":"economy","description":"Companies, banks and prices."}
                {"label":"weather","description":"Rain, storms and forecasts."}
                """)
            .toString();
    rows =
        Files.writeString(
                folder.resolve("rows.jsonl"),
                """
                {"text":"The striker scored twice in the cup final."}
                {"text":"The central bank raised its interest rate.","label":"of no set"}
                {"text":"Heavy rain is forecast for the coast."}
                """)
            .toString();
    model = folder.resolve("news.topics").toString();
  }

  private int adapt(String... more) {
    List<String> args = new ArrayList<>(List.of("adapt", "--model", "instant", "--out", model));
    args.addAll(List.of("--labels", labels));
    args.addAll(List.of(more));
    return console.run(args.toArray(String[]::new));
  }

  @Test
  void labelsByWhatItLearned() throws IOException {
    assertThat(adapt(rows)).isZero();
    assertThat(console.errors()).isEmpty();
    assertThat(console.output()).contains("news.topics, for the model", "articles  3");

    Console run = new Console().reading("The players lost the match in the last minute.");
    assertThat(
            run.run(
                "topics",
                "--topic-model",
                model,
                "--multi-label",
                "--input",
                "text",
                "--format",
                "jsonl",
                "-"))
        .as(run.errors().toString())
        .isZero();
    JsonNode row = new ObjectMapper().readTree(run.output());
    assertThat(row.at("/topics/0/label").textValue()).isEqualTo("sport");
    assertThat(row.get("model").textValue()).isEqualTo("instant");
  }

  @Test
  void readsFoldersAndNamesRowsThatItCanNotRead() throws IOException {
    Path news = Files.createDirectory(folder.resolve("news"));
    Files.writeString(news.resolve("one.txt"), "Shares of lenders fell on the stock market.");
    Files.writeString(news.resolve("empty.txt"), "");
    Files.writeString(Path.of(rows), Files.readString(Path.of(rows)) + "not JSON\n");

    assertThat(adapt(rows, news.toString())).isEqualTo(3);
    assertThat(console.errors()).anyMatch(line -> line.contains("rows.jsonl, line 4"));
    assertThat(console.output()).contains("4");
  }

  @Test
  void namesARowThatIsAllFurniture() throws IOException {
    Files.writeString(
        Path.of(rows),
        "{\"text\":\"Advertisement\\n\\nAdvertisement\"}\n" + Files.readString(Path.of(rows)));

    assertThat(adapt(rows)).isEqualTo(3);
    assertThat(console.errors())
        .containsExactly(
            "headnote: " + rows + ", line 1: holds neither a sentence nor a title to learn from",
            "headnote: passed over 1 of 4 inputs");
    assertThat(console.output()).contains("articles  3");
  }

  @Test
  void passesOverAnArticleBeyondTheLimit() throws IOException {
    Files.writeString(
        Path.of(rows),
        "{\"text\":\"It rained. It blew. It hailed.\"}\n" + Files.readString(Path.of(rows)));

    assertThat(adapt("--max-sentences", "2", rows)).isEqualTo(3);
    assertThat(console.errors()).anyMatch(line -> line.contains("line 1: has 3 sentences"));
    assertThat(console.output()).contains("articles  3");
  }

  @Test
  void saysWhatIsWrongBeforeLongWork() throws IOException {
    assertThat(adapt("--multi-label", rows)).isEqualTo(2);
    assertThat(adapt("--cascade", rows)).isEqualTo(2);
    assertThat(console.run("adapt", "--model", "instant", "--labels", labels, "--out", "-", rows))
        .isEqualTo(2);
    assertThat(Path.of("-")).doesNotExist();
    assertThat(adapt(folder.resolve("none.jsonl").toString())).isEqualTo(2);
    Files.writeString(Path.of(labels), "{\"label\":\"a\"}\n{\"label\":\"b\"}\n");
    assertThat(adapt(rows)).isEqualTo(2);
    assertThat(console.errors())
        .anyMatch(line -> line.contains("--multi-label"))
        .anyMatch(line -> line.contains("-: is standard output"))
        .anyMatch(line -> line.contains("--cascade: what is learned goes with one model"))
        .anyMatch(line -> line.contains("none.jsonl"))
        .anyMatch(line -> line.contains("2 labels can't be adapted"));
    assertThat(Path.of(model)).doesNotExist();
  }
}
