package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How examples are split for cross-validation. */
class FoldsTest {

  private static final int LABELS = 3;

  /** For each of 30 examples, its label. */
  private final boolean[][] gold =
      IntStream.range(0, 30)
          .mapToObj(
              i -> {
                boolean[] row = new boolean[LABELS];
                row[i % LABELS] = true;
                return row;
              })
          .toArray(boolean[][]::new);

  @Test
  void splitsExamplesOnceEachWithLabelsSpreadEvenly() {
    int[] each = IntStream.range(0, 30).toArray();
    Folds folds = Folds.of(gold, each, 5, 1);

    assertThat(IntStream.range(0, 5).flatMap(fold -> Arrays.stream(folds.in(fold))))
        .containsExactlyInAnyOrder(IntStream.range(0, 30).boxed().toArray(Integer[]::new));
    for (int label = 0; label < LABELS; label++) {
      int place = label;
      int[] counts =
          IntStream.range(0, 5)
              .map(fold -> (int) Arrays.stream(folds.in(fold)).filter(i -> gold[i][place]).count())
              .toArray();
      assertThat(Arrays.stream(counts).max().orElseThrow())
          .isLessThanOrEqualTo(Arrays.stream(counts).min().orElseThrow() + 1);
    }
    assertThat(folds.in(2)).doesNotContain(folds.outside(2));
    assertThat(Folds.of(gold, each, 5, 1).ofExamples()).isEqualTo(folds.ofExamples());
    assertThat(Folds.of(gold, each, 5, 2).ofExamples()).isNotEqualTo(folds.ofExamples());
  }

  /** They share a disclaimer, or there is nothing else: each fold must leave something over. */
  @Test
  void splitsCopiesOfWhichThereAreManyLikeOthers() {
    Folds folds = Folds.of(gold, new int[30], 5, 1);

    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.in(fold)).hasSize(6);
    }
  }

  /** Else a copy would be told by what was learned from the other. */
  @Test
  void keepsCopiesTogether() {
    int[] originals = IntStream.range(0, 30).map(i -> i % 10).toArray();
    Folds folds = Folds.of(gold, originals, 5, 1);

    for (int i = 0; i < 30; i++) {
      assertThat(folds.ofExamples()[i]).isEqualTo(folds.ofExamples()[originals[i]]);
    }
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.in(fold)).hasSize(6);
    }
  }
}
