package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.evaluate.TopicEvaluation;
import dev.headnote.topic.TopicOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the topics of articles with labels that they are said to have. */
@Command(
    name = "topics",
    description =
        "Label articles whose labels are known, and tell how often, and how surely, that is right.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote evaluate topics --labels labels.jsonl articles.jsonl",
      "  headnote evaluate topics --topic-model news.topics --format html \\",
      "      --output report.html held-out.jsonl"
    })
final class EvaluateTopicsCommand extends EvaluationCommand {

  @Mixin private final LabelledFiles files = new LabelledFiles();

  @Mixin private final LabellingOptions labelling = new LabellingOptions();

  EvaluateTopicsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> inputs() {
    return files.names();
  }

  @Override
  List<Path> settings() {
    return labelling.files();
  }

  @Override
  Report evaluate(List<Source> sources, int cores, Complaints complaints) {
    Headnote.Builder builder = Headnote.builder().workers(cores);
    LabellingOptions.Chosen labels =
        labelling.apply(builder, TopicOptions.defaults().withEvidence(0), terminal());
    TopicEvaluation evaluation =
        labels.several()
            ? TopicEvaluation.ofSeveralLabels(labels.set())
            : TopicEvaluation.ofOneLabel(labels.set());
    UsableItems articles =
        reading()
            .items(
                Gold.LABELS,
                sources,
                terminal().in(),
                new LabelCheck(labels.set(), labelling.name()),
                complaints);
    try (Headnote headnote = labelling.build(builder)) {
      compare(
          articles,
          headnote::topics,
          (item, topics) -> evaluation.add(item.labels(), topics),
          complaints);
      complaints.conclude(evaluation.articles());
      if (evaluation.articles() == 0) {
        throw new RunFailure(Exit.USAGE, String.join(", ", inputs()) + ": no labelled article");
      }
      return new TopicReport(
          inputs(),
          labelling.name(),
          headnote.model(),
          headnote.precision(),
          labels.several(),
          complaints.count(),
          evaluation.metrics());
    }
  }
}
