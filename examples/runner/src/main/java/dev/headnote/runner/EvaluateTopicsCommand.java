package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.evaluate.TopicEvaluation;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares the topics of articles with labels that they are said to have. */
@Command(
    name = "topics",
    description =
        "Label articles whose labels are known, and tell how often, and how surely, that is right.")
final class EvaluateTopicsCommand extends EvaluationCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description =
          "Labelled articles, a row {\"id\", \"title\", \"text\", \"label\"} a line; \"article\" or"
              + " \"html\" may stand for \"text\", an array \"labels\" for \"label\". A label of"
              + " null, or no \"labels\" in the array, says that none applies.")
  private List<String> inputs = List.of();

  @Mixin private final LabellingOptions labelling = new LabellingOptions();

  EvaluateTopicsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> inputs() {
    return inputs;
  }

  @Override
  Report evaluate(List<Source> sources, int cores, Complaints complaints) {
    Headnote.Builder builder =
        Headnote.builder().workers(cores).topics(TopicOptions.defaults().withEvidence(0));
    LabelSet set = labelling.apply(builder, terminal());
    TopicEvaluation evaluation =
        labelling.multiLabel()
            ? TopicEvaluation.ofSeveralLabels(set)
            : TopicEvaluation.ofOneLabel(set);
    LabelledRows rows = new LabelledRows(sources, terminal().in(), set, complaints::add);
    try (Headnote headnote = builder.build()) {
      compare(
          rows,
          headnote::topics,
          (row, topics) -> evaluation.add(row.labels(), topics),
          complaints);
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
}
