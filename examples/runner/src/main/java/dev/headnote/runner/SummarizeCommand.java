package dev.headnote.runner;

import dev.headnote.Headnote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The summary of each article. */
@Command(name = "summarize", description = "Summarise articles in sentences of their own.")
final class SummarizeCommand extends ArticlesCommand {

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  SummarizeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    Headnote.Builder builder =
        Headnote.builder().workers(workers()).summary(budget.toSummaryOptions());
    model.apply(builder);
    return new ModelWork(builder.build(), ModelWork.Verb.SUMMARIZE, false);
  }
}
