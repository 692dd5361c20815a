package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The summary of each article. */
@Command(
    name = "summarize",
    description = "Summarise articles in sentences of their own.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote summarize --words 60 article.txt",
      "  headnote summarize --query 'who pays for it' --explain article.html",
      "  headnote summarize --together --sentences 5 reports/"
    })
final class SummarizeCommand extends ArticlesCommand {

  private static final String TOGETHER = "--together";
  private static final String ARRANGE = "--arrange";

  /** What one summary of several articles has no use for. */
  private static final List<String> OF_ONE_ARTICLE =
      List.of("--order", "--diversity", "--even", "--coherence", "--explain");

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  @Option(
      names = TOGETHER,
      description =
          "One summary of all articles, as of reports of one event; each sentence with all the"
              + " articles that say it.")
  private boolean together;

  @Option(
      names = ARRANGE,
      paramLabel = "ARRANGEMENT",
      defaultValue = "time",
      description =
          "How the lines of --together follow each other: time, as the articles in the order"
              + " given first said them, or document, those of an article together. Default: time.")
  private LineOrder order = LineOrder.TIME;

  @Option(
      names = "--explain",
      description =
          "Say for each sentence what it is worth and why it is in the summary or not; in JSON as"
              + " the field \"explanation\". A csv has no column for it.")
  private boolean explain;

  SummarizeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    if (together) {
      OF_ONE_ARTICLE.forEach(option -> refuse(option, TOGETHER + " has no use for it"));
      takeAtMost(model.maxSentences());
      return callTogether(this::summary);
    }
    refuse(ARRANGE, "goes with " + TOGETHER);
    return super.call();
  }

  private void refuse(String option, String why) {
    if (isGiven(option)) {
      throw new RunFailure(Exit.USAGE, option + ": " + why);
    }
  }

  @Override
  List<Path> settings() {
    return budget.files();
  }

  @Override
  Work open() {
    ModelWork.Verb verb = explain ? ModelWork.Verb.EXPLAIN : ModelWork.Verb.SUMMARIZE;
    return new ModelWork(headnote(), verb, false);
  }

  private Row summary(List<Item.Ready> articles, Consumer<Item.Failed> failures) {
    List<RowId> ids = articles.stream().map(Item.Ready::id).toList();
    try (Headnote headnote = headnote()) {
      MultiDocumentSummary summary =
          headnote.summarizeTogether(
              articles.stream().map(Item.Ready::article).toList(),
              order,
              (place, failure) ->
                  failures.accept(
                      articles.get(place).failed(String.valueOf(failure.getMessage()))));
      return new TogetherRow(ids, summary, headnote.precision());
    }
  }

  private Headnote headnote() {
    Headnote.Builder builder = Headnote.builder().workers(workers());
    budget.apply(builder);
    model.apply(builder);
    return ModelOptions.build(builder);
  }
}
