package dev.headnote.topic;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Parts examples for cross-validation, so that each label is spread evenly over the parts and
 * copies are in one.
 *
 * @param ofExamples for each example, the number of its part
 * @param count how many parts there are
 */
record Folds(int[] ofExamples, int count) {

  /**
   * Parts examples at random. Copies of which there are more than half a part's are no copies but
   * share a disclaimer: they are parted like others.
   *
   * @param gold for each example, which labels it has; the first one counts
   * @param originals for each example, the first one that it is a copy of, or its own number
   * @param count how many parts, at least 2
   */
  static Folds of(boolean[][] gold, int[] originals, int count, long seed) {
    Integer[] order = IntStream.range(0, gold.length).boxed().toArray(Integer[]::new);
    Random random = new Random(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Integer moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
    Arrays.sort(order, (a, b) -> Integer.compare(first(gold[a]), first(gold[b])));
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

  /** The examples of a part, ascending. */
  int[] in(int fold) {
    return IntStream.range(0, ofExamples.length).filter(i -> ofExamples[i] == fold).toArray();
  }

  /** The examples of all other parts, ascending. */
  int[] outside(int fold) {
    return IntStream.range(0, ofExamples.length).filter(i -> ofExamples[i] != fold).toArray();
  }
}
