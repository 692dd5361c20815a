package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning salience and using what was learned, with the model that needs no engine. */
@Tag("model")
class SalienceCommandTest {

  private static final int ROWS = 400;

  private final Console console = new Console();
  @TempDir private Path folder;
  private String rows = "";
  private String model = "";

  /** Summaries tell the last sentence but one, which the model that is shipped does not expect. */
  @BeforeEach
  void writeRows() throws IOException {
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      lines.append("{\"article\":\"");
      sentences(random).forEach(sentence -> lines.append(sentence).append(' '));
      lines.append("\",\"summary\":\"The harvest was good.\"}\n");
    }
    rows = Files.writeString(folder.resolve("rows.jsonl"), lines).toString();
    model = folder.resolve("own.salience").toString();
  }

  private static List<String> sentences(Random random) {
    List<String> sentences = new ArrayList<>();
    for (int s = 0; s < 8; s++) {
      sentences.add(
          s == 6
              ? "The harvest was good this year."
              : "Quarter " + random.nextInt(900) + " voted for a plan about trains.");
    }
    return sentences;
  }

  private JsonNode summarize(String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("summarize", "--model", "instant"));
    args.addAll(List.of("--sentences", "1", "--format", "jsonl", "--input", "text", "-"));
    args.addAll(List.of(more));
    Console run = new Console().reading(String.join(" ", sentences(new Random(2))));
    assertThat(run.run(args.toArray(String[]::new))).as(run.errors().toString()).isZero();
    return new ObjectMapper().readTree(run.output());
  }

  @Test
  void summarisesByWhatItLearned() throws IOException {
    assertThat(console.run("salience", "--model", "instant", "--out", model, rows)).isZero();
    assertThat(console.errors()).isEmpty();
    assertThat(console.output()).isEqualTo(model + ", for any model\n  articles  400\n");

    assertThat(summarize("--salience", model).at("/summary/0/index").intValue()).isEqualTo(6);
    assertThat(summarize("--salience", "none").at("/summary/0/index").intValue()).isZero();
  }

  @Test
  void takesEachSoManyethRow() throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"), Files.readString(Path.of(rows)) + "no JSON\n");

    assertThat(console.run("salience", "--model", "instant", "--out", model, rows + ":2:40"))
        .isEqualTo(3);
    assertThat(console.errors())
        .anyMatch(line -> line.contains("line " + (ROWS + 1)))
        .anyMatch(line -> line.contains("passed over 1 of 11 inputs"));
    assertThat(Path.of(model)).isRegularFile();
  }

  @Test
  void passesOverAnArticleBeyondTheLimit() throws IOException {
    String longer = "{\"text\":\"" + "It rained. ".repeat(9) + "\",\"summary\":\"Rain.\"}\n";
    Files.writeString(Path.of(rows), longer + Files.readString(Path.of(rows)));

    assertThat(
            console.run("salience", "--model=instant", "--max-sentences=8", "--out=" + model, rows))
        .isEqualTo(3);
    assertThat(console.errors()).anyMatch(line -> line.contains("line 1: has 9 sentences"));
    assertThat(Path.of(model)).isRegularFile();
  }

  @Test
  void saysWhatIsWrongBeforeLongWork() throws IOException {
    String nowhere = folder.resolve("none").resolve("x").toString();
    assertThat(console.run("salience", "--model", "instant", "--out", nowhere, rows)).isEqualTo(2);
    assertThat(console.run("salience", "--model", "instant", "--out", model, rows + ":0"))
        .isEqualTo(2);
    String empty = Files.writeString(folder.resolve("empty.jsonl"), "").toString();
    assertThat(console.run("salience", "--model", "instant", "--out", model, empty)).isEqualTo(2);
    assertThat(console.errors()).anyMatch(line -> line.contains("no article with a summary"));
    assertThat(Path.of(model)).doesNotExist();
    assertThat(console.run("summarize", "--model", "instant", "--salience", rows, "-"))
        .isEqualTo(1);
    assertThat(console.errors()).anyMatch(line -> line.contains("is not a salience model"));
  }
}
