package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs with a real model, the smallest. */
@Tag("model")
class ModelRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = "minilm-l6";

  private static final String STRIKE =
      "The striker scored twice as the home side won the cup final on Saturday. Her first goal came"
          + " after ten minutes, from a corner. The coach praised the whole team after the match."
          + " Supporters sang in the streets until late in the night. The league starts again in"
          + " August.";
  private static final String BANK =
      "The central bank raised its interest rate by half a point on Thursday. Inflation has stayed"
          + " above its target for a year. Shares of lenders rose after the decision. Economists"
          + " expect a further rise in the spring.";
  private static final String LABELS =
      """
      {"label":"sport","description":"Matches, teams and athletes."}
      {"label":"economy","description":"Banks, prices, companies and markets."}
      {"label":"weather","description":"Storms, rain and forecasts."}
      """;

  private final Console console = new Console();
  @TempDir private Path folder;
  private String labels = "";
  private String rows = "";

  @BeforeEach
  void writeInputs() throws IOException {
    labels = Files.writeString(folder.resolve("labels.jsonl"), LABELS).toString();
    rows =
        JSON.createObjectNode().put("id", 1).put("title", "Cup final").put("text", STRIKE)
            + "\n{bad\n"
            + JSON.createObjectNode().put("id", "bank").put("article", BANK)
            + "\n";
  }

  private List<JsonNode> run(int expectedExit, String... args) throws IOException {
    Console run = new Console().reading(rows);
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--model", MODEL, "--input", "jsonl", "--format", "jsonl", "-"));
    assertThat(run.run(all.toArray(String[]::new))).isEqualTo(expectedExit);
    assertThat(run.errors()).isEmpty();
    List<JsonNode> parsed = new ArrayList<>();
    for (String row : run.rows()) {
      parsed.add(JSON.readTree(row));
    }
    return parsed;
  }

  private static List<String> keys(JsonNode row) {
    return StreamSupport.stream(((Iterable<String>) row::fieldNames).spliterator(), false).toList();
  }

  @Test
  void digestsRowsInTheirPlace() throws IOException {
    List<JsonNode> found = run(3, "digest", "--labels", labels, "--sentences", "2");
    assertThat(found).hasSize(3);
    JsonNode sport = found.get(0);
    assertThat(keys(sport))
        .containsExactly(
            "id", "topics", "assigned", "none", "summary", "sentences", "model", "precision");
    assertThat(sport.get("assigned")).singleElement().isEqualTo(new TextNode("sport"));
    assertThat(sport.get("id").intValue()).isEqualTo(1);
    assertThat(sport.get("topics")).hasSize(3);
    assertThat(sport.at("/topics/0/label").textValue()).isEqualTo("sport");
    assertThat(sport.at("/topics/0/score").doubleValue())
        .isGreaterThanOrEqualTo(sport.at("/topics/1/score").doubleValue());
    assertThat(sport.get("summary")).hasSize(2);
    assertThat(sport.get("sentences").intValue()).isEqualTo(5);
    assertThat(sport.get("model").textValue()).isEqualTo(MODEL);
    assertThat(sport.get("precision").textValue()).matches("fp32|bf16|int8");
    int before = -1;
    for (JsonNode sentence : sport.get("summary")) {
      String source =
          STRIKE.substring(sentence.get("start").intValue(), sentence.get("end").intValue());
      assertThat(sentence.get("text").textValue()).isEqualTo(source);
      assertThat(sentence.get("index").intValue()).isGreaterThan(before);
      before = sentence.get("index").intValue();
    }
    assertThat(keys(found.get(1))).containsExactly("line", "error");
    assertThat(found.get(2).get("id").textValue()).isEqualTo("bank");
    assertThat(found.get(2).at("/topics/0/label").textValue()).isEqualTo("economy");
  }

  @Test
  void topicsAndSummariesAgreeWithTheDigest() throws IOException {
    JsonNode digest = run(3, "digest", "--labels", labels).get(0);
    JsonNode topics = run(3, "topics", "--labels", labels).get(0);
    JsonNode summary = run(3, "summarize").get(0);
    assertThat(keys(topics))
        .containsExactly("id", "topics", "assigned", "none", "sentences", "model", "precision");
    assertThat(keys(summary)).containsExactly("id", "summary", "sentences", "model", "precision");
    assertThat(topics.get("topics")).isEqualTo(digest.get("topics"));
    assertThat(summary.get("summary")).isEqualTo(digest.get("summary"));
  }

  @Test
  void isTheSameForAnyNumberOfWorkers() throws IOException {
    rows = rows.repeat(10);
    assertThat(run(3, "digest", "--workers", "4")).isEqualTo(run(3, "digest", "--workers", "1"));
  }

  @Test
  void anArticleBeyondALimitFailsInItsPlace() throws IOException {
    String rows =
        """
        {"id":1,"text":"The bank raised rates."}
        {"id":2,"text":"The bank raised rates. Prices fell. Nobody was surprised."}
        {"id":3,"text":"The bank raised rates."}
        """;
    console.reading(rows);
    assertThat(
            console.run(
                "summarize",
                "--model",
                "instant",
                "--max-sentences",
                "2",
                "--input",
                "jsonl",
                "--format",
                "jsonl",
                "-"))
        .isEqualTo(3);
    assertThat(console.rows()).hasSize(3);
    assertThat(console.rows().get(1))
        .startsWith("{\"id\":2,\"line\":2,\"error\":\"the article has 3 sentences");
    assertThat(console.rows().get(2)).startsWith("{\"id\":3,\"summary\":[{");
  }

  @Test
  void keepsToABudgetOfWords() throws IOException {
    JsonNode summary = run(3, "summarize", "--words", "20").get(0).get("summary");
    int words = 0;
    for (JsonNode sentence : summary) {
      words += sentence.get("text").textValue().split("\\s+").length;
    }
    assertThat(words).isBetween(1, 20);
  }

  @Test
  void measuresAgainstTheSubjectsOfIptcByDefault() throws IOException {
    assertThat(run(3, "topics").get(0).get("topics")).hasSize(17);
  }

  @Test
  void writesAPageForAPerson() throws IOException {
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run("digest", "--model", MODEL, "--labels", labels, file)).isZero();
    assertThat(console.output()).contains("sport").contains(" %").doesNotContain("{");
    assertThat(console.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(61));
    assertThat(console.errors()).isEmpty();
  }

  @Test
  void refusesADamagedModelInOneLine() throws IOException {
    Path model = copyModel();
    Path archive = model.resolve(ModelFiles.in(model).card().weightsFile());
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run("digest", "--model", model.toString(), file)).isEqualTo(1);
    assertThat(console.output()).isEmpty();
    assertThat(console.errors())
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("headnote: ").contains("SHA-256"));
  }

  @Test
  void refusesAModelWithoutItsTokenizer() throws IOException {
    Path model = copyModel();
    Files.delete(model.resolve(ModelFiles.in(model).card().tokenizerFile()));
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run("digest", "--model", model.toString(), file)).isEqualTo(1);
    assertThat(console.errors()).hasSize(1);
  }

  @Test
  void refusesInOneLineACascadeToAModelThatIsNoTransformer() throws IOException {
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run("topics", "--cascade", "--model", "instant", file)).isEqualTo(2);
    assertThat(console.errors())
        .containsExactly(
            "headnote: --cascade: a cascade leads to a transformer, which instant is not");
  }

  /** The margin may be left out, and what follows is an article then. */
  @Test
  void takesNoArticleForACascadesMargin() throws IOException {
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run("topics", "--model", "instant", "--cascade", file)).isEqualTo(2);
    assertThat(console.run("topics", "--model", "instant", "--cascade", "0.3", file)).isEqualTo(2);
    assertThat(console.run("topics", "--model", "instant", "--cascade", "-")).isEqualTo(2);
    assertThat(console.errors())
        .hasSize(3)
        .containsOnly(
            "headnote: --cascade: a cascade leads to a transformer, which instant is not");
    Console wrong = new Console();
    assertThat(wrong.run("topics", "--model", "instant", "--cascade=" + file, file)).isEqualTo(2);
    assertThat(wrong.errors().get(0)).contains("a margin between 0 and 1");
  }

  @Test
  void saysInOneLineThatThereIsNoGpu() throws IOException {
    assumeFalse(Files.exists(Path.of("/dev/nvidia0")), "a GPU is there");
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run("digest", "--model", MODEL, "--device", "cuda", file)).isEqualTo(1);
    assertThat(console.output()).isEmpty();
    assertThat(console.errors())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("headnote: device CUDA: ")
                    .contains("PYTORCH_LIBRARY_PATH", "on the class path: pytorch-native-"));
  }

  /** No machine could do it, so that the command line is wrong and not the engine. */
  @ParameterizedTest
  @CsvSource({
    "--device cpu --precision fp16, --precision fp16: only a GPU has it",
    "--device cuda --precision int8, --precision int8: a GPU does not have it",
    "--model instant --precision fp32, --precision: the model instant is a table",
    "--model instant --device cuda, --device: the model instant is a table",
  })
  void refusesInOneLineAPrecisionThatTheDeviceDoesNotHave(String options, String problem)
      throws IOException {
    String file = Files.writeString(folder.resolve("a.txt"), STRIKE).toString();
    assertThat(console.run(("topics " + options + " " + file).split(" "))).isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().startsWith("headnote: " + problem);
  }

  private Path copyModel() throws IOException {
    ModelCard card = ModelFiles.named(MODEL).card();
    Path model = Files.createDirectory(folder.resolve("model"));
    for (String file : List.of("model.json", card.weightsFile(), card.tokenizerFile())) {
      String resource = "/dev/headnote/models/" + MODEL + "/" + file;
      try (InputStream in = ModelFiles.class.getResourceAsStream(resource)) {
        Files.copy(in, model.resolve(file));
      }
    }
    return model;
  }

  @Test
  void listsTheModels() {
    assertThat(console.run("models", "--format", "jsonl")).isZero();
    assertThat(console.rows())
        .anySatisfy(row -> assertThat(row).contains("\"id\":\"e5-small\",\"default\":true"))
        .anySatisfy(row -> assertThat(row).contains("\"id\":\"minilm-l6\",\"default\":false"))
        .anySatisfy(row -> assertThat(row).contains("\"id\":\"instant\"", "\"kind\":\"static\""))
        .allSatisfy(row -> assertThat(row).containsPattern("\"bytes\":\\d{8}"))
        .allSatisfy(row -> assertThat(row).contains("\"measured\":{\"accuracy\":0."));
  }
}
