package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.Outcome;
import dev.headnote.evaluate.TopicEvaluation;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicOptions;
import dev.headnote.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the topics of articles with labels that they are said to have. */
@Command(
    name = "topics",
    description =
        "Label articles whose labels are known, and tell how often, and how surely, that is right.")
final class EvaluateTopicsCommand implements Callable<Integer> {

  /** How many rows there are is not known before they are read. */
  private static final long UNKNOWN = -1;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description =
          "Labelled articles, a row {\"id\", \"title\", \"text\", \"label\"} a line; \"article\" or"
              + " \"html\" may stand for \"text\", an array \"labels\" for \"label\". A label of"
              + " null, or no \"labels\" in the array, says that none applies.")
  private List<String> inputs = List.of();

  @Mixin private final LabellingOptions labelling = new LabellingOptions();

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

  private final Terminal terminal;

  EvaluateTopicsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int cores = workers.count();
    List<Source> sources = Source.find(inputs, InputFormat.JSONL);
    if (format == ReportFormat.HTML) {
      TopicPlots.check();
    }
    try (Output output = Output.open(outputFile, terminal)) {
      TopicReport report = evaluate(sources, cores);
      return write(report, output).code();
    }
  }

  private TopicReport evaluate(List<Source> sources, int cores) {
    Headnote.Builder builder =
        Headnote.builder().workers(cores).topics(TopicOptions.defaults().withEvidence(0));
    LabelSet set = labelling.apply(builder, terminal);
    TopicEvaluation evaluation =
        labelling.multiLabel()
            ? TopicEvaluation.ofSeveralLabels(set)
            : TopicEvaluation.ofOneLabel(set);
    Complaints complaints = new Complaints(terminal);
    LabelledRows rows = new LabelledRows(sources, terminal.in(), set, complaints::add);
    try (Headnote headnote = builder.build()) {
      evaluate(headnote, rows, evaluation, complaints);
      complaints.conclude(evaluation.articles());
      if (evaluation.articles() == 0) {
        throw new RunFailure(Exit.USAGE, String.join(", ", inputs) + ": no labelled article");
      }
      return new TopicReport(
          inputs,
          labelling.name(),
          headnote.model(),
          headnote.precision(),
          labelling.multiLabel(),
          complaints.count(),
          evaluation.metrics());
    }
  }

  private void evaluate(
      Headnote headnote, LabelledRows rows, TopicEvaluation evaluation, Complaints complaints) {
    // Outcomes come in the order in which the articles were read.
    Queue<LabelledRow> underWay = new ConcurrentLinkedQueue<>();
    Stream<LabelledRow> read = rows.stream().peek(underWay::add);
    long done = 0;
    try (Stream<Outcome<Topics>> outcomes = headnote.topics(read.map(LabelledRow::article));
        StageProgress progress = new StageProgress(terminal)) {
      for (Iterator<Outcome<Topics>> all = outcomes.iterator(); all.hasNext(); ) {
        Outcome<Topics> outcome = all.next();
        LabelledRow row = underWay.remove();
        if (outcome.result() != null) {
          evaluation.add(row.labels(), outcome.result());
        } else if (outcome.failure() != null) {
          complaints.add(row.failed(String.valueOf(outcome.failure().getMessage())));
        }
        progress.at("articles", ++done, UNKNOWN);
      }
    }
  }

  private Exit write(TopicReport report, Output output) {
    try {
      format.write(report, output, terminal);
      output.complete();
    } catch (IOException e) {
      return output.failed(e);
    }
    return report.failed() > 0 ? Exit.SOME_FAILED : Exit.DONE;
  }
}
