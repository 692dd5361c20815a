package dev.headnote.topic;

import java.util.List;
import java.util.Objects;

/**
 * A label and how far an article bears it out.
 *
 * @param label the label
 * @param probability between 0 and 1. Over the labels of a flat set, and none of them, these add up
 *     to 1; in a hierarchy a label's includes those of its children; if an article may have several
 *     labels, each label's stands by itself
 * @param logit what the probability comes from: the sum of {@code prior}, {@code title} and the
 *     contributions of all sentences
 * @param prior the part of the logit that does not depend on the article; 0 without training
 * @param title what the title adds to the logit; 0 if there is none
 * @param evidence the sentences that add most to the logit, strongest first, as many as {@link
 *     TopicOptions#evidence()} asks for; empty for an article without sentences
 */
public record Topic(
    Label label,
    double probability,
    double logit,
    double prior,
    double title,
    List<Evidence> evidence) {

  public Topic {
    Objects.requireNonNull(label, "label");
    evidence = List.copyOf(evidence);
  }
}
