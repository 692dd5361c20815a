package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticlePairsTest {

  // Words 0 to 3: red, sea, and, sky.
  private static final ArticlePairs PAIRS =
      new ArticlePairs(new ArticleWords(List.of("Red sea and sea", "", "red", "Red sky, red sea")));

  @Test
  void numbersPairsInTheOrderOfTheirWords() {
    assertThat(PAIRS.size()).isEqualTo(5);
    assertThat(List.of(PAIRS.left(0), PAIRS.right(0))).containsExactly(0, 1);
    assertThat(List.of(PAIRS.left(1), PAIRS.right(1))).containsExactly(0, 3);
    assertThat(List.of(PAIRS.left(4), PAIRS.right(4))).containsExactly(3, 0);
    for (int pair = 0; pair < PAIRS.size(); pair++) {
      assertThat(PAIRS.number(PAIRS.left(pair), PAIRS.right(pair))).isEqualTo(pair);
    }
  }

  @Test
  void saysWhichPairsASentenceHas() {
    assertThat(PAIRS.sentence(0)).containsExactly(0, 2, 3);
    assertThat(PAIRS.sentence(1)).isEmpty();
    assertThat(PAIRS.sentence(2)).isEmpty();
    assertThat(PAIRS.sentence(3)).containsExactly(1, 4, 0);
    assertThat(PAIRS.count(0)).isEqualTo(2);
    assertThat(PAIRS.first(0)).isZero();
    assertThat(PAIRS.first(4)).isEqualTo(3);
  }

  @Test
  void saysWhichDifferentPairsASentenceHas() {
    ArticlePairs pairs =
        new ArticlePairs(new ArticleWords(List.of("Red sea", "red sea, red sea and red sea")));

    assertThat(pairs.sentence(1)).containsExactly(0, 1, 0, 2, 3, 0);
    assertThat(pairs.different(1)).containsExactly(0, 1, 2, 3);
    assertThat(pairs.different(0)).containsExactly(0);
  }

  @Test
  void hasNoNumberForOtherPairs() {
    assertThat(PAIRS.number(0, 2)).isNegative();
    assertThat(PAIRS.number(3, 3)).isNegative();
    assertThat(PAIRS.number(WordNumbers.UNKNOWN, 1)).isNegative();
    assertThat(PAIRS.number(1, WordNumbers.UNKNOWN)).isNegative();
  }
}
