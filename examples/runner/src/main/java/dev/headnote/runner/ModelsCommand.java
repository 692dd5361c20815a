package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.encode.ModelFiles;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The models that can be named. */
@Command(
    name = "models",
    description =
        "List the models that --model can name: their size, quality and speed (what was measured is"
            + " in docs/quality.md and docs/instant.md).",
    footerHeading = HelpPage.EXAMPLES,
    footer = {"  headnote models", "  headnote models --format jsonl"})
final class ModelsCommand implements Callable<Integer> {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = OutputFormat.Converter.class,
      description = "How to write: text, json or jsonl. Default: text.")
  private OutputFormat format = OutputFormat.TEXT;

  private final Terminal terminal;

  ModelsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (format == OutputFormat.HTML || format == OutputFormat.CSV) {
      throw new RunFailure(Exit.USAGE, "--format: models are listed as text, json or jsonl");
    }
    return Output.print(terminal, this::write).code();
  }

  private void write(Output output) throws IOException {
    RowWriter rows = format.writer(output, terminal, true);
    for (String name : ModelFiles.available()) {
      ModelFiles files = ModelFiles.named(name);
      rows.write(
          RowId.ofText(name),
          new ModelRow(
              files.card(), files.bytes(), name.equals(Headnote.DEFAULT_MODEL), Measured.of(name)));
    }
    rows.finish();
  }
}
