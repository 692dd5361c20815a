package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.LabelledArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Provenance;
import dev.headnote.topic.TopicModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    })
final class TrainCommand implements Callable<Integer> {

  private static final long UNKNOWN = -1;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description =
          "Labelled articles, a row {\"id\", \"title\", \"text\", \"label\"} a line; \"article\" or"
              + " \"html\" may stand for \"text\", an array \"labels\" for \"label\".")
  private List<String> inputs = List.of();

  @Mixin private final LabelOptions labels = new LabelOptions();
  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The topic model to write; one that is there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of how articles are parted for cross-validation. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Mixin private final WorkersOption workers = new WorkersOption();

  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int cores = workers.count();
    if (!labels.isGiven()) {
      throw new RunFailure(Exit.USAGE, "--labels: is missing; name the labels to learn");
    }
    OutputFile.check(out);
    List<Source> sources = Source.find(inputs, InputFormat.JSONL);
    Headnote.Builder builder = Headnote.builder().workers(cores);
    LabelSet set = labels.apply(builder, terminal);
    model.apply(builder);
    Complaints complaints = new Complaints(terminal);
    LabelledRows rows = new LabelledRows(sources, terminal.in(), set, complaints::add);
    TopicModel learned;
    try (Headnote headnote = builder.build();
        StageProgress progress = new StageProgress(terminal)) {
      learned = headnote.train(examples(rows, complaints, progress), seed, progress);
    }
    complaints.conclude(learned.provenance().examples());
    learned.save(out);
    print(learned);
    return (complaints.count() == 0 ? Exit.DONE : Exit.SOME_FAILED).code();
  }

  private Stream<LabelledArticle> examples(
      LabelledRows rows, Complaints complaints, StageProgress progress) {
    AtomicLong read = new AtomicLong();
    return rows.stream()
        .filter(row -> isUsable(row, complaints))
        .peek(row -> progress.at("reading", read.incrementAndGet(), UNKNOWN))
        .map(row -> new LabelledArticle(row.article(), row.labels()));
  }

  private boolean isUsable(LabelledRow row, Complaints complaints) {
    if (labels.multiLabel() || row.labels().size() == 1) {
      return true;
    }
    complaints.add(
        row.failed(
            "has "
                + row.labels().size()
                + " labels where one is to be learned; give --multi-label to learn several"));
    return false;
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
    Page page = new Page(terminal.columns(), terminal.styled());
    new Table(out + ", for the model " + learned.encoder(), List.of("", ""), rows).print(page);
    OutputStream to = terminal.out();
    to.write(page.toString().getBytes(StandardCharsets.UTF_8));
    to.flush();
  }
}
