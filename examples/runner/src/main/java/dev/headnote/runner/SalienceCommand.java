package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.SummarizedArticle;
import dev.headnote.salience.SalienceModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns what a summary's sentences are from articles with summaries. */
@Command(
    name = "salience",
    description = {
      "Learn what a summary's sentences are from articles with summaries.",
      "",
      "The more the better, from a thousand on. The same articles and options give the same model."
          + " Use it with --salience FILE.",
      ""
    })
final class SalienceCommand implements Callable<Integer> {

  private static final long UNKNOWN = -1;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE[:WEIGHT[:EVERY]]",
      description =
          "Articles with summaries, a row {\"id\", \"title\", \"text\", \"summary\"} a line;"
              + " \"article\" or \"html\" may stand for \"text\". Each counts as WEIGHT, 1 if not"
              + " given. With EVERY, only the first row and each EVERYth after it are taken, so that"
              + " the others can judge.")
  private List<String> inputs = List.of();

  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The salience model to write; one that is there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of what is drawn at random. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Mixin private final WorkersOption workers = new WorkersOption();

  private final Terminal terminal;

  SalienceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int cores = workers.count();
    OutputFile.check(out);
    List<WeightedInput> weighted = inputs.stream().map(WeightedInput::parse).toList();
    weighted.forEach(input -> Source.find(List.of(input.file()), InputFormat.JSONL));
    Headnote.Builder builder = Headnote.builder().workers(cores).remember(0).untrainedSalience();
    model.apply(builder);
    Complaints complaints = new Complaints(terminal);
    AtomicLong read = new AtomicLong();
    SalienceModel learned;
    try (Headnote headnote = builder.build();
        StageProgress progress = new StageProgress(terminal)) {
      Stream<SummarizedArticle> articles =
          weighted.stream()
              .flatMap(input -> articles(input, complaints))
              .peek(article -> progress.at("reading", read.incrementAndGet(), UNKNOWN));
      learned = headnote.trainSalience(articles, seed, provenance(weighted, headnote), progress);
    }
    complaints.conclude(read.get());
    learned.save(out);
    return (complaints.count() == 0 ? Exit.DONE : Exit.SOME_FAILED).code();
  }

  private Stream<SummarizedArticle> articles(WeightedInput input, Complaints complaints) {
    SummarizedRows rows =
        new SummarizedRows(
            Source.find(List.of(input.file()), InputFormat.JSONL), terminal.in(), complaints::add);
    AtomicLong row = new AtomicLong();
    return rows.stream()
        .filter(unused -> row.getAndIncrement() % input.every() == 0)
        .map(
            summarized ->
                new SummarizedArticle(
                    summarized.article(), summarized.summaries().get(0), input.weight()));
  }

  private String provenance(List<WeightedInput> weighted, Headnote headnote) {
    String files =
        weighted.stream()
            .map(
                input ->
                    String.format(
                        Locale.ROOT,
                        "%s, weight %s, every %d",
                        Path.of(input.file()).getFileName(),
                        input.weight(),
                        input.every()))
            .collect(Collectors.joining("; "));
    return "trained on " + files + "; seed " + seed + "; vectors of " + headnote.model();
  }
}
