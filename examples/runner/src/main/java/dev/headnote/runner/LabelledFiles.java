package dev.headnote.runner;

import java.util.List;
import picocli.CommandLine.Parameters;

/** Files of articles whose labels are known. */
final class LabelledFiles {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description =
          "Labelled articles, .jsonl, .jsonl.gz or a .zip of them, a row {\"id\", \"title\","
              + " \"text\", \"label\"} a line; \"article\" or \"html\" may stand for \"text\", an"
              + " array \"labels\" for \"label\". A label of null, or no \"labels\" in the array,"
              + " says that none applies.")
  private List<String> names = List.of();

  List<String> names() {
    return names;
  }
}
