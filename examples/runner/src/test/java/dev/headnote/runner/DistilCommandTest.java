package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.distil.StaticModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs, with a teacher that is itself a table, so that no engine is needed. */
class DistilCommandTest {

  private static final String[] WORDS = {
    "goal", "match", "bank", "price", "storm", "rain", "court", "judge", "film", "singer"
  };

  private final Console console = new Console();
  @TempDir private Path folder;
  private Path corpus;
  private Path model;

  @BeforeEach
  void writeCorpus() throws IOException {
    corpus = folder.resolve("articles.jsonl");
    model = folder.resolve("small");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(
          "{\"title\": \"The %s and the %s\", \"text\": \"A %s came before the %s, number %d.\"}"
              .formatted(
                  WORDS[i % 10],
                  WORDS[i / 10 % 10],
                  WORDS[i * 3 % 10],
                  WORDS[(i / 10 + i) % 10],
                  i));
    }
    Files.write(corpus, rows);
  }

  private int distil(String... more) {
    List<String> args = new ArrayList<>(List.of("distil", "--teacher", "instant"));
    args.addAll(List.of("--dimensions", "32", "--output", model.toString()));
    args.addAll(List.of(more));
    return console.run(args.toArray(String[]::new));
  }

  @Test
  void writesAModelThatDigests() throws IOException {
    assertThat(distil("--description", "it's small", corpus.toString())).isZero();
    assertThat(console.output()).isEmpty();
    assertThat(console.errors()).as("no terminal, so no progress").isEmpty();

    JsonNode card = new ObjectMapper().readTree(model.resolve("model.json").toFile());
    assertThat(card.path("name").asText()).isEqualTo("small");
    assertThat(card.path("description").asText()).isEqualTo("it's small");
    assertThat(card.path("dimensions").asInt()).isEqualTo(32);
    assertThat(card.path("teachers").path(0).path("name").asText()).isEqualTo("instant");
    assertThat(card.path("corpora").path(0).path("rows").asInt()).isEqualTo(400);
    assertThat(card.path("texts").asInt()).as("100 titles and 400 sentences").isEqualTo(500);
    assertThat(card.path("command").asText())
        .as("names of files alone")
        .isEqualTo(
            "headnote distil --teacher instant --texts 220000 --dimensions 32 --seed 1"
                + " --description 'it'\\''s small' --output small articles.jsonl");
    Console digest = new Console().reading("A storm with rain came in from the sea on Friday.");
    assertThat(digest.run("digest", "--model", model.toString(), "--format", "jsonl", "-"))
        .isZero();
    assertThat(digest.output()).contains("\"model\":\"small\"");
  }

  @Test
  void givesTheSameTableFromTheSameArticlesPacked() throws IOException {
    Path packed = folder.resolve("articles.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(corpus, out);
    }
    assertThat(distil("--workers", "1", corpus.toString())).isZero();
    byte[] expected = Files.readAllBytes(model.resolve("table.bin"));

    assertThat(distil("--workers", "3", packed.toString())).isZero();

    assertThat(model.resolve("table.bin")).hasBinaryContent(expected);
  }

  @Test
  void distilsADistilledModelByItsFolder() throws IOException {
    assertThat(distil("--name", "first", "--seed", "7", corpus.toString())).isZero();
    JsonNode first = new ObjectMapper().readTree(model.resolve("model.json").toFile());
    assertThat(first.path("name").asText()).isEqualTo("first");
    assertThat(first.at("/recipe/seed").asInt()).isEqualTo(7);
    Path second = folder.resolve("second");

    assertThat(
            console.run(
                "distil", "--teacher", model.toString(), "--dimensions=16", "--output=" + second))
        .isZero();

    JsonNode card = new ObjectMapper().readTree(second.resolve("model.json").toFile());
    assertThat(card.path("name").asText()).isEqualTo("second");
    assertThat(card.path("origin").asText()).isEqualTo("distilled from first");
    assertThat(card.path("command").asText())
        .isEqualTo(
            "headnote distil --teacher small --texts 220000 --dimensions 16 --seed 1"
                + " --output second");
  }

  /** What is not read as rows included. */
  @Test
  void takesTheHashOfTheWholeFile() throws IOException, NoSuchAlgorithmException {
    Path packed = folder.resolve("articles.jsonl.gz");
    try (OutputStream file = Files.newOutputStream(packed);
        GZIPOutputStream out = new GZIPOutputStream(file)) {
      Files.copy(corpus, out);
      out.finish();
      file.write(new byte[100_000]);
    }
    for (Path path : List.of(corpus, packed)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));

      StaticModel.Corpus provenance =
          Corpus.read(path, new ReadingOptions(), problem -> {}).provenance();

      assertThat(provenance.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
      assertThat(provenance.rows()).isEqualTo(400);
      assertThat(provenance.file()).isEqualTo(path.getFileName().toString());
    }
  }

  @Test
  void drawsFromEachFileInTurn() throws IOException {
    Path other = folder.resolve("other.jsonl");
    Files.writeString(other, "{\"text\": \"Only this. And this too.\"}\n");
    Corpus many = Corpus.read(corpus, new ReadingOptions(), problem -> {});
    Corpus few = Corpus.read(other, new ReadingOptions(), problem -> {});
    assertThat(few.texts()).containsExactly("Only this.", "And this too.");

    List<String> drawn = Corpus.draw(List.of(few, many), 100, 1);

    assertThat(drawn).hasSize(100).doesNotHaveDuplicates();
    assertThat(List.of(drawn.get(0), drawn.get(2))).hasSameElementsAs(few.texts());
    assertThat(many.texts()).containsAll(drawn.subList(3, 100)).contains(drawn.get(1));
    assertThat(drawn.subList(3, 100))
        .isNotEqualTo(Corpus.draw(List.of(few, many), 100, 2).subList(3, 100));
    assertThat(Corpus.draw(List.of(few, many), 100, 1)).isEqualTo(drawn);
    assertThat(Corpus.draw(List.of(few, many), 3, 1)).isEqualTo(drawn.subList(0, 3));
  }

  @Test
  void showsHowFarItIsOnATerminal() {
    console.onTerminal(Map.of("COLUMNS", "80"));

    assertThat(distil(corpus.toString())).isZero();

    assertThat(String.join("\n", console.errors()))
        .contains("instant, words", "instant, texts", "regression", "100%");
  }

  @Test
  void needsNoArticles() throws IOException {
    assertThat(distil()).isZero();

    JsonNode card = new ObjectMapper().readTree(model.resolve("model.json").toFile());
    assertThat(card.path("texts").asInt(-1)).isZero();
  }

  @Test
  void namesBadRowsAndGoesOn() throws IOException {
    Files.writeString(corpus, "{bad\n" + Files.readString(corpus) + "{\"id\": 3}\n");

    assertThat(distil(corpus.toString())).isEqualTo(3);

    assertThat(console.errors())
        .satisfiesExactly(
            line -> assertThat(line).contains("articles.jsonl, line 1: is not JSON"),
            line -> assertThat(line).contains("line 402: has no \"text\""),
            line -> assertThat(line).endsWith("articles.jsonl: passed over 2 of 402 rows"));
    assertThat(model.resolve("model.json")).exists();
  }

  @Test
  void countsBadRowsRatherThanNamingAllOfThem() throws IOException {
    Files.writeString(corpus, "{bad\n".repeat(1000) + Files.readString(corpus));

    assertThat(distil(corpus.toString())).isEqualTo(3);

    assertThat(console.errors()).hasSize(11).last().asString().contains("1000 of 1400 rows");
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-file.jsonl,there is no such file",
    "broken.jsonl.gz,cannot be read: Not in GZIP format",
    "few.jsonl,too few texts to learn from: 1",
    "--output=FOLDER/few.jsonl,exists and is no model",
    "--output=FOLDER/few.jsonl/model,no folder can be made here",
    "--name=,--name",
    "--teacher=no-such-model,no-such-model",
    "--dimensions=0,at least 1",
    "--texts=0,at least 1",
    "--workers=0,at least 1"
  })
  void refusesInOneLine(String argument, String problem) throws IOException {
    Files.writeString(folder.resolve("broken.jsonl.gz"), "no gzip");
    Files.writeString(folder.resolve("few.jsonl"), "{\"text\": \"Only this.\"}\n");
    boolean isFile = !argument.startsWith("--");
    List<String> args = new ArrayList<>();
    args.add("distil");
    args.add(isFile ? folder.resolve(argument).toString() : corpus.toString());
    if (!isFile) {
      args.add(argument.replace("FOLDER", folder.toString()));
    }
    if (!argument.startsWith("--teacher")) {
      args.add("--teacher=instant");
    }
    if (!argument.startsWith("--output")) {
      args.add("--output=" + model);
    }

    assertThat(console.run(args.toArray(String[]::new))).isEqualTo(2);
    assertThat(console.errors())
        .singleElement()
        .asString()
        .contains(problem)
        .doesNotContain("Exception");
    assertThat(model).doesNotExist();
  }

  @Test
  void leavesNoFolderBehindThatItMade() throws IOException {
    Files.writeString(folder.resolve("few.jsonl"), "{\"text\": \"Only this.\"}\n");
    Path there = Files.createDirectory(folder.resolve("there"));
    String output = there.resolve("a/b/c").toString();
    String few = folder.resolve("few.jsonl").toString();

    assertThat(console.run("distil", "--teacher=instant", "--output=" + output, few)).isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains("too few texts");
    assertThat(there).isEmptyDirectory();
  }

  /** "link/.." is where the link leads to, and not where the link is. */
  @Test
  void replacesNothingBehindALink() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createDirectory(elsewhere.resolve("inner"));
    Path table = Files.createDirectory(elsewhere.resolve("out")).resolve("table.bin");
    Files.writeString(table, "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere.resolve("inner"));
    String output = link.resolve("../out").toString();

    assertThat(console.run("distil", "--teacher=instant", "--output=" + output, corpus.toString()))
        .isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains("exists and is no model");
    assertThat(table).hasContent("mine");
  }

  /** As many as there are, where that is less than usual. */
  @Test
  void takesNoMoreDimensionsThanTheTeachersHave() throws IOException {
    assertThat(distil(corpus.toString())).isZero();
    Path second = folder.resolve("second");
    assertThat(console.run("distil", "--teacher=" + model, "--output=" + second))
        .as(console.errors().toString())
        .isZero();
    JsonNode card = new ObjectMapper().readTree(second.resolve("model.json").toFile());
    assertThat(card.path("dimensions").asInt()).isEqualTo(32);
    assertThat(card.path("command").asText()).contains("--dimensions 32");
  }

  @Test
  void replacesNoTeacher() throws IOException {
    assertThat(distil(corpus.toString())).isZero();
    byte[] table = Files.readAllBytes(model.resolve("table.bin"));

    assertThat(console.run("distil", "--teacher=" + model, "--output=" + model)).isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains("is a teacher");
    assertThat(model.resolve("table.bin")).hasBinaryContent(table);
  }

  @Test
  void refusesMoreDimensionsThanTheTeachersHave() {
    assertThat(console.run("distil", "--teacher=instant", "--dimensions=9999", "--output=" + model))
        .isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains("at most the 384");
  }

  @Test
  void refusesAFileOfNoTextAndAFolderOfSomethingElse() throws IOException {
    Files.writeString(corpus, "\n");
    assertThat(distil(corpus.toString())).isEqualTo(2);
    Files.createDirectories(model);
    Files.writeString(model.resolve("diary.txt"), "mine");
    assertThat(distil()).isEqualTo(2);
    assertThat(console.errors().get(0)).contains("no text to learn from");
    assertThat(console.errors().get(1)).contains("is no model");
    assertThat(model.resolve("table.bin")).doesNotExist();
  }
}
