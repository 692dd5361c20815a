package dev.headnote.runner;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds articles that say they have a label which is not in a set. Immutable. */
final class LabelCheck implements UsableItems.Check {

  private final Set<String> known;
  private final String name;

  /**
   * @param labels the labels that articles may have
   * @param name what messages call these
   */
  LabelCheck(LabelSet labels, String name) {
    this.known = labels.labels().stream().map(Label::id).collect(Collectors.toUnmodifiableSet());
    this.name = name;
  }

  @Override
  public @Nullable String problem(Item.Ready item) {
    return item.labels().stream()
        .filter(label -> !known.contains(label))
        .findFirst()
        .map(unknown -> "has the label \"" + unknown + "\", which is not among those of " + name)
        .orElse(null);
  }
}
