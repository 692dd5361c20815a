package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares results with what people made of the same articles, and writes a report. */
abstract class EvaluationCommand implements Callable<Integer> {

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Mixin private final WorkersOption workers = new WorkersOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How to write: text for people, json for all figures, html for a page with plots."
              + " Default: text.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file, which appears when it is complete.")
  private @Nullable Path outputFile;

  @Mixin private final ColorOption color = new ColorOption();

  private final Terminal terminal;

  EvaluationCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The files of rows, or {@code -}. */
  abstract List<String> inputs();

  /** The files that are read beside the rows. */
  abstract List<Path> settings();

  /** Evaluates the rows; those that can't be used are complained about. */
  abstract Report evaluate(List<Source> sources, int cores, Complaints complaints);

  final ReadingOptions reading() {
    return reading;
  }

  final Terminal terminal() {
    return terminal;
  }

  @Override
  public final Integer call() throws IOException {
    int cores = workers.count();
    List<Source> sources = Source.find(inputs(), InputFormat.JSONL);
    OutputFile.checkIsNoneOf(Source.files(sources), outputFile);
    OutputFile.checkIsNoneOf(settings(), outputFile);
    if (format == ReportFormat.HTML) {
      Plots.check();
    }
    try (Output output = Output.open(outputFile, terminal)) {
      Report report = evaluate(sources, cores, new Complaints(terminal));
      return write(report, output).code();
    }
  }

  /**
   * Has articles worked on, and each result compared.
   *
   * @param verb works on articles, in their order
   * @param comparison is told of each result with what it is of
   */
  final <T> void compare(
      UsableItems items,
      Function<Stream<Article>, Stream<Outcome<T>>> verb,
      BiConsumer<Item.Ready, T> comparison,
      Complaints complaints) {
    // Outcomes come in the order in which the articles were read.
    Queue<Item.Ready> underWay = new ConcurrentLinkedQueue<>();
    Stream<Article> articles = items.stream().peek(underWay::add).map(Item.Ready::article);
    long done = 0;
    try (Stream<Outcome<T>> outcomes = verb.apply(articles);
        StageProgress progress = new StageProgress(terminal)) {
      for (Iterator<Outcome<T>> all = outcomes.iterator(); all.hasNext(); ) {
        Outcome<T> outcome = all.next();
        Item.Ready item = underWay.remove();
        if (outcome.result() != null) {
          comparison.accept(item, outcome.result());
        } else if (outcome.failure() != null) {
          complaints.add(item.failed(String.valueOf(outcome.failure().getMessage())));
        }
        progress.at("articles", ++done, StageProgress.UNKNOWN);
      }
    }
  }

  private Exit write(Report report, Output output) {
    try {
      format.write(report, output, color.of(terminal));
      output.complete();
    } catch (IOException e) {
      return output.failed(e);
    }
    return report.failed() > 0 ? Exit.SOME_FAILED : Exit.DONE;
  }
}
