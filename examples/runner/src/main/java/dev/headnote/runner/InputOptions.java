package dev.headnote.runner;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which articles are read, and what they are in. */
final class InputOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description =
          "Articles: files; folders, searched for .txt, .text, .html, .htm and .xhtml files; a .zip"
              + " of such files and of .jsonl; - for standard input. Any file may be packed by gzip"
              + " if its name ends in .gz.")
  private List<String> inputs = List.of();

  @Option(
      names = "--input",
      paramLabel = "KIND",
      defaultValue = "auto",
      description =
          "What the inputs hold: text, html, jsonl (a row {\"id\", \"title\", \"text\"} a line;"
              + " \"article\" or \"html\" may stand for \"text\"), or auto, which goes by the name."
              + " Rows on standard input have to be named. Default: auto.")
  private InputFormat inputFormat = InputFormat.AUTO;

  /**
   * Finds what is named, folders replaced by the articles in them.
   *
   * @throws RunFailure if none of it exists
   */
  List<Source> sources() {
    return Source.find(inputs, inputFormat);
  }
}
