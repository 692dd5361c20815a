package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
