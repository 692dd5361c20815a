package dev.headnote.runner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The prose of each article. Loads no model. */
@Command(
    name = "clean",
    description = "Take bylines, date lines, promotions and page navigation away from articles.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {"  headnote clean page.html", "  headnote clean --explain --format jsonl pages.zip"})
final class CleanCommand extends ArticlesCommand {

  @Option(
      names = "--explain",
      description =
          "Say of each line that is left out why; in JSON as the field \"furniture\", with offsets"
              + " into the article's text. A csv has no column for it.")
  private boolean explain;

  CleanCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    return article -> {
      CleanRow row = CleanRow.of(article);
      return explain ? new ExplainedCleanRow(row, article) : row;
    };
  }
}
