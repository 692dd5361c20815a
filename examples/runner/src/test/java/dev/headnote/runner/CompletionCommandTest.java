package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, sourced by bash and asked as bash asks when the tabulator is pressed. */
class CompletionCommandTest {

  private static final Path BASH = Path.of("/bin/bash");

  private final Console console = new Console();
  @TempDir private Path folder;
  private Path script = Path.of("");

  @BeforeEach
  void writeScript() throws IOException {
    assumeTrue(Files.isExecutable(BASH), "there is no bash");
    assertThat(console.run("completion", "bash")).isZero();
    assertThat(console.errors()).isEmpty();
    script = Files.write(folder.resolve("headnote.bash"), console.out().toByteArray());
  }

  /** What the last of the words may become. */
  private List<String> complete(String... words) throws IOException, InterruptedException {
    String ask =
        ". \"$1\"; shift; COMP_WORDS=(headnote \"$@\"); COMP_CWORD=$#; COMP_LINE=\"headnote $*\";"
            + " COMP_POINT=${#COMP_LINE}; _complete_headnote; printf '%s\\n' \"${COMPREPLY[@]}\"";
    List<String> command = new ArrayList<>(List.of(BASH.toString(), "--norc", "-c", ask, "bash"));
    command.add(script.toString());
    command.addAll(Arrays.asList(words));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            // Bash says that no tabulator was pressed.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(out).stream().map(String::strip).toList();
  }

  @Test
  void completesCommands() throws Exception {
    assertThat(complete("")).contains("digest", "train", "doctor", "completion");
    assertThat(complete("s")).containsExactly("summarize", "sentences", "salience");
    assertThat(complete("evaluate", "")).contains("topics", "summaries");
    assertThat(complete("completion", "")).containsExactlyInAnyOrder("bash", "zsh");
  }

  @Test
  void offersNoOptionThatTheCommandRefuses() throws Exception {
    assertThat(complete("digest", "--")).contains("--cascade", "--multi-label");
    assertThat(complete("adapt", "--"))
        .contains("--labels", "--model")
        .doesNotContain("--cascade", "--multi-label");
    assertThat(complete("train", "--")).contains("--multi-label").doesNotContain("--cascade");
    assertThat(complete("salience", "--")).contains("--seed").doesNotContain("--cascade");
  }

  @Test
  void completesOptionsAndTheirValues() throws Exception {
    assertThat(complete("digest", "--max-")).contains("--max-bytes", "--max-words");
    assertThat(complete("digest", "--format", "")).contains("text", "jsonl", "csv");
    assertThat(complete("digest", "--format", "js")).containsExactly("json", "jsonl");
    assertThat(complete("digest", "--input", "")).contains("html").doesNotContain("cuda");
    assertThat(complete("digest", "--precision", "")).contains("int8").doesNotContain("cuda");
    assertThat(complete("digest", "--device", "")).containsExactlyInAnyOrder("auto", "cpu", "cuda");
    assertThat(complete("digest", "--coherence", "r")).containsExactly("required");
    assertThat(complete("summarize", "--arrange", "")).containsExactly("time", "document");
    assertThat(complete("topics", "--labels", "ia")).containsExactly("iab");
    assertThat(complete("topics", "--model", "ins")).containsExactly("instant");
    assertThat(complete("evaluate", "topics", "--format", "h")).containsExactly("html");
  }

  /** Nothing of its own, so that bash completes by the names of files. */
  @Test
  void leavesInputsToTheShell() throws Exception {
    assertThat(String.join("", complete("clean", "x"))).isEmpty();
    assertThat(Files.readString(script))
        .contains("complete -F _complete_headnote -o default headnote");
  }

  @Test
  void isTheSameForZsh() {
    Console zsh = new Console();
    assertThat(zsh.run("completion", "zsh")).isZero();
    assertThat(zsh.output()).isEqualTo(console.output()).contains("bashcompinit");
    assertThat(new Console().run("completion", "fish")).isEqualTo(2);
    assertThat(new Console().run("completion")).isEqualTo(2);
  }
}
