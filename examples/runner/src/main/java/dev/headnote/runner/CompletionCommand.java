package dev.headnote.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Writes what a shell completes commands and options by. */
@Command(
    name = "completion",
    description = "Print a script by which a shell completes commands, options and their values.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  source <(headnote completion bash)     # in ~/.bashrc",
      "  source <(headnote completion zsh)      # in ~/.zshrc, after compinit"
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells that there is a script for. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @SuppressWarnings("UnusedVariable") // Asked for, so that a shell without a script is refused.
  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  private static final Pattern VALUES = Pattern.compile("(?<=_args=\\()[^)]*(?=\\))");

  private final Terminal terminal;
  private final Supplier<CommandLine> commands;

  /**
   * @param commands makes the command line with all commands
   */
  CompletionCommand(Terminal terminal, Supplier<CommandLine> commands) {
    this.terminal = terminal;
    this.commands = commands;
  }

  @Override
  public Integer call() throws IOException {
    // One script does for both: in zsh it turns on the completion of bash.
    CommandLine all = commands.get();
    all.getSubcommands().values().forEach(CompletionCommand::leaveOutRefused);
    String script = inLowerCase(AutoComplete.bash("headnote", all));
    byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
    return Output.print(terminal, output -> output.stream().write(bytes)).code();
  }

  /** Some options are there only so that the command can say why it refuses them. */
  private static void leaveOutRefused(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.userObject() instanceof LearningCommand learning) {
      learning.ofNoUse().forEach(option -> spec.remove(spec.findOption(option)));
    }
  }

  /** Values are named as the program's constants are, and taken in any case; people write small. */
  private static String inLowerCase(String script) {
    return VALUES.matcher(script).replaceAll(values -> values.group().toLowerCase(Locale.ROOT));
  }
}
