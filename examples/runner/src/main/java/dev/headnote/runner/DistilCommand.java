package dev.headnote.runner;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.Precision;
import dev.headnote.distil.Distiller;
import dev.headnote.distil.Recipe;
import dev.headnote.distil.StaticModel;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.encode.WordPieceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Distils encoders to a table of token vectors. */
@Command(
    name = "distil",
    description = {
      "Make an instant model of other models: a table of token vectors that needs no engine.",
      "",
      "It learns from titles and sentences of your articles. Without articles it takes the teachers'"
          + " vocabulary alone, which is less good. The same teachers, articles and options give the"
          + " same table on the same machine. Use it with --model DIR.",
      ""
    },
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote distil --teacher e5-small --output own articles.jsonl.gz",
      "  headnote digest --model ./own seeds/"
    })
final class DistilCommand implements Callable<Integer> {

  private static final int DEFAULT_TEXTS = 220_000;

  @Parameters(
      arity = "0..*",
      paramLabel = "CORPUS",
      description =
          "Articles to learn from: .jsonl or .jsonl.gz, a row {\"title\", \"text\"} a line;"
              + " \"article\" or \"html\" may stand for \"text\". Each file gives as many texts as"
              + " the others, while it has any.")
  private List<Path> files = List.of();

  @Option(
      names = "--teacher",
      paramLabel = "NAME|DIR",
      completionCandidates = ModelOptions.Names.class,
      required = true,
      description =
          "A model to distil: one that \"headnote models\" lists, or a folder with a converted one."
              + " Give the option once for each; the first one's vocabulary is taken.")
  private List<String> teachers = List.of();

  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write; a model that is there is replaced.")
  private Path output = Path.of("");

  @Option(
      names = "--texts",
      paramLabel = "N",
      description = "The most titles and sentences to learn from. Default: ${DEFAULT-VALUE}.")
  private int texts = DEFAULT_TEXTS;

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      description =
          "Numbers in a token's vector, a byte each. Default: 384, or what the teachers have if that"
              + " is less.")
  private @Nullable Integer dimensions;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of what is drawn at random. Default: ${DEFAULT-VALUE}.")
  private long seed = Recipe.defaults().seed();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name. Default: the folder's.")
  private @Nullable String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "One line on the model.")
  private String description = "";

  @Option(names = "--licence", paramLabel = "TEXT", description = "The table's licence.")
  private String licence = "";

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final WorkersOption workers = new WorkersOption();

  private final Terminal terminal;

  DistilCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int cores = workers.count();
    Set<String> trusted = trust.archives();
    List<ModelFiles> models =
        teachers.stream().map(teacher -> ModelOptions.find(teacher, trusted)).toList();
    checkOptions();
    int size = dimensions(models);
    WordPieceTokenizer pieces = models.get(0).wordPieces();
    Lesson lesson = read();
    List<Path> missing = missingFolders();
    boolean isDone = false;
    try {
      makeOutput();
      distil(models, pieces, lesson, size, cores);
      isDone = true;
    } catch (OutOfMemoryError e) {
      throw new RunFailure(
          Exit.FAILED, "the texts do not fit the memory; raise java -Xmx or lower --texts", e);
    } finally {
      if (!isDone) {
        removeEmpty(missing);
      }
    }
    return (lesson.isComplete() ? Exit.DONE : Exit.SOME_FAILED).code();
  }

  private int dimensions(List<ModelFiles> models) {
    int most = models.stream().mapToInt(model -> model.card().dimensions()).sum();
    if (dimensions == null) {
      return Math.min(Recipe.defaults().dimensions(), most);
    }
    if (dimensions > most) {
      throw new RunFailure(
          Exit.USAGE, "--dimensions: at most the " + most + " of the teachers, not " + dimensions);
    }
    return dimensions;
  }

  private void checkOptions() {
    if (texts < 1 || (dimensions != null && dimensions < 1)) {
      throw new RunFailure(Exit.USAGE, "--texts and --dimensions: at least 1");
    }
    for (String teacher : teachers) {
      if (ModelOptions.isFolder(teacher) && OutputFile.isSame(Path.of(teacher), output)) {
        throw new RunFailure(
            Exit.USAGE, output + ": is a teacher, and would be replaced; name another folder");
      }
    }
    if (name != null && name.isBlank()) {
      throw new RunFailure(Exit.USAGE, "--name: is blank");
    }
  }

  /** The texts that were drawn, and which files they are from. */
  private record Lesson(List<String> texts, List<StaticModel.Corpus> files, boolean isComplete) {}

  private Lesson read() {
    List<Corpus> corpora =
        files.stream().map(file -> Corpus.read(file, reading, terminal::complain)).toList();
    List<String> drawn = Corpus.draw(corpora, texts, seed);
    if (drawn.isEmpty() && !files.isEmpty()) {
      String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
      throw new RunFailure(Exit.USAGE, names + ": no text to learn from");
    }
    return new Lesson(
        drawn,
        corpora.stream().map(Corpus::provenance).toList(),
        corpora.stream().allMatch(corpus -> corpus.badRows() == 0));
  }

  /** Learning takes long, so that the folder is made before. */
  private void makeOutput() {
    try {
      if (Files.exists(output) && !isModelOrEmpty(output)) {
        throw new RunFailure(
            Exit.USAGE, output + ": exists and is no model; give a folder that does not exist yet");
      }
      Files.createDirectories(output);
    } catch (IOException e) {
      throw new RunFailure(Exit.USAGE, output + ": no folder can be made here", e);
    }
    if (!Files.isWritable(output)) {
      throw new RunFailure(Exit.USAGE, output + ": cannot be written; check its permissions");
    }
  }

  /** The output and the folders around it, the innermost first, as far as they don't exist. */
  private List<Path> missingFolders() {
    return Stream.iterate(
            output.toAbsolutePath(),
            folder -> folder != null && !Files.exists(folder),
            Path::getParent)
        .toList();
  }

  /** Removes folders that were made. What was begun to be written stays. */
  private static void removeEmpty(List<Path> folders) {
    for (Path folder : folders) {
      try {
        Files.delete(folder);
      } catch (IOException e) {
        // It isn't empty, was never made, or is called by another name below.
      }
    }
  }

  private static boolean isModelOrEmpty(Path path) throws IOException {
    if (!Files.isDirectory(path) || Files.exists(path.resolve("model.json"))) {
      return Files.isDirectory(path);
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    }
  }

  private void distil(
      List<ModelFiles> models, WordPieceTokenizer pieces, Lesson lesson, int size, int cores) {
    Recipe recipe = Recipe.defaults().withDimensions(size).withSeed(seed);
    ForkJoinPool pool = new ForkJoinPool(cores);
    List<SentenceEncoder> encoders = new ArrayList<>();
    try (StageProgress progress = new StageProgress(terminal)) {
      for (ModelFiles model : models) {
        encoders.add(model.load(Device.CPU, Precision.AUTO, pool));
      }
      StaticModel learned =
          new Distiller(encoders, pieces, recipe).distil(lesson.texts(), progress);
      write(
          learned,
          new StaticModel.Card(
              name == null ? fileName(output) : name,
              description,
              licence,
              provenance(models, encoders),
              lesson.files(),
              command(size)));
    } finally {
      encoders.forEach(SentenceEncoder::close);
      pool.shutdown();
    }
  }

  private void write(StaticModel learned, StaticModel.Card card) {
    try {
      learned.writeTo(output, card);
    } catch (HeadnoteException e) {
      throw new RunFailure(Exit.FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<StaticModel.Teacher> provenance(
      List<ModelFiles> models, List<SentenceEncoder> encoders) {
    List<StaticModel.Teacher> teachers = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      teachers.add(
          new StaticModel.Teacher(
              models.get(i).card().name(),
              models.get(i).card().weightsSha256(),
              encoders.get(i).precision().name().toLowerCase(Locale.ROOT)));
    }
    return teachers;
  }

  /** The command that makes the model again, without the folders, which others name otherwise. */
  private String command(int size) {
    List<String> words = new ArrayList<>(List.of("headnote", "distil"));
    for (String teacher : teachers) {
      words.addAll(List.of("--teacher", fileName(Path.of(teacher))));
    }
    words.addAll(List.of("--texts", Integer.toString(texts)));
    words.addAll(List.of("--dimensions", Integer.toString(size)));
    words.addAll(List.of("--seed", Long.toString(seed)));
    if (reading.language() != null) {
      words.addAll(List.of("--language", reading.language().toLanguageTag()));
    }
    if (reading.maxBytes() != InputReader.USUAL_MAX_BYTES) {
      words.addAll(List.of("--max-bytes", Integer.toString(reading.maxBytes())));
    }
    if (name != null) {
      words.addAll(List.of("--name", name));
    }
    if (!description.isEmpty()) {
      words.addAll(List.of("--description", description));
    }
    if (!licence.isEmpty()) {
      words.addAll(List.of("--licence", licence));
    }
    words.addAll(List.of("--output", fileName(output)));
    files.forEach(file -> words.add(fileName(file)));
    return words.stream().map(DistilCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String fileName(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "root" : last.toString();
  }

  /** A word as a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
