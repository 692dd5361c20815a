package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.evaluate.Rouge;
import dev.headnote.evaluate.SummaryEvaluation;
import dev.headnote.summary.SummaryOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares summaries with those that people wrote. */
@Command(
    name = "summaries",
    description =
        "Summarise articles of which people wrote summaries, and tell by ROUGE how near they come,"
            + " beside the article's first sentences and the best that its sentences could do.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote evaluate summaries --model instant --sentences 3 articles.jsonl.gz",
      "  headnote evaluate summaries --words 60 --stem --format json articles.jsonl"
    })
final class EvaluateSummariesCommand extends EvaluationCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description =
          "Articles with summaries, .jsonl, .jsonl.gz or a .zip of them, a row {\"id\", \"title\", \"article\","
              + " \"summary\"} a line; \"text\" or \"html\" may stand for \"article\". A summary has"
              + " a sentence a line; \"summaries\", an array, holds several of the same article.")
  private List<String> inputs = List.of();

  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final BudgetOptions budget = new BudgetOptions();

  @Option(
      names = "--stem",
      description = "Compare words without their English endings, as many papers do.")
  private boolean stem;

  EvaluateSummariesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<String> inputs() {
    return inputs;
  }

  @Override
  List<Path> settings() {
    return budget.files();
  }

  @Override
  Report evaluate(List<Source> sources, int cores, Complaints complaints) {
    SummaryOptions options = budget.toSummaryOptions();
    if (options.unit() == SummaryOptions.Unit.TOKENS) {
      // The lead and the oracle are held to the same length, and know no encoder.
      throw new RunFailure(Exit.USAGE, "summaries are not compared by --tokens; take --words");
    }
    Rouge rouge = stem ? Rouge.withStemming() : Rouge.withoutStemming();
    SummaryEvaluation evaluation = new SummaryEvaluation(rouge, options);
    UsableItems articles =
        reading()
            .items(Gold.SUMMARIES, sources, terminal().in(), UsableItems.Check.NONE, complaints);
    Headnote.Builder builder = Headnote.builder().workers(cores);
    budget.apply(builder);
    model.apply(builder);
    try (Headnote headnote = ModelOptions.build(builder)) {
      compare(
          articles,
          headnote::summarize,
          (item, summary) -> evaluation.add(summary, item.summaries()),
          complaints);
      complaints.conclude(evaluation.articles());
      if (evaluation.articles() == 0) {
        throw new RunFailure(Exit.USAGE, String.join(", ", inputs) + ": no article with a summary");
      }
      return new SummaryReport(
          inputs,
          headnote.model(),
          headnote.precision(),
          options,
          stem,
          complaints.count(),
          evaluation.metrics());
    }
  }
}
