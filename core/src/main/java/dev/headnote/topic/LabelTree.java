package dev.headnote.topic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** The hierarchy of a label set, by the labels' places in it. Immutable. */
final class LabelTree {

  /**
   * A narrower label is given if it has more than this part of the probability of the one above it:
   * if it is more probable than not, should that one apply.
   */
  private static final double DEFENDED = 0.5;

  /**
   * The share of a top-level label's own logit in the logarithm of its probability; the rest is
   * that of the labels below it, too. Chosen by docs/topics/labels.md.
   */
  private static final double OWN_SHARE = 0.2;

  /** For each label its parent's place; -1 for a top-level label. */
  private final int[] parents;

  /** For each label, how many labels are above it. */
  private final int[] depths;

  /** The labels that stand below no other. */
  private final int[] topLevel;

  /** All labels, each after its children. */
  private final int[] narrowestFirst;

  /**
   * @param labels a valid set: each parent is in it, and none is among its own parents
   */
  LabelTree(List<Label> labels) {
    Map<String, Integer> places = new HashMap<>();
    for (Label label : labels) {
      places.put(label.id(), places.size());
    }
    parents =
        labels.stream()
            .mapToInt(
                label ->
                    label.parent() == null
                        ? -1
                        : Objects.requireNonNull(places.get(label.parent())))
            .toArray();
    depths = depths(parents);
    topLevel = IntStream.range(0, parents.length).filter(i -> parents[i] < 0).toArray();
    narrowestFirst =
        IntStream.range(0, parents.length)
            .boxed()
            .sorted((a, b) -> depths[b] - depths[a])
            .mapToInt(i -> i)
            .toArray();
  }

  /** Goes each way up once: to where a depth is known, and down again from there. */
  private static int[] depths(int[] parents) {
    int[] depths = new int[parents.length];
    Arrays.fill(depths, -1);
    for (int label = 0; label < parents.length; label++) {
      int at = label;
      int steps = 0;
      for (; at >= 0 && depths[at] < 0; at = parents[at]) {
        steps++;
      }
      int depth = steps + (at < 0 ? -1 : depths[at]);
      for (at = label; at >= 0 && depths[at] < 0; at = parents[at]) {
        depths[at] = depth--;
      }
    }
    return depths;
  }

  /** How many labels are above one. */
  int depth(int label) {
    return depths[label];
  }

  /** Adds to each label's probability those of its children, in place. */
  void addChildren(double[] probabilities) {
    combineWithChildren(probabilities, (label, child) -> Math.min(1, label + child));
  }

  /**
   * Lets a top-level label's own meaning count for more than it does among all that stands below
   * the others, in place. The probabilities of the labels below it change with its own, and the sum
   * over the top level stays as it is. Without a hierarchy nothing changes.
   *
   * @param probabilities with those of the children
   * @param logits of all labels
   */
  void weighTopLevel(double[] probabilities, double[] logits) {
    if (topLevel.length == parents.length) {
      return;
    }
    double largest = Arrays.stream(topLevel).mapToDouble(top -> logits[top]).max().orElseThrow();
    double[] factors = new double[parents.length];
    double before = 0;
    double after = 0;
    for (int top : topLevel) {
      if (probabilities[top] > 0) {
        // So that it becomes a product of two softmaxes, each to the power of its share.
        factors[top] =
            Math.exp(OWN_SHARE * (logits[top] - largest)) / Math.pow(probabilities[top], OWN_SHARE);
        before += probabilities[top];
        after += probabilities[top] * factors[top];
      }
    }
    if (after == 0) {
      return;
    }
    for (int i = narrowestFirst.length - 1; i >= 0; i--) {
      int label = narrowestFirst[i];
      int parent = parents[label];
      factors[label] = parent < 0 ? factors[label] * before / after : factors[parent];
      // Rounding may exceed 1.
      probabilities[label] = Math.min(1, probabilities[label] * factors[label]);
    }
  }

  /** Raises each label's probability to the largest of its children's, in place. */
  void raiseToChildren(double[] probabilities) {
    combineWithChildren(probabilities, Math::max);
  }

  private void combineWithChildren(double[] probabilities, DoubleBinaryOperator combined) {
    for (int label : narrowestFirst) {
      int parent = parents[label];
      if (parent >= 0) {
        probabilities[parent] = combined.applyAsDouble(probabilities[parent], probabilities[label]);
      }
    }
  }

  /**
   * The label to give. From the most probable top-level label the way goes down to the most
   * probable child as long as that has more than half of its parent's probability. Of equally
   * probable labels the first is taken. docs/topics.md has how right that is.
   */
  int narrowestDefended(double[] probabilities) {
    // For each label its most probable child, and last the most probable top-level label.
    int[] best = new int[parents.length + 1];
    Arrays.fill(best, -1);
    for (int label = 0; label < parents.length; label++) {
      int parent = parents[label] < 0 ? parents.length : parents[label];
      if (best[parent] < 0 || probabilities[label] > probabilities[best[parent]]) {
        best[parent] = label;
      }
    }
    int given = best[parents.length];
    while (best[given] >= 0 && probabilities[best[given]] > DEFENDED * probabilities[given]) {
      given = best[given];
    }
    return given;
  }
}
