package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures are worked out by hand. */
class RougeTest {

  @Test
  void countsUnigramsNoMoreOftenThanTheReferenceHasThem() {
    Rouge.Score score = Rouge.n(1, "the the the cat", "The cat sat on the mat.");

    assertThat(score.precision()).isEqualTo(3.0 / 4);
    assertThat(score.recall()).isEqualTo(3.0 / 6);
    assertThat(score.f1()).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void countsBigrams() {
    Rouge.Score score = Rouge.n(2, "police killed the gunman", "police kill the gunman");

    assertThat(score.precision()).isEqualTo(1.0 / 3);
    assertThat(score.recall()).isEqualTo(1.0 / 3);
  }

  /** The example of Lin 2004, section 3.2: the union of w1 w2 and w1 w3 w5 is 4 of 5 words. */
  @Test
  void takesTheUnionOfSubsequencesForLsum() {
    Rouge.Score score =
        Rouge.lsum(List.of("w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"), List.of("w1 w2 w3 w4 w5"));

    assertThat(score.recall()).isEqualTo(4.0 / 5);
    assertThat(score.precision()).isEqualTo(4.0 / 10);
  }

  @Test
  void isZeroWhereThereIsNothing() {
    assertThat(Rouge.n(1, "", "a").f1()).isZero();
    assertThat(Rouge.n(2, "a", "a").f1()).isZero();
    assertThat(Rouge.lsum(List.of(), List.of()).f1()).isZero();
  }
}
