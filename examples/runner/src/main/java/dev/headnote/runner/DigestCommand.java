package dev.headnote.runner;

import dev.headnote.Headnote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Topics and summary of each article. */
@Command(name = "digest", description = "Label the topics of articles and summarise them.")
final class DigestCommand extends ArticlesCommand {

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final LabelOptions labels = new LabelOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  DigestCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    Headnote.Builder builder =
        Headnote.builder().workers(workers()).summary(budget.toSummaryOptions());
    labels.apply(builder, terminal());
    model.apply(builder);
    return new ModelWork(builder.build(), ModelWork.Verb.DIGEST, labels.multiLabel());
  }
}
