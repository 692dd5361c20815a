package dev.headnote.runner;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles that say which labels they have, {@code "label"} or {@code "labels"}. A label that
 * is null, or an empty array of them, says that none applies. A row with a label that isn't in the
 * set can't be used.
 */
final class LabelledRows extends GoldRows<LabelledRow> {

  private final Set<String> known;
  private final String name;

  /**
   * @param labels the labels that rows may have
   * @param name what messages call these
   * @param failures is told of what can't be used, in the reading thread
   */
  LabelledRows(
      InputReader reader,
      ItemParser parser,
      LabelSet labels,
      String name,
      Consumer<Item.Failed> failures) {
    super(reader, parser, failures);
    this.name = name;
    this.known = labels.labels().stream().map(Label::id).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  LabelledRow row(Item.Ready ready, String sourceName, long line) {
    return new LabelledRow(ready.id(), ready.article(), ready.labels(), sourceName, line);
  }

  @Override
  @Nullable String problem(LabelledRow row) {
    return row.labels().stream()
        .filter(label -> !known.contains(label))
        .findFirst()
        .map(unknown -> "has the label \"" + unknown + "\", which is not among those of " + name)
        .orElse(null);
  }
}
