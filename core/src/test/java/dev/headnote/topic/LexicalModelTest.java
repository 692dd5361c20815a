package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a topic model sees of an article's words. */
class LexicalModelTest {

  @Test
  void seesWordsAndPairsWhateverTheirCaseAndPunctuation() {
    assertThat(LexicalFeatures.of("Ice hockey, Zürich 2026"))
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isEqualTo(LexicalFeatures.of("ice HOCKEY: (zürich) 2026!"));
    assertThat(LexicalFeatures.of("ice hockey")).isNotEqualTo(LexicalFeatures.of("hockey ice"));
    assertThat(LexicalFeatures.of(" \u2026 ,")).isEmpty();
    assertThat(LexicalFeatures.of("")).isEmpty();
    assertThat(LexicalFeatures.of("ice hoc\u00adkey")).isEqualTo(LexicalFeatures.of("ice hockey"));
  }

  @Test
  void knowsWhatEnoughArticlesHaveAndHowRareItIs() {
    LexicalVocabulary vocabulary =
        LexicalVocabulary.of(List.of(List.of(1L, 2L), List.of(-5L, 2L), List.of(2L, -5L)), 2, 10);

    assertThat(vocabulary.features()).containsExactly(-5, 2);
    assertThat(vocabulary.inverseFrequencies())
        .containsExactly(new double[] {Math.log(4.0 / 3), 0}, within(1e-12));
    assertThat(vocabulary.ofUnknown()).isEqualTo(Math.log(4));
    assertThat(LexicalVocabulary.of(List.of(List.of(1L, 2L), List.of(2L)), 1, 1).features())
        .as("the most frequent")
        .containsExactly(2);
  }

  /** A word that comes in two sentences counts by the logarithm, and half of it in each. */
  @Test
  void addsUpOverSentencesToTheWholeArticlesWeights() {
    EncodedArticle article =
        new EncodedArticle(
            List.of("goal goal", "a goal"), new float[2][1], "match", new float[1], null);
    long goal = LexicalFeatures.of("goal")[0];
    long match = LexicalFeatures.of("match")[0];
    LexicalVocabulary vocabulary =
        LexicalVocabulary.of(List.of(List.of(goal), List.of(match), List.of(9L)), 1, 9);
    LexicalModel model = new LexicalModel(vocabulary, weights(vocabulary, goal, match), 2);

    LexicalModel.Contributions read = model.read(article);
    double[][] ofTexts = new double[3][2];
    for (int text = 0; text < 3; text++) {
      read.add(text, ofTexts[text]);
    }

    SparseExamples whole =
        SparseExamples.of(List.of(LexicalCounts.of(article).counts()), vocabulary);
    double ofGoal = valueOf(whole, vocabulary.find(goal));
    double ofMatch = valueOf(whole, vocabulary.find(match));
    assertThat(ofGoal / ofMatch).isCloseTo(Math.log1p(3) / Math.log1p(1), within(1e-6));
    assertThat(ofTexts[0]).containsExactly(new double[] {2 * ofGoal * 2 / 3, 0}, within(1e-6));
    assertThat(ofTexts[1]).containsExactly(new double[] {2 * ofGoal / 3, 0}, within(1e-6));
    assertThat(ofTexts[2]).containsExactly(new double[] {0, 3 * ofMatch}, within(1e-6));
  }

  private static float[] weights(LexicalVocabulary vocabulary, long goal, long match) {
    float[] weights = new float[2 * vocabulary.size()];
    weights[2 * vocabulary.find(goal)] = 2;
    weights[2 * vocabulary.find(match) + 1] = 3;
    return weights;
  }

  private static double valueOf(SparseExamples examples, int place) {
    for (int i = 0; i < examples.places()[0].length; i++) {
      if (examples.places()[0][i] == place) {
        return examples.values()[0][i];
      }
    }
    throw new AssertionError("the feature is missing");
  }

  @Test
  void anArticleWithoutWordsHasALengthToDivideBy() {
    LexicalVocabulary vocabulary = LexicalVocabulary.of(List.of(List.of(1L)), 1, 9);

    assertThat(vocabulary.length(Map.of())).isEqualTo(1);
  }
}
