package dev.headnote.runner;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays help out as a manual's page: what a command is for, its options by subject, examples. */
final class HelpPage {

  /** What commands write above their footers. */
  static final String EXAMPLES = "%nEXAMPLES%n";

  private static final int INDENT = 2;

  private static final String ENVIRONMENT = "environment";
  private static final String FILES = "files";

  private static final List<String> SECTIONS =
      List.of(
          UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST,
          UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
          UsageMessageSpec.SECTION_KEY_FOOTER,
          UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
          ENVIRONMENT,
          FILES);

  private static final Map<String, List<String>> TASKS = new LinkedHashMap<>();

  static {
    TASKS.put(
        "Read and label articles", List.of("digest", "topics", "summarize", "sentences", "clean"));
    TASKS.put("Train and evaluate", List.of("train", "adapt", "evaluate", "salience", "distil"));
    TASKS.put("Look inside and set up", List.of("models", "doctor", "completion", "help"));
  }

  /** Where options are declared that several commands have; a command's own come before these. */
  private static final Map<Class<?>, String> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put(LabellingOptions.class, "Labels");
    SUBJECTS.put(LabelOptions.class, "Labels");
    SUBJECTS.put(BudgetOptions.class, "Summary");
    SUBJECTS.put(InputOptions.class, "Input and output");
    SUBJECTS.put(ArticlesCommand.class, "Input and output");
    SUBJECTS.put(EvaluationCommand.class, "Input and output");
    SUBJECTS.put(LearningCommand.class, "Input and output");
    SUBJECTS.put(SeedOption.class, "Input and output");
    SUBJECTS.put(ReadingOptions.class, "Input and output");
    SUBJECTS.put(ColorOption.class, "Input and output");
    SUBJECTS.put(WorkersOption.class, "Input and output");
    SUBJECTS.put(ModelOptions.class, "Model");
    SUBJECTS.put(TrustOption.class, "Model");
  }

  private HelpPage() {}

  /** Sets how a command and those below it show their help. */
  static void applyTo(CommandLine line) {
    CommandLine root = line;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    UsageMessageSpec page = line.getCommandSpec().usageMessage();
    if (line.getCommand() instanceof CommandLine.HelpCommand) {
      describeHelp(page);
    }
    boolean isRoot = line == root;
    page.synopsisHeading("SYNOPSIS%n  ")
        .descriptionHeading("%nDESCRIPTION%n")
        .parameterListHeading("%nARGUMENTS%n")
        .abbreviateSynopsis(true)
        .exitCodeListHeading("%nEXIT CODES%n")
        .exitCodeList(line.getCommand() instanceof DoctorCommand ? doctorExits() : exits());
    line.setHelpSectionKeys(SECTIONS);
    Map<String, CommandLine.IHelpSectionRenderer> sections =
        new LinkedHashMap<>(line.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_DESCRIPTION, HelpPage::description);
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, HelpPage::examples);
    sections.put(
        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
        help -> isRoot ? tasks(help) : commands("%nCOMMANDS%n", help, help.subcommands()));
    sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, HelpPage::parameters);
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpPage::options);
    sections.put(ENVIRONMENT, help -> isRoot ? list("ENVIRONMENT", environment(), help) : "");
    sections.put(FILES, help -> isRoot ? list("FILES", files(), help) : "");
    line.setHelpSectionMap(sections);
    line.getSubcommands().values().forEach(HelpPage::applyTo);
  }

  /** The command is picocli's, and so are its words. */
  private static void describeHelp(UsageMessageSpec page) {
    page.description("Show the help of a command.")
        .footerHeading(EXAMPLES)
        .footer("  headnote help digest", "  headnote help");
  }

  private static Map<String, String> exits() {
    Map<String, String> exits = new LinkedHashMap<>();
    exits.put("0", "Everything was done.");
    exits.put("1", "The run could not go on: the engine, a damaged model, a full disk.");
    exits.put("2", "The command line is wrong, or names what is not there.");
    exits.put("3", "Some inputs failed and were reported in their place; all others were done.");
    return exits;
  }

  private static Map<String, String> doctorExits() {
    Map<String, String> exits = new LinkedHashMap<>();
    exits.put("0", "Nothing is wrong; there may be warnings.");
    exits.put("1", "Something does not work.");
    exits.put("2", "The command line is wrong.");
    return exits;
  }

  private static Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("NO_COLOR", "If not empty, no bold text and the like.");
    variables.put(
        "CLICOLOR_FORCE", "If neither empty nor 0, bold text where there is no terminal.");
    variables.put("COLUMNS", "The width to wrap lines at, 30 to 100. Default: the terminal's.");
    variables.put("HEADNOTE_OPTS", "Options for the Java of the launcher, such as -Xmx4g.");
    variables.put("JAVA_OPTS", "The same; those of HEADNOTE_OPTS come after them.");
    variables.put("JAVA_HOME", "The Java that the launcher takes. Default: the PATH's.");
    variables.put("DJL_CACHE_DIR", "Where the engine is unpacked. Default: ~/.djl.ai.");
    variables.put("PYTORCH_LIBRARY_PATH", "A PyTorch to use instead of the one that comes along.");
    return variables;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("headnote.jar, lib/", "The program; they stay side by side.");
    files.put("headnote.jsa", "Lets it start sooner; headnote --make-start-archive makes it.");
    files.put("~/.djl.ai", "The unpacked engine, half a gigabyte.");
    files.put("FILE.unfinished-*", "What a run that was broken off left for --resume.");
    return files;
  }

  private static String description(Help help) {
    Page page = new Page(help.commandSpec().usageMessage().width(), false);
    for (String paragraph : help.commandSpec().usageMessage().description()) {
      if (paragraph.isEmpty()) {
        page.line("");
      } else {
        page.paragraph(paragraph, INDENT);
      }
    }
    return page.toString().stripTrailing() + "\n";
  }

  /** As they are, however narrow the terminal: they are to be copied. */
  private static String examples(Help help) {
    return Arrays.stream(help.commandSpec().usageMessage().footer())
        .map(line -> line + "%n")
        .map(String::format)
        .collect(Collectors.joining());
  }

  private static String tasks(Help help) {
    StringBuilder all = new StringBuilder();
    TASKS.forEach(
        (task, names) -> {
          Map<String, Help> commands = new LinkedHashMap<>(help.subcommands());
          commands.keySet().retainAll(names);
          all.append(commands("%n" + task + ":%n", help, commands));
        });
    return help.createHeading("%nCOMMANDS") + all;
  }

  private static String commands(String heading, Help help, Map<String, Help> commands) {
    if (commands.isEmpty()) {
      return "";
    }
    Map<String, String> lines = new LinkedHashMap<>();
    commands.forEach((name, command) -> lines.put(name, purpose(command)));
    return help.createHeading(heading) + table(lines, help);
  }

  private static String purpose(Help command) {
    return command.commandSpec().usageMessage().description()[0];
  }

  private static String list(String heading, Map<String, String> lines, Help help) {
    return help.createHeading("%n" + heading + "%n") + table(lines, help);
  }

  private static String table(Map<String, String> lines, Help help) {
    Map<String, String> unbroken = new LinkedHashMap<>();
    lines.forEach((name, text) -> unbroken.put(name, UnbrokenNames.in(text)));
    return UnbrokenNames.shown(help.createTextTable(unbroken).toString());
  }

  private static String parameters(Help help) {
    return UnbrokenNames.shown(
        help.parameterList(new UnbrokenNames(help), help.parameterLabelRenderer()));
  }

  private static String options(Help help) {
    Map<String, List<OptionSpec>> subjects = new LinkedHashMap<>();
    subjects.put("", new ArrayList<>());
    SUBJECTS.values().forEach(subject -> subjects.put(subject, new ArrayList<>()));
    subjects.put("Help", new ArrayList<>());
    for (OptionSpec option : help.commandSpec().options()) {
      if (!option.hidden() && !isOfNoUse(option, help)) {
        subjects.computeIfAbsent(subject(option), added -> new ArrayList<>()).add(option);
      }
    }
    StringBuilder page = new StringBuilder(help.createHeading("%nOPTIONS%n"));
    boolean several = subjects.values().stream().filter(group -> !group.isEmpty()).count() > 1;
    subjects.forEach(
        (subject, options) -> {
          if (!options.isEmpty()) {
            if (several && !subject.isEmpty()) {
              page.append(help.createHeading((page.length() > 10 ? "%n" : "") + subject + ":%n"));
            }
            Help.Layout layout = new UnbrokenNames(help);
            layout.addOptions(options, help.parameterLabelRenderer());
            page.append(UnbrokenNames.shown(layout.toString()));
          }
        });
    return page.toString();
  }

  private static boolean isOfNoUse(OptionSpec option, Help help) {
    return help.commandSpec().userObject() instanceof LearningCommand learning
        && learning.ofNoUse().contains(option.longestName());
  }

  private static String subject(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return "Help";
    }
    if (!(option.userObject() instanceof Member member)) {
      return "";
    }
    return SUBJECTS.getOrDefault(member.getDeclaringClass().getNestHost(), "");
  }

  /** Lays options out with names such as {@code .txt} whole, which picocli breaks at their dots. */
  private static final class UnbrokenNames extends Help.Layout {

    /** Stands for a dot while lines are broken, which are never broken beside a letter like it. */
    private static final String DOT = "\uE000";

    UnbrokenNames(Help help) {
      this(help.createDefaultLayout());
    }

    private UnbrokenNames(Help.Layout usual) {
      super(
          usual.colorScheme(),
          usual.textTable(),
          usual.optionRenderer(),
          usual.parameterRenderer());
    }

    static String in(String text) {
      return text.replaceAll("\\.(?=\\p{Alnum})", DOT);
    }

    static String shown(String laidOut) {
      return laidOut.replace(DOT, ".");
    }

    @Override
    public void layout(ArgSpec argument, Text[][] cells) {
      for (Text[] row : cells) {
        int description = row.length - 1;
        row[description] = colorScheme().text(in(row[description].plainString()));
      }
      super.layout(argument, cells);
    }
  }
}
