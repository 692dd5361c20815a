package dev.headnote.runner;

import picocli.CommandLine.Command;

/** The prose of each article. Loads no model. */
@Command(
    name = "clean",
    description = "Take bylines, date lines, promotions and page navigation away from articles.")
final class CleanCommand extends ArticlesCommand {

  CleanCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    return article -> new CleanRow(article.title(), article.cleaned());
  }
}
