package dev.headnote.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The topics of an article. Immutable.
 *
 * @param all every label of the set, most probable first; of equally probable ones the narrower
 * @param assigned the labels that the article is given, most probable first: one at most, unless it
 *     may have several. In a hierarchy the one is found from the most probable top-level label
 *     down: a narrower one is given as long as it has more than half of the probability of the one
 *     above it. With one label at most, none is given where {@code noneProbability} exceeds {@link
 *     TopicClassifier#noneThreshold()}; of several, each is that reaches a probability of its own
 * @param noneProbability the probability that none of the labels applies, between 0 and 1
 * @param model the name of the model that decided; in a cascade, the tier
 */
public record Topics(List<Topic> all, List<Topic> assigned, double noneProbability, String model) {

  public Topics {
    all = List.copyOf(all);
    assigned = List.copyOf(assigned);
  }

  /** Whether the article is given none of the labels. */
  public boolean none() {
    return assigned.isEmpty();
  }

  /** The label that the article is given, the most probable if there are several, if any. */
  public Optional<Topic> best() {
    return assigned.stream().findFirst();
  }

  /**
   * The way to {@link #best()} in a hierarchy, from its top-level label down; in a flat set {@code
   * best()} alone. Empty if there is none.
   */
  public List<Topic> path() {
    Map<String, Topic> byId =
        all.stream().collect(Collectors.toMap(topic -> topic.label().id(), Function.identity()));
    List<Topic> path = new ArrayList<>();
    for (Topic topic = best().orElse(null);
        topic != null;
        topic = topic.label().parent() == null ? null : byId.get(topic.label().parent())) {
      path.add(topic);
    }
    Collections.reverse(path);
    return List.copyOf(path);
  }

  /** The topics whose probability is at least a threshold, best first. */
  public List<Topic> atLeast(double probability) {
    return all.stream().filter(topic -> topic.probability() >= probability).toList();
  }
}
