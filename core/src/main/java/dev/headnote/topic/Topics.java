package dev.headnote.topic;

import java.util.List;
import java.util.Optional;

/**
 * The topics of an article. Immutable.
 *
 * @param all every label of the set, best first
 * @param noneProbability the probability that none of the labels applies, between 0 and 1
 * @param model the name of the model that decided; in a cascade, the tier
 */
public record Topics(List<Topic> all, double noneProbability, String model) {

  public Topics {
    all = List.copyOf(all);
  }

  /** Whether "none of these" is more probable than each label. */
  public boolean none() {
    return all.isEmpty() || noneProbability > all.get(0).probability();
  }

  /** The most probable label, or empty if {@link #none()}. */
  public Optional<Topic> best() {
    return none() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** The topics whose probability is at least a threshold, best first. */
  public List<Topic> atLeast(double probability) {
    return all.stream().filter(topic -> topic.probability() >= probability).toList();
  }
}
