package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's front: finds the command, and turns what goes wrong into one line. */
@Command(
    name = "headnote",
    versionProvider = Main.Version.class,
    description = {
      "Labels the topics of articles and extracts their summaries, offline.",
      "",
      "Articles are files, folders, zips or standard input (-): plain text, web pages, or rows of"
          + " JSON. Results are written in the order of the inputs, for people or for programs."
          + " \"headnote COMMAND --help\" says more of a command."
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote digest news/          # topics and summary of each article of a folder",
      "  headnote topics --format jsonl - < article.txt",
      "  headnote summarize --model instant --sentences 2 articles.jsonl.gz",
      "  headnote doctor                # is all well with the installation?"
    })
final class Main {

  private static final String HELP = "help";

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
          "models",
          "salience",
          "distil",
          "doctor",
          "completion",
          HELP);

  /** Commands that need the engine, which is made ready while the command line is parsed. */
  private static final Set<String> ENCODING =
      Set.of("digest", "topics", "summarize", "train", "adapt", "evaluate");

  /** See docs/reliability.md. */
  private static final String EXIT_GRACE = "headnote.exit.grace";

  /** What picocli says of a word where an option takes one of a few. */
  private static final Pattern NONE_OF =
      Pattern.compile("expected one of \\[(.*)\\] \\(case-insensitive\\) but was '(.*)'");

  /** What picocli asks for. */
  private static final int LEAST_USAGE_COLUMNS = 55;

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    if (System.getProperty(EXIT_GRACE) == null) {
      // What a broken-off command has not written yet is lost, so nobody need wait for it.
      System.setProperty(EXIT_GRACE, "0");
    }
    if (args.length > 1
        && ENCODING.contains(args[0])
        && Arrays.stream(args).noneMatch(arg -> arg.startsWith(LabellingOptions.TOPIC_MODEL))) {
      // A topic model may go with any model.
      Headnote.preload(ModelOptions.modelIn(args));
    }
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs a command and returns its exit code. */
  static int run(Terminal terminal, String... given) {
    String[] args = withoutNestedHelp(given);
    boolean isNamed = args.length > 0 && COMMANDS.contains(args[0]) && !args[0].equals(HELP);
    // Reading the options of a command takes a cold JVM some 40 ms, so only one is made if
    // possible.
    CommandLine line = commandLine(terminal, isNamed ? List.of(args[0]) : COMMANDS);
    if (asksForHelp(args)) {
      HelpPage.applyTo(line);
      line.setColorScheme(
          CommandLine.Help.defaultColorScheme(
              terminal.styled() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    }
    if (args.length == 0) {
      line.usage(terminal.err(), CommandLine.Help.Ansi.OFF);
      return Exit.USAGE.code();
    }
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      terminal.complain("this does not fit the memory; raise java -Xmx");
      return Exit.FAILED.code();
    }
  }

  /** {@code help evaluate topics}, whose last word picocli passes over, as its option. */
  private static String[] withoutNestedHelp(String... args) {
    boolean isNested =
        args.length > 2
            && args[0].equals(HELP)
            && COMMANDS.contains(args[1])
            && Arrays.stream(args).noneMatch(arg -> arg.startsWith("-"));
    if (!isNested) {
      return args;
    }
    String[] same = Arrays.copyOfRange(args, 1, args.length + 1);
    same[args.length - 1] = "--help";
    return same;
  }

  /** Whether help may be shown; laying it out takes time that other runs need not take. */
  private static boolean asksForHelp(String... args) {
    return args.length == 0
        || args[0].equals(HELP)
        || Arrays.stream(args).anyMatch(arg -> arg.equals("-h") || arg.equals("--help"));
  }

  private static CommandLine commandLine(Terminal terminal, List<String> commands) {
    CommandLine line = new CommandLine(new Main());
    for (String name : commands) {
      line.addSubcommand(command(name, terminal));
    }
    addHelp(line);
    NumberConverter.register(line);
    return line.registerConverter(Path.class, Main::path)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.max(LEAST_USAGE_COLUMNS, terminal.columns()))
        .setOut(
            new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, wrong) -> misused(terminal, e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, command, e));
  }

  /**
   * Parses a command line without running it.
   *
   * @throws ParameterException if it is wrong
   */
  static void parse(Terminal terminal, List<String> args) {
    commandLine(terminal, COMMANDS).parseArgs(args.toArray(String[]::new));
  }

  private static void addHelp(CommandLine command) {
    if (command.getCommand() instanceof CommandLine.HelpCommand) {
      return;
    }
    command.getCommandSpec().mixinStandardHelpOptions(true).usageMessage().sortOptions(false);
    command.getSubcommands().values().forEach(Main::addHelp);
  }

  private static Object command(String name, Terminal terminal) {
    return switch (name) {
      case "digest" -> new DigestCommand(terminal);
      case "topics" -> new TopicsCommand(terminal);
      case "summarize" -> new SummarizeCommand(terminal);
      case "sentences" -> new SentencesCommand(terminal);
      case "clean" -> new CleanCommand(terminal);
      case "train" -> new TrainCommand(terminal);
      case "adapt" -> new AdaptCommand(terminal);
      case "evaluate" ->
          new CommandLine(new EvaluateCommand())
              .addSubcommand("topics", new EvaluateTopicsCommand(terminal))
              .addSubcommand("summaries", new EvaluateSummariesCommand(terminal));
      case "models" -> new ModelsCommand(terminal);
      case "salience" -> new SalienceCommand(terminal);
      case "distil" -> new DistilCommand(terminal);
      case "doctor" -> new DoctorCommand(terminal);
      case "completion" -> new CompletionCommand(terminal, () -> commandLine(terminal, COMMANDS));
      case HELP -> new CommandLine.HelpCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int misused(Terminal terminal, ParameterException e) {
    String message =
        String.valueOf(e.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("^Error: ", "")
            .replaceFirst("\\.$", "");
    Matcher noneOf = NONE_OF.matcher(message);
    if (noneOf.find()) {
      String choices = noneOf.group(1).toLowerCase(Locale.ROOT);
      message =
          noneOf.replaceFirst(
              Matcher.quoteReplacement("'" + noneOf.group(2) + "' is none of " + choices));
    }
    String hint = "see \"" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help\"";
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (!first.startsWith("-") && !e.getCommandLine().getSubcommands().isEmpty()) {
        message = "there is no command '" + first + "'";
      }
      if (!unmatched.getSuggestions().isEmpty()) {
        hint = "did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
      }
    }
    terminal.complain(message + "; " + hint);
    return Exit.USAGE.code();
  }

  private static Path path(String name) {
    if (name.isEmpty()) {
      // It would be the folder that the command runs in.
      throw new TypeConversionException("\"\" names no file");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(name + ": " + Source.FOREIGN_NAME);
    }
  }

  private static int failed(Terminal terminal, CommandLine command, Exception e) {
    if (command.getParseResult().hasMatchedOption("--debug")) {
      e.printStackTrace(terminal.err());
    }
    Exit exit = Exit.FAILED;
    String message = "failed inside Headnote: " + e;
    if (e instanceof RunFailure failure) {
      exit = failure.exit();
      message = failure.getMessage();
    } else if (e instanceof HeadnoteException failure) {
      exit =
          switch (failure.code()) {
            case MODEL_NOT_FOUND, MODEL_MISMATCH, INVALID_LABELS, INVALID_INPUT -> Exit.USAGE;
            default -> Exit.FAILED;
          };
      message = failure.getMessage();
    } else if (e instanceof InvalidPathException invalid) {
      exit = Exit.USAGE;
      message = invalid.getInput() + ": " + Source.FOREIGN_NAME;
    }
    String.valueOf(message).lines().forEach(terminal::complain);
    return exit.code();
  }

  /** The release, as the build wrote it into the jar. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** What picocli asks for the release. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"headnote " + version()};
    }
  }
}
