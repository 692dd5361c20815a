package dev.headnote.runner;

import dev.headnote.topic.LabelSet;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which labels an article is measured against. */
final class LabelOptions {

  @Option(
      names = "--labels",
      paramLabel = "FILE|iptc",
      defaultValue = "iptc",
      description =
          "A file of labels, a row {\"label\", \"name\", \"description\", \"parent\"} a line, of"
              + " which all but \"label\" may be left out; or iptc, the 17 subjects of IPTC Media"
              + " Topics. Default: iptc.")
  private String labels = "iptc";

  LabelSet load() {
    return switch (labels) {
      case "iptc" -> LabelSet.iptc();
      case "iab" ->
          throw new RunFailure(
              Exit.USAGE, "--labels: iab is not in this release; give iptc or a file of labels");
      default -> LabelSet.load(Path.of(labels));
    };
  }
}
