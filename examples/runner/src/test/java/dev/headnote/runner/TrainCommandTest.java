package dev.headnote.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and labelling by what was learned, with the model that needs no engine. */
@Tag("model")
class TrainCommandTest {

  /** Names that say nothing: all comes from the examples. */
  private static final String LABELS =
      """
      {"label":"a","name":"alpha"}
      {"label":"b","name":"beta"}
      """;

  private static final List<String> SPORT =
      List.of(
          "The striker scored twice in the cup final.",
          "The coach praised his goalkeeper after the match.",
          "Fans cheered as the home side won the league.",
          "The referee sent off two players before half-time.");

  private static final List<String> ECONOMY =
      List.of(
          "The central bank raised its interest rate.",
          "Shares of lenders fell on the stock market.",
          "Inflation slowed as oil prices dropped.",
          "The company's quarterly profit beat forecasts.");

  private final Console console = new Console();
  @TempDir private Path folder;
  private String labels = "";
  private String rows = "";
  private String model = "";
  private String encoder = "instant";

  @BeforeEach
  void writeInputs() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SPORT.size(); i++) {
      lines.append("{\"text\":\"" + SPORT.get(i) + "\",\"label\":\"a\"}\n");
      lines.append("{\"text\":\"" + ECONOMY.get(i) + "\",\"label\":\"b\"}\n");
    }
    labels = Files.writeString(folder.resolve("labels.jsonl"), LABELS).toString();
    rows = Files.writeString(folder.resolve("rows.jsonl"), lines).toString();
    model = folder.resolve("news.topics").toString();
  }

  private int train(String... more) {
    List<String> args = new ArrayList<>(List.of("train", "--model", encoder, "--out", model));
    args.addAll(List.of("--labels", labels));
    args.addAll(List.of(more));
    return console.run(args.toArray(String[]::new));
  }

  private static JsonNode label(String model, String text, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("topics", "--topic-model", model));
    args.addAll(List.of("--input", "text", "--format", "jsonl", "-"));
    args.addAll(List.of(more));
    Console run = new Console().reading(text);
    assertThat(run.run(args.toArray(String[]::new))).as(run.errors().toString()).isZero();
    return new ObjectMapper().readTree(run.output());
  }

  /** The device by a link, so that a mistake replaces that. */
  @Test
  void aFullDiskEndsTheRun() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full) && !Files.isRegularFile(full));
    model = Files.createSymbolicLink(folder.resolve("full.topics"), full).toString();

    assertThat(train(rows)).isEqualTo(1);
    assertThat(console.errors())
        .containsExactly("headnote: " + model + ": cannot be written: No space left on device");
    assertThat(Path.of(model)).isSymbolicLink();
  }

  /** The model that it was trained with is taken without being named. */
  @Test
  void succeedsWhoeverReadsWhatItPrints() {
    Terminal known = console.terminal();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Terminal gone =
        new Terminal(known.in(), out, known.err(), Map.of(), known.attached(), known.piped());

    assertThat(
            Main.run(gone, "train", "--model", "instant", "--out", model, "--labels", labels, rows))
        .isZero();
    assertThat(console.errors()).isEmpty();
    assertThat(Path.of(model)).isNotEmptyFile();
  }

  @Test
  void labelsByWhatItLearned() throws IOException {
    assertThat(train(rows)).isZero();
    assertThat(console.errors()).isEmpty();
    assertThat(console.output()).contains("articles", "8", "2 of 2");

    JsonNode sport = label(model, "The players lost the match in the last minute.");
    JsonNode economy = label(model, "Banks expect higher prices and lower profit.");
    assertThat(sport.at("/topics/0/label").textValue()).isEqualTo("a");
    assertThat(economy.at("/topics/0/label").textValue()).isEqualTo("b");
    assertThat(sport.get("model").textValue()).isEqualTo("instant");
  }

  @Test
  void evaluatesATopicModel() throws IOException {
    train(rows);
    Console run = new Console();

    assertThat(run.run("evaluate", "topics", "--topic-model", model, "--format", "json", rows))
        .isZero();
    assertThat(new ObjectMapper().readTree(run.output()).get("articles").intValue()).isEqualTo(8);
  }

  @Test
  void namesRowsThatItCanNotLearnFromAndGoesOn() throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        Files.readString(folder.resolve("rows.jsonl"))
            + "{\"text\":\"Rain.\",\"label\":\"weather\"}\n"
            + "{\"text\":\"Rain.\",\"labels\":[\"a\",\"b\"]}\n"
            + "{\"text\":\"Rain.\",\"label\":null}\n"
            + "not JSON\n"
            + "{\"text\":\"Rain.\",\"label\":\"a\",\"labels\":[\"b\"]}\n");

    assertThat(train(rows)).isEqualTo(3);
    assertThat(console.errors())
        .anyMatch(line -> line.contains("line 9") && line.contains("\"weather\""))
        .anyMatch(line -> line.contains("line 10") && line.contains("2 labels"))
        .anyMatch(line -> line.contains("line 11: has no label where one is to be learned"))
        .anyMatch(line -> line.contains("line 12"))
        .anyMatch(line -> line.contains("line 13: has a \"label\" that is not among"));
    assertThat(console.output()).contains("8");
    assertThat(Path.of(model)).isRegularFile();
  }

  @Test
  void readsPackedRowsAndBoundsThem() throws IOException {
    Path packed = folder.resolve("rows.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(Path.of(rows), out);
      out.write(("{\"label\":\"a\",\"text\":\"" + "Long. ".repeat(200) + "\"}\n").getBytes(UTF_8));
    }
    assertThat(train("--max-bytes", "1k", packed.toString())).isEqualTo(3);
    assertThat(console.errors().get(0)).contains("line 9", "is longer than 1024 bytes");
    assertThat(console.output()).contains("8");

    Console run = new Console();
    List<String> evaluate =
        List.of("evaluate topics --format json --max-bytes 1k --topic-model".split(" "));
    List<String> args = new ArrayList<>(evaluate);
    args.addAll(List.of(model, packed.toString()));
    assertThat(run.run(args.toArray(String[]::new))).isEqualTo(3);
    assertThat(new ObjectMapper().readTree(run.output()).get("articles").intValue()).isEqualTo(8);
  }

  @Test
  void namesARowThatIsAllFurnitureAndGoesOn() throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        "{\"text\":\"Advertisement\\n\\nAdvertisement\",\"label\":\"a\"}\n"
            + Files.readString(folder.resolve("rows.jsonl")));

    assertThat(train(rows)).isEqualTo(3);
    assertThat(console.errors())
        .contains(
            "headnote: " + rows + ", line 1: holds neither a sentence nor a title to learn from");
    assertThat(Path.of(model)).isRegularFile();
  }

  @Test
  void passesOverAnArticleBeyondTheLimit() throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        "{\"text\":\"It rained. It blew. It hailed.\",\"label\":\"a\"}\n"
            + Files.readString(folder.resolve("rows.jsonl")));

    assertThat(train("--max-sentences", "2", rows)).isEqualTo(3);
    assertThat(console.errors())
        .containsExactly(
            "headnote: "
                + rows
                + ", line 1: has 3 sentences, and the limit is 2; divide it, or raise"
                + " --max-sentences",
            "headnote: passed over 1 of 9 inputs");
    assertThat(Path.of(model)).isRegularFile();
  }

  @Test
  void namesTheTopicModelThatLacksALabel() throws IOException {
    assertThat(train(rows)).isZero();
    String other = "{\"text\":\"Rain.\",\"label\":\"weather\"}\n";
    Files.writeString(folder.resolve("rows.jsonl"), other + Files.readString(Path.of(rows)));
    Console run = new Console();

    assertThat(run.run("evaluate", "topics", "--topic-model", model, rows)).isEqualTo(3);
    assertThat(run.errors().get(0))
        .endsWith("line 1: has the label \"weather\", which is not among those of " + model);
  }

  @Test
  void saysWhoseFolderATopicModelNeeds() throws IOException {
    Path small = folder.resolve("small");
    String teacher = "--teacher=instant";
    assertThat(
            console.run(
                "distil", teacher, "--dimensions=32", "--name=my model", "--output=" + small))
        .isZero();
    encoder = small.toString();
    assertThat(train(rows)).as(console.errors().toString()).isZero();

    Console run = new Console().reading("Banks expect higher prices.");
    assertThat(run.run("topics", "--topic-model", model, "-")).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "headnote: "
                + model
                + ": was learned with the model \"my model\", which is not on the class path; give"
                + " its folder by --model");
    Console with = new Console().reading("Banks expect higher prices.");
    assertThat(with.run("topics", "--topic-model", model, "--model", small.toString(), "-"))
        .as(with.errors().toString())
        .isZero();
  }

  @Test
  void blendsIfItLearnedSo() throws IOException {
    encoder = "minilm-l6";
    for (String blend : List.of("--no-blend", "--precision=auto")) {
      assertThat(train(blend, rows)).as(console.errors().toString()).isZero();
      assertThat(label(model, SPORT.get(1)).get("model").textValue()).isEqualTo("minilm-l6");
    }
    Console run = new Console();
    assertThat(run.run("topics", "--no-blend", "--topic-model", model, rows)).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("--no-blend: " + model);
  }

  @Test
  void learnsSeveralLabelsAnArticle() throws IOException {
    String both =
        "{\"text\":\"" + SPORT.get(0) + " " + ECONOMY.get(0) + "\",\"labels\":[\"a\",\"b\"]}\n";
    Files.writeString(
        folder.resolve("rows.jsonl"), Files.readString(folder.resolve("rows.jsonl")) + both);

    assertThat(train("--multi-label", rows)).isZero();
    assertThat(label(model, SPORT.get(1)).get("assigned")).isNotNull();
  }

  @Test
  void saysWhatIsWrongBeforeLongWork() {
    assertThat(console.run("train", "--model", "instant", "--out", model, rows)).isEqualTo(2);
    assertThat(train("--out", folder.resolve("none").resolve("x").toString(), rows)).isEqualTo(2);
    assertThat(train("--workers", "0", rows)).isEqualTo(2);
    assertThat(console.errors().get(0)).contains("--labels");
    assertThat(Path.of(model)).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNoTopicModelAndLabelsBesideOne() {
    assertThat(console.run("topics", "--topic-model", rows, rows)).isEqualTo(1);
    assertThat(console.errors().get(0)).contains("rows.jsonl", "is not a topic model");

    train(rows);
    Console run = new Console();
    assertThat(run.run("topics", "--topic-model", model, "--labels", labels, rows)).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("labels of its own");
  }
}
