package dev.headnote.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Splits examples into folds for cross-validation. Each label is spread evenly over the folds, and
 * copies of one text are in the same fold.
 *
 * @param ofExamples for each example, the number of its fold
 * @param count how many folds there are
 */
record Folds(int[] ofExamples, int count) {

  /**
   * Splits examples at random. Where a text has so many copies that they would fill more than half
   * of a fold, they are not copies but share a disclaimer, and are split like other examples.
   *
   * @param gold for each example, which labels it has; the first of them counts
   * @param originals for each example, the first one that it is a copy of, or its own number
   * @param count how many folds, at least 2
   * @param seed of the random order; the same seed gives the same folds
   */
  static Folds of(boolean[][] gold, int[] originals, int count, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, gold.length).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingInt(example -> first(gold[example])));
    int[] copies = new int[gold.length];
    for (int original : originals) {
      copies[original]++;
    }
    int most = Math.max(1, gold.length / (2 * count));
    int[] folds = new int[gold.length];
    int[] sizes = new int[count];
    for (int example : order) {
      boolean alone = copies[originals[example]] > most;
      if (alone || originals[example] == example) {
        int smallest = smallest(sizes);
        folds[example] = smallest;
        sizes[smallest] += alone ? 1 : copies[example];
      }
    }
    for (int i = 0; i < folds.length; i++) {
      if (copies[originals[i]] <= most) {
        folds[i] = folds[originals[i]];
      }
    }
    return new Folds(folds, count);
  }

  private static int smallest(int[] sizes) {
    int smallest = 0;
    for (int fold = 1; fold < sizes.length; fold++) {
      smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
    }
    return smallest;
  }

  private static int first(boolean[] labels) {
    for (int label = 0; label < labels.length; label++) {
      if (labels[label]) {
        return label;
      }
    }
    return labels.length;
  }

  /** The numbers of the examples in a fold, ascending. */
  int[] in(int fold) {
    return IntStream.range(0, ofExamples.length).filter(i -> ofExamples[i] == fold).toArray();
  }

  /** The numbers of the examples in all other folds, ascending. */
  int[] outside(int fold) {
    return IntStream.range(0, ofExamples.length).filter(i -> ofExamples[i] != fold).toArray();
  }
}
