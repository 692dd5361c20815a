package dev.headnote.topic;

import java.util.List;
import java.util.Objects;

/**
 * A label and how far an article bears it out.
 *
 * @param label the label
 * @param probability between 0 and 1; over the labels of a set, and none of them, these add up to 1
 * @param evidence the sentences that speak most for it, strongest first; empty for an article
 *     without sentences
 */
public record Topic(Label label, double probability, List<Evidence> evidence) {

  public Topic {
    Objects.requireNonNull(label, "label");
    evidence = List.copyOf(evidence);
  }
}
