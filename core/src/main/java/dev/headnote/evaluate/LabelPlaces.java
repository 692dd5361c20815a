package dev.headnote.evaluate;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The labels of a set by their index in it, and which of them stand above others. Immutable. */
final class LabelPlaces {

  private static final int NO_PARENT = -1;

  private final List<Label> labels;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] parents;

  LabelPlaces(LabelSet set) {
    labels = set.labels();
    for (Label label : labels) {
      places.put(label.id(), places.size());
    }
    parents =
        labels.stream()
            .mapToInt(
                label ->
                    label.parent() == null
                        ? NO_PARENT
                        : Objects.requireNonNull(places.get(label.parent())))
            .toArray();
  }

  List<Label> labels() {
    return labels;
  }

  boolean isHierarchy() {
    return labels.stream().anyMatch(label -> label.parent() != null);
  }

  /**
   * The index of a label.
   *
   * @throws IllegalArgumentException if there is no such label
   */
  int place(String id) {
    Integer place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("there is no label \"" + id + "\" in the set");
    }
    return place;
  }

  /**
   * The indexes of labels.
   *
   * @throws IllegalArgumentException if there is no such label
   */
  BitSet of(Collection<String> ids) {
    BitSet found = new BitSet();
    ids.forEach(id -> found.set(place(id)));
    return found;
  }

  /** Some labels and all labels above them: an article with a label also has those above it. */
  BitSet withBroader(BitSet narrow) {
    BitSet all = new BitSet();
    narrow.stream()
        .forEach(
            label -> {
              for (int next = label; next != NO_PARENT; next = parents[next]) {
                all.set(next);
              }
            });
    return all;
  }

  /** The top-level labels above some labels; a top-level label stands for itself. */
  BitSet tops(BitSet narrow) {
    BitSet tops = new BitSet();
    narrow.stream().forEach(label -> tops.set(top(label)));
    return tops;
  }

  private int top(int label) {
    int top = label;
    while (parents[top] != NO_PARENT) {
      top = parents[top];
    }
    return top;
  }
}
