package dev.headnote.runner;

import dev.headnote.Headnote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Topics and summary of each article. */
@Command(name = "digest", description = "Label the topics of articles and summarise them.")
final class DigestCommand extends ArticlesCommand {

  @Mixin private final LabellingOptions labelling = new LabellingOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  DigestCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    Headnote.Builder builder =
        Headnote.builder().workers(workers()).summary(budget.toSummaryOptions());
    labelling.apply(builder, terminal());
    return new ModelWork(builder.build(), ModelWork.Verb.DIGEST, labelling.multiLabel());
  }
}
