package dev.headnote.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConvertTest {
  private static final String TOKENIZER =
      """
      {"truncation": {"max_length": 128}, "padding": {"strategy": {"Fixed": 128}},
       "added_tokens": [{"id": 1, "content": "[CLS]"}],
       "model": {"type": "WordPiece", "vocab": {"[PAD]": 0, "[CLS]": 1, "[SEP]": 2, "[UNK]": 3, "caf\u00e9": 11}}}
      """;

  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void writeFiles() throws Exception {
    Files.write(folder.resolve("tiny.onnx"), new TinyBert().toBytes());
    Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
  }

  private int run(String... more) {
    List<String> args = new ArrayList<>();
    args.add("--onnx=" + folder.resolve("tiny.onnx"));
    args.add("--tokenizer=" + folder.resolve("tokenizer.json"));
    args.add("--name=tiny");
    args.add("--out=" + folder.resolve("out"));
    args.addAll(List.of(more));
    CommandLine line = Convert.commandLine().setErr(new PrintWriter(errors, true));
    return line.execute(args.toArray(new String[0]));
  }

  @Test
  void writesArchiveTokenizerAndCard() throws Exception {
    int code =
        run(
            "--pooling=first",
            "--prefix=\"query: \"",
            "--max-tokens=16",
            "--storage=fp32",
            "--licence=MIT",
            "--origin=somewhere");
    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode card = new ObjectMapper().readTree(folder.resolve("out/model.json").toFile());
    assertThat(card.path("formatVersion").asInt()).isEqualTo(1);
    assertThat(card.path("name").asText()).isEqualTo("tiny");
    assertThat(card.path("pooling").asText()).isEqualTo("first");
    assertThat(card.path("prefix").asText()).isEqualTo("query: ");
    assertThat(card.path("maxTokens").asInt()).isEqualTo(16);
    assertThat(card.path("dimensions").asInt()).isEqualTo(TinyBert.HIDDEN);
    assertThat(card.path("licence").asText()).isEqualTo("MIT");
    assertThat(card.path("licenceNote").asText()).contains("somewhere", "MIT");
    assertThat(card.path("architecture").path("heads").asInt()).isEqualTo(TinyBert.HEADS);
    assertThat(card.path("archive").path("storage").asText()).isEqualTo("fp32");
    assertThat(card.path("converterVersion").asText()).matches("\\d+\\.\\d+.*");
    Path archive = folder.resolve("out/model.pt");
    assertThat(card.path("archive").path("bytes").asLong()).isEqualTo(Files.size(archive));
    assertThat(card.path("archive").path("sha256").asText()).isEqualTo(Source.sha256(archive));
    assertThat(card.path("tokenizer").path("sha256").asText())
        .isEqualTo(Source.sha256(folder.resolve("out/tokenizer.json")));
    assertThat(card.path("source").path("file").asText()).isEqualTo("tiny.onnx");
    assertThat(card.path("source").path("sha256").asText())
        .isEqualTo(Source.sha256(folder.resolve("tiny.onnx")));
    assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void theTokenizerNeitherCutsNorPads() throws Exception {
    assertThat(run("--max-tokens=16")).isZero();
    JsonNode copy = new ObjectMapper().readTree(folder.resolve("out/tokenizer.json").toFile());
    JsonNode original = new ObjectMapper().readTree(TOKENIZER);
    assertThat(copy.get("truncation").isNull()).isTrue();
    assertThat(copy.get("padding").isNull()).isTrue();
    assertThat(copy.get("model")).isEqualTo(original.get("model"));
    assertThat(copy.get("added_tokens")).isEqualTo(original.get("added_tokens"));
  }

  @Test
  void saysWhatIsWrongAndWritesNothing() throws Exception {
    assertThat(run()).isEqualTo(1);
    assertThat(errors.toString()).contains("16 positions, fewer than 256 tokens");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesAMissingFileAndADamagedOne() throws Exception {
    Files.delete(folder.resolve("tiny.onnx"));
    assertThat(run("--max-tokens=16")).isEqualTo(1);
    assertThat(errors.toString()).contains("there is no file", "tiny.onnx");
    Files.writeString(folder.resolve("tiny.onnx"), "not a model");
    assertThat(run("--max-tokens=16")).isEqualTo(1);
    assertThat(errors.toString()).contains("is not a readable ONNX file");
  }

  @Test
  void refusesOtherTokenizers() throws Exception {
    String[][] cases = {
      {TOKENIZER.replace("WordPiece", "BPE"), "not a WordPiece tokenizer"},
      {TOKENIZER.replace("\"[SEP]\": 2", "\"</s>\": 2"), "has no token [SEP]"},
      {TOKENIZER.replace("\"[UNK]\": 3, ", ""), "has no token [UNK]"},
      {TOKENIZER.replace("11}", "12}"), "token id 12, but the model has 12"},
      {"{", "is not JSON"},
      {"[]", "not a WordPiece tokenizer"},
      {"", "not a WordPiece tokenizer"},
    };
    for (String[] tokenizer : cases) {
      Files.writeString(folder.resolve("tokenizer.json"), tokenizer[0]);
      assertThat(run("--max-tokens=16")).as(tokenizer[1]).isEqualTo(1);
      assertThat(errors.toString()).contains("tokenizer.json", tokenizer[1]);
      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void equalInputGivesEqualBytes() throws Exception {
    assertThat(run("--max-tokens=16")).isZero();
    byte[] archive = Files.readAllBytes(folder.resolve("out/model.pt"));
    byte[] card = Files.readAllBytes(folder.resolve("out/model.json"));
    assertThat(run("--max-tokens=16")).isZero();
    assertThat(folder.resolve("out/model.pt")).hasBinaryContent(archive);
    assertThat(folder.resolve("out/model.json")).hasBinaryContent(card);
  }

  @Test
  void wrongOptionsAreExitCode2() {
    assertThat(run("--pooling=max")).isEqualTo(2);
    assertThat(run("--storage=int4")).isEqualTo(2);
    assertThat(run("--max-tokens=many")).isEqualTo(2);
    assertThat(run("--max-tokens=2")).isEqualTo(2);
    assertThat(run("--spread=3")).isEqualTo(2);
    assertThat(run("--heads=-1")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("headnote-convert: maxTokens must be at least 3, not 2")
        .doesNotContain("java.lang");
  }

  @Test
  void saysWhichFolderCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve("out"), "a file");

    assertThat(run("--max-tokens=16")).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo(
            "headnote-convert: "
                + folder.resolve("out")
                + ": FileAlreadyExistsException"
                + System.lineSeparator());
  }
}
