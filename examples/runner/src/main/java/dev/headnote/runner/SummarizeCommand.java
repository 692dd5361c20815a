package dev.headnote.runner;

import dev.headnote.Headnote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The summary of each article. */
@Command(name = "summarize", description = "Summarise articles in sentences of their own.")
final class SummarizeCommand extends ArticlesCommand {

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  @Option(
      names = "--explain",
      description =
          "Say for each sentence what it is worth and why it is in the summary or not; in JSON as"
              + " the field \"explanation\".")
  private boolean explain;

  SummarizeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    Headnote.Builder builder =
        Headnote.builder().workers(workers()).summary(budget.toSummaryOptions());
    model.apply(builder);
    ModelWork.Verb verb = explain ? ModelWork.Verb.EXPLAIN : ModelWork.Verb.SUMMARIZE;
    return new ModelWork(builder.build(), verb, false);
  }
}
