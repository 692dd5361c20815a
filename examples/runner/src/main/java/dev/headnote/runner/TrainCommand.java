package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.LabelledArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Provenance;
import dev.headnote.topic.TopicModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns to label from articles whose labels are known. */
@Command(
    name = "train",
    description = {
      "Learn to label from articles whose labels are known.",
      "",
      "Starts at what the labels' names and descriptions mean, so that a few articles a label help;"
          + " the more the better. The same articles and options give the same topic model on the"
          + " same machine. Use it with --topic-model FILE.",
      ""
    },
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote train --labels labels.jsonl --out news.topics articles.jsonl",
      "  headnote topics --topic-model news.topics more.jsonl"
    })
final class TrainCommand extends LearningCommand {

  @Mixin private final LabelledFiles files = new LabelledFiles();

  @Mixin private final LabelOptions labels = new LabelOptions();

  @Mixin private final SeedOption seed = new SeedOption();

  private List<Source> sources = List.of();
  private @Nullable LabelSet set;

  TrainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Path> findInputs() {
    sources = Source.find(files.names(), InputFormat.JSONL);
    return Stream.concat(Source.files(sources).stream(), labels.files().stream()).toList();
  }

  @Override
  void prepare(Headnote.Builder builder) {
    if (!labels.isGiven()) {
      throw new RunFailure(Exit.USAGE, "--labels: is missing; name the labels to learn");
    }
    set = labels.apply(builder, terminal());
  }

  @Override
  long learn(Headnote headnote, Complaints complaints, StageProgress progress) throws IOException {
    UsableItems.Check check =
        new LabelCheck(Objects.requireNonNull(set), labels.name())
            .or(LearningCommand::holdsNothing)
            .or(this::hasNotOneLabel);
    Stream<LabelledArticle> examples =
        reading().items(Gold.LABELS, sources, terminal().in(), check, complaints).stream()
            .map(item -> new LabelledArticle(named(item), item.labels()));
    TopicModel learned =
        headnote.train(counted(examples, new AtomicLong(), progress), seed.value(), progress);
    progress.close();
    save(learned::save);
    print(learned);
    return learned.provenance().examples();
  }

  private @Nullable String hasNotOneLabel(Item.Ready item) {
    if (labels.multiLabel() || item.labels().size() == 1) {
      return null;
    }
    return item.labels().isEmpty()
        ? "has no label where one is to be learned; give --multi-label to learn \"none\", too"
        : "has "
            + item.labels().size()
            + " labels where one is to be learned; give --multi-label to learn several";
  }

  private void print(TopicModel learned) throws IOException {
    Provenance provenance = learned.provenance();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("articles", String.format(Locale.ROOT, "%,d", provenance.examples())));
    long seen = provenance.examplesOfLabels().values().stream().filter(n -> n > 0).count();
    rows.add(List.of("labels with articles", seen + " of " + learned.labels().size()));
    for (Map.Entry<String, Double> metric : provenance.metrics().entrySet()) {
      String name = metric.getKey().equals("crossEntropy") ? "cross-entropy" : metric.getKey();
      rows.add(
          List.of(
              "cross-validated " + name, String.format(Locale.ROOT, "%.3f", metric.getValue())));
    }
    print(learned, rows);
  }
}
