package dev.headnote.runner;

import dev.headnote.HeadnoteException;
import dev.headnote.OrderedParallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that does something with each article of its inputs. */
abstract class ArticlesCommand implements Callable<Integer> {

  static final String RESUME = "--resume";

  @Mixin private final InputOptions inputs = new InputOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = OutputFormat.Converter.class,
      description =
          "How to write: text for people, jsonl for a JSON object a line, json for one array of"
              + " the same, html for one page to look at in a browser, csv for a spreadsheet."
              + " Default: text.")
  private OutputFormat outputFormat = OutputFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write to this file, which appears when it is complete; packed by gzip if its name ends in"
              + " .gz.")
  private @Nullable Path outputFile;

  @Option(
      names = RESUME,
      description =
          "With --format jsonl and --output FILE: go on from what the same command has left in"
              + " FILE.unfinished-... when it was broken off; begin if it has left nothing.")
  private boolean resume;

  @Mixin private final ColorOption color = new ColorOption();

  @Mixin private final WorkersOption workers = new WorkersOption();

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--debug", description = "Print where in the program a failure arose.")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal;

  ArticlesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The files that are read beside the articles. */
  List<Path> settings() {
    return List.of();
  }

  /** Makes ready what is done with each article, such as a model. */
  abstract Work open();

  /** Has articles of more sentences told as failed when they are read. */
  void takeAtMost(int sentences) {
    reading.takeAtMost(sentences);
  }

  /**
   * Reads all articles at once, for what needs them together, and writes one row about them. Inputs
   * that fail are reported, and the row is about the others.
   */
  Integer callTogether(Together together) throws IOException {
    if (resume) {
      throw new RunFailure(Exit.USAGE, RESUME + ": one row about all articles is not resumed");
    }
    if (outputFormat == OutputFormat.HTML) {
      throw new RunFailure(
          Exit.USAGE, "--format html: a page shows articles, and not one row about all of them");
    }
    List<Source> sources = sources();
    ItemParser parser = reading.parser(Gold.NONE);
    try (Output output = Output.open(outputFile, terminal)) {
      try {
        RowWriter rows = outputFormat.writer(output, color.of(terminal), false);
        List<Item.Ready> articles = new ArrayList<>();
        boolean failed = readAll(sources, parser, articles, rows);
        failed |= writeTogether(together, articles, rows);
        rows.finish();
        output.complete();
        return (failed ? Exit.SOME_FAILED : Exit.DONE).code();
      } catch (IOException e) {
        return output.failed(e).code();
      }
    }
  }

  /** Adds the articles of all inputs, and reports inputs that fail; returns whether any did. */
  private boolean readAll(
      List<Source> sources, ItemParser parser, List<Item.Ready> articles, RowWriter rows)
      throws IOException {
    boolean failed = false;
    for (InputReader all = reading.reader(sources, terminal.in()); all.hasNext(); ) {
      Item item = parser.parse(all.next());
      if (item instanceof Item.Ready ready) {
        articles.add(ready);
      } else {
        failed = true;
        rows.fail((Item.Failed) item);
      }
    }
    return failed;
  }

  /** Writes the row, and reports articles that it leaves out before it; returns whether any are. */
  private static boolean writeTogether(Together together, List<Item.Ready> articles, RowWriter rows)
      throws IOException {
    List<Item.Failed> failed = new ArrayList<>();
    Row row;
    try {
      row = together.row(articles, failed::add);
    } finally {
      for (Item.Failed one : failed) {
        rows.fail(one);
      }
    }
    rows.write(RowId.ofText("together"), row);
    return !failed.isEmpty();
  }

  Terminal terminal() {
    return terminal;
  }

  /** Whether the command line has an option, whatever its value. */
  final boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  int workers() {
    return workers.count();
  }

  @Override
  public Integer call() throws IOException {
    int cores = workers.count();
    List<Source> sources = sources();
    try (Output output = output();
        Work work = open();
        RunProgress progress = new RunProgress(terminal, output, sources)) {
      return run(sources, cores, work, output, progress).code();
    }
  }

  private List<Source> sources() {
    List<Source> sources = inputs.sources();
    OutputFile.checkIsNoneOf(Source.files(sources), outputFile);
    OutputFile.checkIsNoneOf(settings(), outputFile);
    return sources;
  }

  private Output output() {
    if (outputFormat == OutputFormat.JSONL) {
      if (resume && (outputFile == null || Output.isStandard(outputFile))) {
        throw new RunFailure(Exit.USAGE, RESUME + ": only a file is resumed; give --output FILE");
      }
      if (outputFile != null && InputFormat.isPacked(outputFile.toString())) {
        if (resume) {
          throw new RunFailure(
              Exit.USAGE, RESUME + ": a packed file is not resumed; leave .gz out");
        }
        return Output.open(outputFile, terminal);
      }
      List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
      String run = RunName.of(arguments, settings());
      return Output.ofRows(outputFile, run, resume, terminal);
    }
    if (resume) {
      throw new RunFailure(Exit.USAGE, RESUME + ": goes with --format jsonl alone");
    }
    return Output.open(outputFile, terminal);
  }

  private Exit run(
      List<Source> sources, int cores, Work work, Output output, RunProgress progress) {
    boolean several = sources.size() > 1 || sources.stream().anyMatch(Source::isOfSeveral);
    // One more than cores work, so that none waits while a row is prepared.
    int threads = work.articlesAtOnce(cores) + 1;
    ExecutorService executor = Executors.newFixedThreadPool(threads, ArticlesCommand::daemon);
    ItemParser parser = reading.parser(Gold.NONE);
    UnfinishedRows before = output.before();
    boolean failed = before.anyFailed();
    try (Stream<Done> results =
        new OrderedParallel(executor, threads)
            .map(
                () ->
                    before.passOver(
                        reading.reader(sources, terminal.in(), progress.bytesRead()), parser),
                Raw::size,
                raw -> done(raw, parser, work))) {
      RowWriter rows = outputFormat.writer(output, color.of(terminal), several);
      for (Iterator<Done> all = results.iterator(); all.hasNext(); progress.step()) {
        failed |= !all.next().write(rows);
      }
      rows.finish();
      output.complete();
    } catch (IOException e) {
      return output.failed(e);
    } finally {
      executor.shutdown();
    }
    return failed ? Exit.SOME_FAILED : Exit.DONE;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "headnote-work");
    thread.setDaemon(true);
    return thread;
  }

  private Done done(Raw raw, ItemParser parser, Work work) {
    Item item = null;
    try {
      item = parser.parse(raw);
      return new Done(item, item instanceof Item.Ready ready ? work.apply(ready.article()) : null);
    } catch (HeadnoteException e) {
      return failed(raw, item, String.valueOf(e.getMessage()), e);
    } catch (OutOfMemoryError e) {
      return failed(raw, item, InputReader.NO_MEMORY, e);
    } catch (RuntimeException | StackOverflowError e) {
      return failed(raw, item, "failed inside Headnote: " + e, e);
    }
  }

  private Done failed(Raw raw, @Nullable Item item, String problem, Throwable cause) {
    if (debug) {
      cause.printStackTrace(terminal.err());
    }
    RowId id = item instanceof Item.Ready ready ? ready.id() : null;
    if (id == null && raw.line() == 0) {
      id = RowId.ofText(raw.source().id());
    }
    return new Done(new Item.Failed(id, raw.source().name(), raw.line(), problem), null);
  }

  /** What makes one row of all articles. */
  interface Together {

    /**
     * Makes it.
     *
     * @param failures is told of those that fail; the row is about the others
     */
    Row row(List<Item.Ready> articles, Consumer<Item.Failed> failures);
  }

  /** An article with what was found out about it, or what failed, without. */
  private record Done(Item item, @Nullable Row row) {

    /** Writes it; false if it failed. */
    boolean write(RowWriter rows) throws IOException {
      if (item instanceof Item.Ready ready && row != null) {
        rows.write(ready, row);
        return true;
      }
      rows.fail((Item.Failed) item);
      return false;
    }
  }
}
