package dev.headnote.runner;

import dev.headnote.topic.Label;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What labels are called before a person: by their names, of which several may have one, such as
 * politics of Europe and of the USA; these have their identifiers beside them. Immutable.
 */
final class LabelNames {

  private final Set<String> shared = new HashSet<>();

  /**
   * @param all the labels of the set
   */
  LabelNames(Collection<Label> all) {
    Set<String> names = new HashSet<>();
    for (Label label : all) {
      if (!names.add(label.name())) {
        shared.add(label.name());
      }
    }
  }

  String of(Label label) {
    return shared.contains(label.name()) ? label.name() + " (" + label.id() + ")" : label.name();
  }
}
