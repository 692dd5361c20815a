package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.topic.TopicModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns a model from articles and writes it to one file. */
abstract class LearningCommand implements Callable<Integer> {

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = {"--out", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write what is learned to; one that is there is replaced.")
  private Path out = Path.of("");

  @Mixin private final WorkersOption workers = new WorkersOption();

  private final Terminal terminal;

  LearningCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Of the options that are shared with other commands those that are refused here. */
  Set<String> ofNoUse() {
    return Set.of(ModelOptions.CASCADE);
  }

  /** Finds the files that are read, without reading them. */
  abstract List<Path> findInputs();

  /** Checks what can be checked before the long work, and sets what is learned with. */
  abstract void prepare(Headnote.Builder builder);

  /**
   * Learns and writes.
   *
   * @param headnote with the model that was chosen
   * @param complaints is told of rows that can't be used
   * @return how many articles were learned from
   */
  abstract long learn(Headnote headnote, Complaints complaints, StageProgress progress)
      throws IOException;

  @Override
  public final Integer call() throws IOException {
    if (model.isCascade()) {
      throw new RunFailure(
          Exit.USAGE, ModelOptions.CASCADE + ": what is learned goes with one model; leave it out");
    }
    Headnote.Builder builder = Headnote.builder().workers(workers.count());
    OutputFile.check(out);
    OutputFile.checkIsNoneOf(findInputs(), out);
    prepare(builder);
    model.apply(builder);
    reading.takeAtMost(model.maxSentences());
    Complaints complaints = new Complaints(terminal);
    long learned;
    try (Headnote headnote = ModelOptions.build(builder);
        StageProgress progress = new StageProgress(terminal)) {
      learned = learn(headnote, complaints, progress);
    }
    complaints.conclude(learned);
    return (complaints.count() == 0 ? Exit.DONE : Exit.SOME_FAILED).code();
  }

  /** Finds articles of which nothing can be learned, such as those that are all furniture. */
  static @Nullable String holdsNothing(Item.Ready item) {
    return item.article().sentences().isEmpty() && item.article().title().isEmpty()
        ? "holds neither a sentence nor a title to learn from"
        : null;
  }

  /** The article by where it was read, so that a failure names that. */
  static Article named(Item.Ready item) {
    return item.article()
        .withId(item.sourceName() + (item.line() > 0 ? ", line " + item.line() : ""));
  }

  /** Shows how many articles were read. */
  static <T> Stream<T> counted(Stream<T> articles, AtomicLong read, StageProgress progress) {
    return articles.peek(
        article -> progress.at("reading", read.incrementAndGet(), StageProgress.UNKNOWN));
  }

  /** Prints what was learned, which is in its file by now. */
  final void print(TopicModel learned, List<List<String>> rows) throws IOException {
    print(out + ", for the model " + learned.encoder(), rows);
  }

  /** Prints what was learned under a title. */
  final void print(String title, List<List<String>> rows) throws IOException {
    Page page = new Page(terminal.columns(), terminal.styled());
    new Table(title, List.of("", ""), rows).print(page);
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    Output.print(terminal, output -> output.stream().write(bytes));
  }

  /**
   * Writes what was learned. That the file can be written was checked before, so that it is the
   * disk if it can't be now.
   */
  final void save(Consumer<Path> learned) {
    try {
      learned.accept(out);
    } catch (HeadnoteException e) {
      throw new RunFailure(Exit.FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  final Terminal terminal() {
    return terminal;
  }

  final ReadingOptions reading() {
    return reading;
  }

  final Path out() {
    return out;
  }
}
