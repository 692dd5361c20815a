package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.SummarizedArticle;
import dev.headnote.salience.SalienceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    },
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote salience --model instant --out own.salience articles.jsonl.gz",
      "  headnote summarize --model instant --salience own.salience more.jsonl"
    })
final class SalienceCommand extends LearningCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE[:WEIGHT[:EVERY]]",
      description =
          "Articles with summaries, a row {\"id\", \"title\", \"text\", \"summary\"} a line;"
              + " \"article\" or \"html\" may stand for \"text\". Each counts as WEIGHT, 1 if not"
              + " given. With EVERY, only the first row and each EVERYth after it are taken, so that"
              + " the others can judge.")
  private List<String> inputs = List.of();

  @Mixin private final SeedOption seed = new SeedOption();

  private List<WeightedInput> weighted = List.of();

  SalienceCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Path> findInputs() {
    weighted = inputs.stream().map(WeightedInput::parse).toList();
    return weighted.stream().flatMap(input -> Source.files(sources(input)).stream()).toList();
  }

  private static List<Source> sources(WeightedInput input) {
    return Source.find(List.of(input.file()), InputFormat.JSONL);
  }

  @Override
  void prepare(Headnote.Builder builder) {
    builder.remember(0).untrainedSalience();
  }

  @Override
  long learn(Headnote headnote, Complaints complaints, StageProgress progress) throws IOException {
    AtomicLong read = new AtomicLong();
    Stream<SummarizedArticle> articles =
        weighted.stream().flatMap(input -> articles(input, complaints));
    SalienceModel learned =
        headnote.trainSalience(
            counted(articles, read, progress), seed.value(), provenance(headnote), progress);
    progress.close();
    save(learned::save);
    print(
        out() + ", for any model",
        List.of(List.of("articles", String.format(Locale.ROOT, "%,d", read.get()))));
    return read.get();
  }

  private Stream<SummarizedArticle> articles(WeightedInput input, Complaints complaints) {
    UsableItems items =
        reading()
            .items(
                Gold.SUMMARIES,
                sources(input),
                terminal().in(),
                UsableItems.Check.NONE,
                complaints);
    AtomicLong row = new AtomicLong();
    return items.stream()
        .filter(unused -> row.getAndIncrement() % input.every() == 0)
        .map(item -> new SummarizedArticle(named(item), item.summaries().get(0), input.weight()));
  }

  private String provenance(Headnote headnote) {
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
    return "trained on " + files + "; seed " + seed.value() + "; vectors of " + headnote.model();
  }
}
