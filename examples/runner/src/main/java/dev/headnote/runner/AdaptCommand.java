package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.topic.TopicModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adapts labels to a collection, by articles whose labels are not known. */
@Command(
    name = "adapt",
    description = {
      "Adapt labels to a collection, by articles of it whose labels are not known.",
      "",
      "Takes some hundred or thousand of the articles that are to be labelled, or others like"
          + " them. Labels in their rows are not looked at: where there are any, \"headnote train\""
          + " is better. The same articles and options give the same topic model on the same"
          + " machine. Use it with --topic-model FILE.",
      ""
    },
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote adapt --labels labels.jsonl --out news.topics articles.jsonl",
      "  headnote topics --topic-model news.topics articles.jsonl"
    })
final class AdaptCommand extends LearningCommand {

  @Mixin private final InputOptions inputs = new InputOptions();

  @Mixin private final LabelOptions labels = new LabelOptions();

  private List<Source> sources = List.of();

  AdaptCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Set<String> ofNoUse() {
    return Set.of(ModelOptions.CASCADE, LabelOptions.MULTI_LABEL);
  }

  @Override
  List<Path> findInputs() {
    sources = inputs.sources();
    return Stream.concat(Source.files(sources).stream(), labels.files().stream()).toList();
  }

  @Override
  void prepare(Headnote.Builder builder) {
    if (labels.multiLabel()) {
      throw new RunFailure(
          Exit.USAGE,
          LabelOptions.MULTI_LABEL + ": is for labelling; give it beside --topic-model");
    }
    labels.apply(builder, terminal());
  }

  @Override
  long learn(Headnote headnote, Complaints complaints, StageProgress progress) throws IOException {
    UsableItems items =
        reading()
            .items(Gold.NONE, sources, terminal().in(), LearningCommand::holdsNothing, complaints);
    Stream<Article> articles = items.stream().map(LearningCommand::named);
    TopicModel learned = headnote.adapt(counted(articles, new AtomicLong(), progress), progress);
    progress.close();
    save(learned::save);
    print(learned);
    return learned.provenance().unlabelled();
  }

  private void print(TopicModel learned) throws IOException {
    List<List<String>> rows =
        List.of(
            List.of(
                "articles", String.format(Locale.ROOT, "%,d", learned.provenance().unlabelled())),
            List.of("labels", String.format(Locale.ROOT, "%,d", learned.labels().size())));
    print(learned, rows);
  }
}
