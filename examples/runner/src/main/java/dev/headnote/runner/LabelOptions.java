package dev.headnote.runner;

import dev.headnote.topic.LabelSet;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which labels an article is measured against. */
final class LabelOptions {

  @Option(
      names = "--labels",
      paramLabel = "FILE|NAME",
      defaultValue = "iptc",
      description =
          "A file of labels, a row {\"label\", \"name\", \"description\", \"parent\"} a line, of"
              + " which all but \"label\" may be left out; or iptc, the 17 subjects of IPTC Media"
              + " Topics; iptc-level2, those and the 120 below them; iab, the 704 categories of"
              + " IAB's Content Taxonomy 3.1. Default: iptc.")
  private String labels = "iptc";

  LabelSet load() {
    return switch (labels) {
      case "iptc" -> LabelSet.iptc();
      case "iptc-level2" -> LabelSet.iptcLevel2();
      case "iab" -> LabelSet.iab();
      default -> LabelSet.load(Path.of(labels));
    };
  }
}
