package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody loses a file by naming it twice; none of the files is read before. */
class OutputIsNoInputTest {

  private static final List<String> FILES =
      List.of("a.txt", "rows.jsonl", "labels.jsonl", "own.topics", "own.salience");

  private final Console console = new Console();
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String file : FILES) {
      Files.writeString(folder.resolve(file), "Mine.\n");
    }
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clean --output F/a.txt F/a.txt",
        "clean --output F/link F/a.txt",
        "clean --output F/a.txt F",
        "sentences --format jsonl --output F/rows.jsonl F/rows.jsonl",
        "topics --output F/labels.jsonl --labels F/labels.jsonl F/rows.jsonl",
        "digest --output F/own.topics --topic-model F/own.topics F/rows.jsonl",
        "digest --output F/own.salience --salience F/own.salience F/rows.jsonl",
        "summarize --output F/own.salience --salience F/own.salience F/rows.jsonl",
        "summarize --together --output F/a.txt F/a.txt",
        "train --labels F/labels.jsonl --out F/rows.jsonl F/rows.jsonl",
        "train --labels F/labels.jsonl --out F/labels.jsonl F/rows.jsonl",
        "adapt --out F/rows.jsonl F/rows.jsonl",
        "adapt --labels F/labels.jsonl --out F/labels.jsonl F/rows.jsonl",
        "salience --out F/rows.jsonl F/rows.jsonl:2:3",
        "evaluate topics --output F/rows.jsonl F/rows.jsonl",
        "evaluate topics --topic-model F/own.topics --output F/own.topics F/rows.jsonl",
        "evaluate summaries --output F/rows.jsonl F/rows.jsonl",
        "evaluate summaries --salience F/own.salience --output F/own.salience F/rows.jsonl"
      })
  void refusesToReplaceWhatIsToBeRead(String command) throws IOException {
    assertThat(console.run(command.replace("F", folder.toString()).split(" "))).isEqualTo(2);
    assertThat(console.errors()).singleElement().asString().contains("is to be read");
    assertThat(console.output()).isEmpty();
    for (String file : FILES) {
      assertThat(folder.resolve(file)).hasContent("Mine.\n");
    }
  }

  @Test
  void replacesAnOtherFile() {
    String other = folder.resolve("own.topics").toString();
    assertThat(console.run("clean", "--output", other, folder.resolve("a.txt").toString()))
        .isZero();
  }
}
