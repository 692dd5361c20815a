package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.runner.MarkdownPage.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A block below the comment {@code <!-- output -->} is what the block before it prints: a piece of
 * Java, or command lines, whose outputs follow each other. A line of {@code …} stands for any
 * lines. Only what takes the model instant, whose results are the same on every machine.
 *
 * <p>{@code -Dheadnote.pages.write=true} writes what is printed into the pages, but for outputs
 * with a line of {@code …}. Look at what it changed.
 */
@Tag("model")
class DocumentedOutputTest {

  private static final String OUTPUT = "output";

  /** A block with what it prints, as its page says. */
  private record Shown(MarkdownPage page, Block block, Block output) {

    String where() {
      return page.at(block.line());
    }
  }

  @Test
  void outputsAreWhatIsPrinted(@TempDir Path folder) throws Exception {
    List<Shown> all = new ArrayList<>();
    for (MarkdownPage page : Documentation.pages()) {
      for (int i = 1; i < page.blocks().size(); i++) {
        if (page.blocks().get(i).mark().equals(OUTPUT)) {
          all.add(new Shown(page, page.blocks().get(i - 1), page.blocks().get(i)));
        }
      }
    }
    JavaBlocks java = new JavaBlocks();
    Map<Shown, String> classes = new HashMap<>();
    for (Shown shown : all) {
      if (shown.block.language().equals("java")) {
        classes.put(shown, java.add(shown.where(), shown.block.text()));
      }
    }
    assertThat(java.compile()).isEmpty();

    List<String> wrong = new ArrayList<>();
    for (Shown shown : all) {
      String name = classes.get(shown);
      String printed =
          name == null
              ? ofCommands(CommandLines.in(shown.block.text()), folder)
              : ofJava(java, name);
      if (!matches(shown.output.text(), printed)) {
        wrong.add(shown.where() + " prints\n" + printed);
        if (Boolean.getBoolean("headnote.pages.write")) {
          write(shown, printed);
        }
      }
    }

    assertThat(all).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  /**
   * White space counts as one space: where lines break depends on how long this folder's path is.
   */
  private static boolean matches(String shown, String printed) {
    String pattern =
        Pattern.compile("(?m)^…$")
            .splitAsStream(shown)
            .map(part -> Pattern.quote(inOneLine(part)))
            .collect(Collectors.joining(".*", "", shown.endsWith("…\n") ? ".*" : ""));
    return Pattern.matches(pattern, inOneLine(printed));
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static void write(Shown shown, String printed) throws IOException {
    if (shown.output.text().contains("…\n")) {
      return;
    }
    String before = "<!-- output -->\n```text\n";
    String page = Files.readString(shown.page.file());
    Files.writeString(
        shown.page.file(),
        page.replace(
            before + shown.output.text() + "```\n", before + printed.stripTrailing() + "\n```\n"));
  }

  private static String ofJava(JavaBlocks blocks, String name) throws ReflectiveOperationException {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      blocks.run(name);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String ofCommands(List<List<String>> calls, Path folder) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(printed, true, StandardCharsets.UTF_8);
    for (List<String> arguments : calls) {
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(new byte[0]),
              printed,
              err,
              Map.of(),
              descriptor -> false,
              () -> false);
      Main.run(terminal, inPlace(arguments, folder));
    }
    return printed
        .toString(StandardCharsets.UTF_8)
        .replace(Documentation.ROOT + "/", "")
        .replace(folder + "/", "");
  }

  /**
   * Makes of paths that are meant from the project's folder absolute ones.
   *
   * @param folder where what the commands write goes
   */
  private static String[] inPlace(List<String> arguments, Path folder) {
    List<String> absolute = new ArrayList<>();
    String before = "";
    for (String argument : arguments) {
      Path given = Documentation.ROOT.resolve(argument);
      boolean written =
          before.equals("--out")
              || before.equals("--output")
              || Files.exists(folder.resolve(argument));
      if (written) {
        absolute.add(folder.resolve(argument).toString());
      } else if (!argument.startsWith("-") && argument.contains("/") && Files.exists(given)) {
        absolute.add(given + (argument.endsWith("/") ? "/" : ""));
      } else {
        absolute.add(argument);
      }
      before = argument;
    }
    return absolute.toArray(String[]::new);
  }
}
