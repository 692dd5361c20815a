package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.topic.TopicOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Topics of each article. */
@Command(
    name = "topics",
    description = "Label the topics of articles, with the sentences that speak for each.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote topics --labels labels.jsonl articles.jsonl",
      "  headnote topics --labels iab --multi-label --format csv --output topics.csv news/",
      "  headnote topics --topic-model news.topics articles.jsonl"
    })
final class TopicsCommand extends ArticlesCommand {

  @Mixin private final LabellingOptions labelling = new LabellingOptions();

  TopicsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Path> settings() {
    return labelling.files();
  }

  @Override
  Work open() {
    Headnote.Builder builder = Headnote.builder().workers(workers());
    LabellingOptions.Chosen labels = labelling.apply(builder, TopicOptions.defaults(), terminal());
    return new ModelWork(labelling.build(builder), ModelWork.Verb.TOPICS, labels.several());
  }
}
