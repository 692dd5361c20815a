package dev.headnote.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says before it measures anything. */
class ReportTest {

  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  private int run(String... args) {
    return Report.commandLine().setErr(new PrintWriter(errors, true)).execute(args);
  }

  @ParameterizedTest
  @CsvSource({
    "--device=tpu, --device must be cpu or cuda",
    "'--models=minilm-l6,bge', not bge",
    "--rounds=-1, must not be negative",
    "--seconds=-1, must not be negative",
    "--memory-minutes=-1, must not be negative",
  })
  void refusesWrongOptionsAndWritesNothing(String option, String message) {
    assertThat(run("--out=" + folder.resolve("out"), option)).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve("file"), "a file");

    assertThat(run("--out=" + folder.resolve("file/out"))).isEqualTo(1);
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("the report cannot be written: ")
        .contains("file");
  }

  @Test
  void saysWhereHeadnoteRan() {
    assertThat(Report.heading(Map.of("cpu", "a CPU"), "cuda", false, 2, Duration.ofSeconds(61)))
        .contains("- cpu: a CPU\n", "ran on: cuda\n", "A full run, 2 rounds, 2 minutes in all.");
  }
}
