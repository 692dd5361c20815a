package dev.headnote.runner;

import dev.headnote.Headnote;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which labels an article is measured against, and how many it may have. */
final class LabelOptions {

  static final String MULTI_LABEL = "--multi-label";

  private static final String DEFAULT = "iptc";

  /** The labels that come along. */
  private static final List<String> SHIPPED = List.of(DEFAULT, "iptc-level2", "iab");

  /** How many labels a hint names. */
  private static final int MOST_NAMED = 5;

  @Option(
      names = "--labels",
      paramLabel = "FILE|NAME",
      completionCandidates = Names.class,
      description =
          "A file of labels, a row {\"label\", \"name\", \"description\", \"parent\"} a line, of"
              + " which all but \"label\" may be left out; or iptc, the 17 subjects of IPTC Media"
              + " Topics; iptc-level2, those and the 120 below them; iab, the 704 categories of"
              + " IAB's Content Taxonomy 3.1. Default: iptc; to train, name them.")
  private @Nullable String labels;

  @Option(
      names = MULTI_LABEL,
      description =
          "Give an article all labels that apply, each with a probability of its own. Default: one"
              + " label at most.")
  private boolean multiLabel;

  /**
   * Sets which labels are given, and how many.
   *
   * @param terminal is told if labels of a file are described unevenly
   * @return the labels
   */
  LabelSet apply(Headnote.Builder builder, Terminal terminal) {
    LabelSet set = load(terminal);
    builder.labels(set);
    if (multiLabel) {
      builder.multiLabel();
    }
    return set;
  }

  /** Whether the command line names labels. */
  boolean isGiven() {
    return labels != null;
  }

  /** The file of labels, if one is named. */
  List<Path> files() {
    boolean named = labels != null && !SHIPPED.contains(labels);
    return named ? List.of(Path.of(name())) : List.of();
  }

  /** What the command line calls the labels. */
  String name() {
    return labels == null ? DEFAULT : labels;
  }

  boolean multiLabel() {
    return multiLabel;
  }

  private LabelSet load(Terminal terminal) {
    String name = name();
    return switch (name) {
      case "iptc" -> LabelSet.iptc();
      case "iptc-level2" -> LabelSet.iptcLevel2();
      case "iab" -> LabelSet.iab();
      default -> {
        Path file = Path.of(name);
        if (name.isEmpty() || !Files.exists(file)) {
          throw new RunFailure(
              Exit.USAGE,
              "--labels: there is no file \""
                  + name
                  + "\"; give one of JSON lines, or "
                  + String.join(", ", new Names()));
        }
        LabelSet set = LabelSet.load(file);
        hint(set, terminal);
        yield set;
      }
    };
  }

  /** Labels are told apart worse where only some are described. */
  private void hint(LabelSet set, Terminal terminal) {
    List<String> bare =
        set.labels().stream()
            .filter(label -> label.description().isBlank())
            .map(Label::id)
            .toList();
    if (bare.isEmpty() || bare.size() == set.size()) {
      return;
    }
    String named =
        bare.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
            + (bare.size() > MOST_NAMED ? ", …" : "");
    terminal.complain(
        name()
            + ": "
            + bare.size()
            + " of "
            + set.size()
            + " labels have no \"description\" ("
            + named
            + "); a sentence for each would help, as a mixed set does worse");
  }

  /** The labels that come along, for a shell to complete. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return SHIPPED.iterator();
    }
  }
}
