package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever inputs are called and say they are called, a run writes the one file that it was told to
 * write, and none elsewhere.
 */
class OutputStaysInPlaceTest {

  private static final List<String> IDS =
      List.of(
          "../../escaped",
          "/tmp/escaped",
          "..\\\\..\\\\escaped",
          "a/../../../escaped",
          "escaped\\u0000.txt",
          "~/escaped",
          "file:///tmp/escaped",
          "${escaped}",
          "$(touch escaped)",
          "`touch escaped`",
          "| touch escaped",
          "%2e%2e%2fescaped");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"clean", "sentences"})
  void writesNothingButTheOutput(String command) throws IOException {
    assertWritesOnlyItsOutput(command);
  }

  @Tag("model")
  @Test
  void writesNothingButTheOutputOfDigests() throws IOException {
    assertWritesOnlyItsOutput("digest", "--model", "instant");
  }

  private void assertWritesOnlyItsOutput(String... command) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in").resolve("deep"));
    StringBuilder rows = new StringBuilder();
    for (String id : IDS) {
      rows.append(
          "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"It rained. %s\"}\n"
              .formatted(id, id, id));
    }
    Path jsonl = Files.writeString(in.resolve("rows.jsonl"), rows);
    Files.writeString(in.resolve("..;escaped.txt"), "It rained all day on Monday.");
    Path out = Files.createDirectories(folder.resolve("out")).resolve("result.jsonl");
    Set<Path> before = files();

    for (Path input : List.of(jsonl, in)) {
      Stream<String> options =
          Stream.of("--format", "jsonl", "--output", out.toString(), input.toString());
      String[] args = Stream.concat(Stream.of(command), options).toArray(String[]::new);
      Console console = new Console();
      assertThat(console.run(args)).as("%s", console.errors()).isZero();
      assertThat(Files.readString(out)).contains("escaped");
      Set<Path> after = files();
      after.removeAll(before);
      assertThat(after).containsExactly(out);
    }
    assertThat(Path.of("escaped")).doesNotExist();
    assertThat(Path.of("/tmp/escaped")).doesNotExist();
  }

  private Set<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }
}
