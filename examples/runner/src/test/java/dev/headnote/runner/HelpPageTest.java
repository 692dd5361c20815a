package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, as a page of a manual. */
class HelpPageTest {

  private static final List<String> COMMANDS =
      List.of(
          "digest",
          "topics",
          "summarize",
          "sentences",
          "clean",
          "train",
          "adapt",
          "evaluate",
          "salience",
          "distil",
          "models",
          "doctor",
          "completion",
          "help");

  private final Console console = new Console();

  @Test
  void groupsCommandsByTask() {
    assertThat(console.run("--help")).isZero();
    assertThat(console.output())
        .containsSubsequence(
            "SYNOPSIS\n  headnote [OPTIONS] COMMAND\n",
            "DESCRIPTION\n",
            "COMMANDS\n",
            "Read and label articles:\n  digest ",
            "\n\nTrain and evaluate:\n  train ",
            "\n\nLook inside and set up:\n  models ",
            "OPTIONS\n",
            "EXAMPLES\n  headnote digest ",
            "EXIT CODES\n  0   ",
            "ENVIRONMENT\n  NO_COLOR ",
            "FILES\n  headnote.jar");
    assertThat(COMMANDS).allSatisfy(name -> assertThat(console.output()).contains("\n  " + name));
    assertThat(console.errors()).isEmpty();
  }

  static Stream<String> commandsAndThoseBelow() {
    return Stream.concat(COMMANDS.stream(), Stream.of("evaluate topics", "evaluate summaries"));
  }

  @ParameterizedTest
  @MethodSource("commandsAndThoseBelow")
  void showsExamplesThatCanBeParsedAndExitCodes(String command) {
    String[] words = (command + " --help").split(" ");
    assertThat(console.run(words)).isZero();
    assertThat(console.errors()).isEmpty();
    assertThat(console.output())
        .startsWith("SYNOPSIS\n  headnote " + command + " ")
        .containsSubsequence("\nDESCRIPTION\n  ", "\nOPTIONS\n", "\nEXAMPLES\n", "\nEXIT CODES\n");
    String examples =
        console.output().split("\nEXAMPLES\n")[1].split("\n\nEXIT CODES")[0].replace("\\\n", "");
    assertThat(examples.lines())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String call = line.substring(line.indexOf("headnote ")).replaceAll("[)<].*", "");
              String[] args = Arrays.copyOfRange(call.strip().split("\\s+"), 1, 99);
              args = Arrays.stream(args).filter(word -> word != null).toArray(String[]::new);
              // With help instead of work, what is left is whether the options are known.
              args = Arrays.copyOf(args, args.length + 1);
              args[args.length - 1] = "--help";
              Console example = new Console();
              assertThat(example.run(args)).as(line).isZero();
              assertThat(example.errors()).as(line).isEmpty();
            });
  }

  @Test
  void ordersOptionsBySubject() {
    console.run("digest", "--help");
    assertThat(console.output())
        .containsSubsequence(
            "OPTIONS\n      --keyphrases=N",
            "\n\nLabels:\n      --labels=",
            "\n\nSummary:\n      --sentences=N",
            "\n\nInput and output:\n      --input=KIND",
            "--max-bytes=SIZE",
            "\n\nModel:\n      --model=",
            "\n\nHelp:\n  -h, --help");
    assertThat(console.output().split("Input and output:")[1].split("\n\nModel:")[0])
        .doesNotContain("\n\n");
  }

  /** It refuses them, though it shares them with commands that take them. */
  @ParameterizedTest
  @ValueSource(strings = {"train", "adapt", "salience"})
  void namesNoOptionThatACommandHasNoUseFor(String command) {
    console.run(command, "--help");
    assertThat(console.output()).contains("--model=").doesNotContain("--cascade");
    assertThat(console.output().contains("--multi-label")).isEqualTo(command.equals("train"));
  }

  @Test
  void wrapsAtTheTerminalsWidth() {
    for (String width : List.of("60", "100")) {
      Console run = new Console().onTerminal(Map.of("COLUMNS", width, "NO_COLOR", "1"));
      run.run("digest", "--help");
      String page = run.output().split("\nEXAMPLES\n")[0];
      assertThat(page.lines()).allMatch(line -> line.length() <= Integer.parseInt(width));
      assertThat(page.lines()).anyMatch(line -> line.length() > Integer.parseInt(width) - 8);
    }
  }

  /** Such as .txt, or FILE.unfinished-*. */
  @Test
  void breaksNoLineWithinAFilesName() {
    for (int width = 60; width <= 100; width++) {
      for (String command : COMMANDS) {
        Console run = new Console().with(Map.of("COLUMNS", Integer.toString(width)));
        run.run(command, "--help");
        String page = run.output().split("\nEXAMPLES\n")[0];
        assertThat(page.lines().filter(line -> line.endsWith(" .")))
            .as(command + " at " + width)
            .isEmpty();
        assertThat(page).doesNotContainPattern("\\.\\n +unfinished").doesNotContain("\uE000");
      }
    }
  }

  @Test
  void isBoldOnATerminalOnly() {
    Console terminal = new Console().onTerminal(Map.of());
    terminal.run("clean", "--help");
    assertThat(terminal.output()).contains("\u001B[");
    console.run("clean", "--help");
    assertThat(console.output()).doesNotContain("\u001B");
  }

  @Test
  void helpsByACommandToo() {
    assertThat(console.run("help", "clean")).isZero();
    assertThat(console.output()).startsWith("SYNOPSIS\n  headnote clean ");
    Console nested = new Console();
    assertThat(nested.run("help", "evaluate")).isZero();
    assertThat(nested.output()).contains("headnote evaluate");
    Console below = new Console();
    assertThat(below.run("help", "evaluate", "topics")).isZero();
    assertThat(below.output()).startsWith("SYNOPSIS\n  headnote evaluate topics ");
    Console unknown = new Console();
    assertThat(unknown.run("help", "nothing")).isEqualTo(2);
    assertThat(unknown.errors())
        .containsExactly("headnote: Unknown subcommand 'nothing'; see \"headnote --help\"");
  }
}
