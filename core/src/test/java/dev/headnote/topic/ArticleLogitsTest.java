package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A sentence counts by how clearly it speaks for one label. */
class ArticleLogitsTest {

  @Test
  void clarityIsTheLargestPartOfASofterSoftmaxOverTheLabels() {
    assertThat(ArticleLogits.clarity(new double[] {3, 3, 3}, 3)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(ArticleLogits.clarity(new double[] {0, 2}, 2))
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThat(ArticleLogits.clarity(new double[] {0, 2, 99}, 2))
        .as("others stand behind them")
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThat(ArticleLogits.clarity(new double[] {-1e4, 1e4}, 2)).isEqualTo(1);
  }

  @Test
  void anUnclearSentenceCountsForLess() {
    ArticleLogits article = new ArticleLogits(2, 2, 2, new StrongestSentences(2, 3));
    article.addSentence(0.5, new double[] {1, 0}, new double[] {8, 0});
    article.addSentence(0.5, new double[] {0, 1}, new double[] {8, 8});

    List<Evidence> evidence = article.evidence().get(0);
    double clear = evidence.get(0).contribution();
    double unclear = evidence.get(1).contribution();
    assertThat(evidence).extracting(Evidence::sentence).containsExactly(0, 1);
    double least = ArticleLogits.LEAST_CLARITY;
    assertThat(unclear / clear)
        .isCloseTo((least + 0.5) / (least + 1 / (1 + Math.exp(-4))), within(1e-9));
    assertThat(clear + unclear).isCloseTo(article.logits()[0], within(1e-9));
  }
}
