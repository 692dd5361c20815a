package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that was broken off leaves the old output as it was, and can be gone on from. */
@Timeout(120)
class ResumeTest {

  private static final String OLD = "what was there before\n";

  private final Console console = new Console();
  @TempDir private Path folder;
  private Path input;
  private Path output;
  private String[] command;

  @BeforeEach
  void writeRows() throws IOException {
    input = folder.resolve("rows.jsonl");
    output = Files.writeString(folder.resolve("out.jsonl"), OLD);
    command =
        new String[] {
          "sentences", "--format", "jsonl", "--output", output.toString(), input.toString()
        };
  }

  private void writeRows(int count) throws IOException {
    try (var out = Files.newBufferedWriter(input)) {
      for (int i = 1; i <= count; i++) {
        out.write(
            i % 10 == 3
                ? "{bad\n"
                : "{\"id\":\"r" + i + "\",\"text\":\"Sentence " + i + " stands. So it is.\"}\n");
      }
    }
  }

  private int run(String... more) {
    return console.run(Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
  }

  /** The rows of a run that was not broken off. */
  private String whole() throws IOException {
    Path other = folder.resolve("whole.jsonl");
    new Console()
        .run("sentences", "--format", "jsonl", "--output", other.toString(), input.toString());
    return Files.readString(other);
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains("out.jsonl.unfinished-")).toList();
    }
  }

  /** Leaves what the command would leave if it was broken off. */
  private Path leave(String rows) throws IOException {
    return leave(rows, List.of());
  }

  private Path leave(String rows, List<Path> settings) throws IOException {
    String name = "out.jsonl.unfinished-" + RunName.of(List.of(command), settings);
    return Files.writeString(folder.resolve(name), rows);
  }

  @Test
  void aKilledRunIsGoneOnFrom() throws Exception {
    writeRows(80_000);
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    java.addAll(List.of(command));
    Process process = new ProcessBuilder(java).inheritIO().start();
    while (unfinished().isEmpty() || Files.size(unfinished().get(0)) < 100_000) {
      assertThat(process.isAlive()).as("is broken off before its end").isTrue();
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

    assertThat(output).hasContent(OLD);
    long left = Files.size(unfinished().get(0));
    assertThat(run("--resume", "--workers", "2")).isEqualTo(3);
    assertThat(console.errors()).isEmpty();
    String whole = whole();
    assertThat(left).isLessThan(whole.length());
    assertThat(Files.readString(output).equals(whole)).isTrue();
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void aRowThatWasNotWrittenWholeIsWrittenAgain() throws IOException {
    writeRows(20);
    String whole = whole();
    for (int length : new int[] {0, 1, 40, 41, 400, whole.length() - 1, whole.length()}) {
      Files.writeString(output, OLD);
      leave(whole.substring(0, length));
      assertThat(run("--resume")).isEqualTo(3);
      assertThat(output).hasContent(whole);
    }
  }

  @Test
  void doesNotDoTheWorkAgain() throws IOException {
    writeRows(4);
    String marked = "{\"id\":\"r1\",\"sentences\":[\"mark\"]}\n";
    leave(marked);
    assertThat(run("--resume")).isEqualTo(3);
    assertThat(Files.readAllLines(output)).hasSize(4).first().isEqualTo(marked.strip());
  }

  /** The row of a failure that lies before counts for the exit code. */
  @Test
  void remembersThatAnInputFailed() throws IOException {
    Files.writeString(input, "{bad\n{\"id\":\"r2\",\"text\":\"So it is.\"}\n");
    leave("{\"line\":1,\"error\":\"is not JSON\"}\n");
    assertThat(run("--resume")).isEqualTo(3);
  }

  @Test
  void refusesOtherInputs() throws IOException {
    writeRows(4);
    Path left = leave("{\"id\":\"other\",\"sentences\":[]}\n");
    assertThat(run("--resume")).isEqualTo(2);
    assertThat(console.errors().get(0)).contains("not those of the run that was broken off");
    assertThat(output).hasContent(OLD);
    assertThat(left).isNotEmptyFile();
  }

  @Test
  void beginsWhereNothingIsLeftOrItIsNotAsked() throws IOException {
    writeRows(4);
    assertThat(run("--resume")).isEqualTo(3);
    assertThat(output).hasContent(whole());
    leave("{\"id\":\"r1\",\"sentences\":[\"mark\"]}\n");
    assertThat(run()).isEqualTo(3);
    assertThat(output).hasContent(whole());
  }

  @Test
  void anotherCommandIsNotGoneOnFrom() throws IOException {
    writeRows(4);
    Path left = leave("{\"id\":\"r1\",\"sentences\":[\"mark\"]}\n");
    assertThat(run("--resume", "--with-text")).isEqualTo(3);
    assertThat(Files.readString(output)).doesNotContain("mark").contains("Sentence 1 stands.");
    assertThat(left).exists();
  }

  /** They would stand beside rows of the labels as they are now. */
  @Test
  void rowsOfLabelsThatHaveChangedAreNotGoneOnFrom() throws IOException {
    writeRows(4);
    Path labels = folder.resolve("labels.jsonl");
    command =
        new String[] {
          "topics",
          "--model",
          "instant",
          "--labels",
          labels.toString(),
          "--format",
          "jsonl",
          "--output",
          output.toString(),
          input.toString()
        };
    Files.writeString(labels, "{\"label\":\"sport\"}\n{\"label\":\"money\"}\n");
    String marked = "{\"id\":\"r1\",\"topics\":[\"mark\"]}\n";
    leave(marked, List.of(labels));
    assertThat(run("--resume")).isEqualTo(3);
    assertThat(Files.readString(output)).startsWith(marked);

    leave(marked, List.of(labels));
    Files.writeString(labels, "{\"label\":\"politics\"}\n{\"label\":\"money\"}\n");
    assertThat(run("--resume")).isEqualTo(3);
    assertThat(Files.readString(output)).contains("politics").doesNotContain("mark");
  }

  @Test
  void twoRunsDoNotWriteOneFile() throws Exception {
    writeRows(4);
    Path left = leave("");
    try (var channel = FileChannel.open(left, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(run()).isEqualTo(2);
      assertThat(console.errors().get(0)).contains("is writing it just now");
    }
  }

  @Test
  void aRunThatWroteNoRowLeavesNothing() throws IOException {
    writeRows(4);
    command[0] = "topics";
    assertThat(run("--model", "nope")).isEqualTo(2);
    assertThat(unfinished()).isEmpty();
    assertThat(output).hasContent(OLD);
  }

  @Test
  void saysWhatItGoesWith() throws IOException {
    writeRows(1);
    String file = input.toString();
    assertThat(console.run("clean", "--resume", file)).isEqualTo(2);
    assertThat(console.run("clean", "--format", "jsonl", "--resume", file)).isEqualTo(2);
    assertThat(console.errors())
        .containsExactly(
            "headnote: --resume: goes with --format jsonl alone",
            "headnote: --resume: only a file is resumed; give --output FILE");
  }
}
