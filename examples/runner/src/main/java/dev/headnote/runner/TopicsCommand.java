package dev.headnote.runner;

import dev.headnote.Headnote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Topics of each article. */
@Command(
    name = "topics",
    description = "Label the topics of articles, with the sentences that speak for each.")
final class TopicsCommand extends ArticlesCommand {

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final LabelOptions labels = new LabelOptions();

  TopicsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    Headnote.Builder builder = Headnote.builder().workers(workers());
    labels.apply(builder, terminal());
    model.apply(builder);
    return new ModelWork(builder.build(), ModelWork.Verb.TOPICS, labels.multiLabel());
  }
}
