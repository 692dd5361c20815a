package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What summaries are compared with does what the papers say; worked out by hand. */
class BaselinesTest {

  private static final Offset<Double> EXACTLY = within(1e-6);

  @Test
  void weighsWordsByHowFewArticlesHaveThem() {
    TfIdf tfIdf = new TfIdf(List.of(List.of("the cat", "the hat"), List.of("The dog.")));
    double[][] cosines = tfIdf.similarities(List.of("the cat", "cat dog", "the the", "a dog"));
    assertThat(cosines[0][0]).isCloseTo(1, EXACTLY);
    assertThat(cosines[0][1]).as("the counts for nothing").isCloseTo(Math.sqrt(0.5), EXACTLY);
    assertThat(cosines[0][2]).isZero();
    assertThat(cosines[2][2]).isZero();
    assertThat(cosines[1][3]).as("a is as rare as dog").isCloseTo(0.5, EXACTLY);
  }

  @Test
  void addsUpNearnessToAll() {
    assertThat(Centroid.scores(new double[][] {{1, 0.5}, {0.5, 1}})).containsExactly(1.5, 1.5);
    assertThat(Centroid.scores(new double[][] {{1, 0, 0.5}, {0, 1, 0}, {0.5, 0, 1}}))
        .containsExactly(1.5, 1, 1.5);
  }

  /** The middle of three in a row: m = .05 + .85 (1 - m), the others half of the rest each. */
  @Test
  void walksMostOverWhatIsLikeMost() {
    double[] visits = RandomWalk.visits(new double[][] {{0, 1, 0}, {2, 0, 2}, {0, 1, 0}});
    double middle = 0.9 / 1.85;
    assertThat(visits[1]).isCloseTo(middle, EXACTLY);
    assertThat(visits[0]).isCloseTo((1 - middle) / 2, EXACTLY);
    assertThat(RandomWalk.visits(new double[2][2]))
        .containsExactly(new double[] {0.5, 0.5}, EXACTLY);
  }

  @Test
  void ranksByCosines() {
    double[] scores = LexRank.scores(new double[][] {{1, 0.5, -0.2}, {0.5, 1, 0}, {-0.2, 0, 1}});
    assertThat(scores[0]).isCloseTo(1.0 / 3, EXACTLY);
    assertThat(scores[2]).as("alone, and not repelled").isCloseTo(1.0 / 3, EXACTLY);
  }

  /** 2 / log 8 and 1 / log 16 for the first, 2 / log 8 and 1 / log 8 for the second. */
  @Test
  void ranksByWordsInCommon() {
    double[] scores = TextRank.scores(List.of("a b c d", "A, b", "a x y z", "q"));
    assertThat(scores[1]).as("as many words in common, but shorter").isGreaterThan(scores[0]);
    assertThat(scores[0]).isGreaterThan(scores[2]);
    assertThat(scores[2]).isGreaterThan(scores[3]);
  }

  @Test
  void tellsWhatIsBeforeFromWhatIsAfter() {
    double[][] similarities = {{9, 0.6, 0.2}, {0.6, 9, 0.4}, {0.2, 0.4, 9}};
    assertThat(new PacSum(-1, 2, 0).scores(similarities))
        .as("less .2, the least; 2(.4 + 0), 2(.2) - .4, -.2")
        .containsExactly(new double[] {0.8, 0, -0.2}, EXACTLY);
    assertThat(new PacSum(-1, 2, 0.5).scores(similarities))
        .as("less .4")
        .containsExactly(new double[] {0.4, -0.2, 0}, EXACTLY);
  }
}
