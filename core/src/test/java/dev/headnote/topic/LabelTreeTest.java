package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a hierarchy does with probabilities. */
class LabelTreeTest {

  /** Children may stand before their parents. */
  private static final List<Label> LABELS =
      List.of(
          new Label("hockey", "hockey", "", "sport"),
          new Label("arts", "arts", "", null),
          new Label("sport", "sport", "", null),
          new Label("ice hockey", "ice hockey", "", "hockey"),
          new Label("film", "film", "", "arts"));

  private static final LabelTree TREE = new LabelTree(LABELS);

  @Test
  void addsToALabelThoseOfAllItsDescendants() {
    double[] p = {0.1, 0.2, 0.05, 0.3, 0.15};
    TREE.addChildren(p);

    assertThat(p).containsExactly(new double[] {0.4, 0.35, 0.45, 0.3, 0.15}, within(1e-12));
  }

  @Test
  void letsATopLevelLabelsOwnMeaningCountForAFifth() {
    // A logit of 5 ln 2 more doubles the odds of "sport" to "arts".
    double[] p = {0.1, 0.4, 0.4, 0.05, 0.3};
    TREE.weighTopLevel(p, new double[] {7, 1, 1 + 5 * Math.log(2), 7, 7});

    double[] expected = {0.1 * 4 / 3, 0.4 * 2 / 3, 0.4 * 4 / 3, 0.05 * 4 / 3, 0.3 * 2 / 3};
    assertThat(p).containsExactly(expected, within(1e-12));
  }

  @Test
  void weighsTheTopLevelByFourFifthsOfWhatStandsBelowIt() {
    double[] p = {0, 0.64, 0.02, 0, 0};
    TREE.weighTopLevel(p, new double[5]);

    assertThat(p[1] / p[2]).isCloseTo(Math.pow(32, 0.8), within(1e-9));
    assertThat(p[1] + p[2]).isCloseTo(0.66, within(1e-12));
  }

  @Test
  void weighsNoLabelAboveOne() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double[] p = new double[5];
      p[1] = random.nextDouble() * 1e-15;
      p[2] = 1 - p[1];
      TREE.weighTopLevel(p, random.doubles(5, -9, 9).toArray());
      assertThat(p[2]).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void weighsNothingWhereAllIsImprobableOrThereIsNoHierarchy() {
    double[] zeros = new double[5];
    TREE.weighTopLevel(zeros, new double[] {1, 2, 3, 4, 5});
    assertThat(zeros).containsOnly(0);

    double[] p = {0, 0.6, 0, 0, 0.2};
    TREE.weighTopLevel(p, new double[] {1, 2, 3, 4, 5});
    assertThat(p).containsExactly(new double[] {0, 0.6, 0, 0, 0.2}, within(1e-12));

    double[] flat = {0.7, 0.1};
    new LabelTree(List.of(Label.of("a"), Label.of("b"))).weighTopLevel(flat, new double[] {0, 9});
    assertThat(flat).containsExactly(0.7, 0.1);
  }

  @Test
  void raisesALabelToTheLargestOfItsDescendants() {
    double[] p = {0.1, 0.2, 0.05, 0.3, 0.15};
    TREE.raiseToChildren(p);

    assertThat(p).containsExactly(0.3, 0.2, 0.3, 0.3, 0.15);
  }

  @Test
  void goesDownWhileALabelHasMoreThanHalfOfItsParent() {
    assertThat(given(0.6, 0.2, 0.7, 0.31, 0.1)).isEqualTo("ice hockey");
    assertThat(given(0.6, 0.2, 0.7, 0.3, 0.1)).isEqualTo("hockey");
    assertThat(given(0.35, 0.2, 0.7, 0.3, 0.1)).isEqualTo("sport");
  }

  @Test
  void goesDownFromATopLevelLabelThatIsImprobableItself() {
    assertThat(given(0.12, 0.1, 0.2, 0.05, 0.1)).isEqualTo("hockey");
  }

  /** The narrowest label is not the most probable branch's: the top level is decided first. */
  @Test
  void givesTheMostProbableTopLevelLabelHoweverImprobable() {
    assertThat(given(0.1, 0.3, 0.25, 0.05, 0.1)).isEqualTo("arts");
    assertThat(given(0, 0, 0, 0, 0)).isEqualTo("arts");
  }

  private static String given(double... probabilities) {
    return LABELS.get(TREE.narrowestDefended(probabilities)).id();
  }
}
