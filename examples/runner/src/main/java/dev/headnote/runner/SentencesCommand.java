package dev.headnote.runner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the sentences of each article are. Loads no model. */
@Command(
    name = "sentences",
    description = "Find the sentences of articles.",
    footerHeading = HelpPage.EXAMPLES,
    footer = {
      "  headnote sentences article.txt",
      "  headnote sentences --language de --with-text --format jsonl artikel.txt"
    })
final class SentencesCommand extends ArticlesCommand {

  @Option(
      names = "--with-text",
      description =
          "Write each sentence's text beside its offsets in JSON. A csv has neither, and the other"
              + " formats always have the text.")
  private boolean withText;

  SentencesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Work open() {
    return article -> new SentencesRow(article.sentences(), withText);
  }
}
