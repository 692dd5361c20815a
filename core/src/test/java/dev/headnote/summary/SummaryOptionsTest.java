package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions.Coherence;
import dev.headnote.summary.SummaryOptions.Order;
import dev.headnote.summary.SummaryOptions.Unit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which options can be asked for. */
class SummaryOptionsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesABudgetThatNoSummaryCouldKeep(int budget) {
    assertThatIllegalArgumentException().isThrownBy(() -> SummaryOptions.maxSentences(budget));
    assertThatIllegalArgumentException().isThrownBy(() -> SummaryOptions.maxWords(budget));
    assertThatIllegalArgumentException().isThrownBy(() -> SummaryOptions.maxChars(budget));
    assertThatIllegalArgumentException().isThrownBy(() -> SummaryOptions.maxTokens(budget));
  }

  @Test
  void givesTheSameCounterOfTokensEachTime() {
    SummaryOptions options = SummaryOptions.maxTokens(5, String::length);

    assertThat(options.tokens()).isNotNull().isEqualTo(options.tokens());
    assertThat(options.tokens().applyAsInt("four")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesARatioThatNoSummaryCouldKeep(double ratio) {
    assertThatIllegalArgumentException().isThrownBy(() -> SummaryOptions.maxRatio(ratio));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
  void refusesADiversityThatIsNoWeight(double diversity) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SummaryOptions.defaults().withDiversity(diversity));
  }

  @Test
  void refusesLengthsThatNoSentenceHas() {
    SummaryOptions options = SummaryOptions.defaults().withMinSentenceWords(5);

    assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxSentenceWords(4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withMinSentenceWords(-1))
        .withMessage("a sentence has at least 0 words, not -1");
    assertThat(options.withMaxSentenceWords(5).maxSentenceWords()).isEqualTo(5);
  }

  @Test
  void saysWhatARatioMayBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SummaryOptions.maxRatio(30))
        .withMessageContaining("at most 1")
        .withMessageContaining("30");
  }

  @Test
  void takesTheSmallestAndTheLargestBudgets() {
    assertThat(SummaryOptions.maxSentences(1).budget()).isEqualTo(1);
    assertThat(SummaryOptions.maxWords(Integer.MAX_VALUE).budget()).isEqualTo(Integer.MAX_VALUE);
    assertThat(SummaryOptions.maxRatio(1).budget()).isEqualTo(1);
    assertThat(SummaryOptions.maxRatio(Double.MIN_VALUE).budget()).isPositive();
  }

  /** Options are changed by copies, and a change leaves everything else as it was. */
  @Test
  void changesOneThingAtATime() {
    SummaryOptions before = SummaryOptions.maxChars(280);
    SummaryOptions after =
        before
            .focusedOn("trains")
            .withOrder(Order.SCORE)
            .withMinSentenceWords(3)
            .withMaxSentenceWords(40)
            .withDiversity(0.5)
            .withoutTitle()
            .withCoherence(Coherence.IGNORED)
            .withEvenCoverage();

    assertThat(after)
        .returns(Unit.CHARS, SummaryOptions::unit)
        .returns(280.0, SummaryOptions::budget)
        .returns("trains", SummaryOptions::query)
        .returns(Order.SCORE, SummaryOptions::order)
        .returns(3, SummaryOptions::minSentenceWords)
        .returns(40, SummaryOptions::maxSentenceWords)
        .returns(0.5, SummaryOptions::diversity)
        .returns(false, SummaryOptions::title)
        .returns(Coherence.IGNORED, SummaryOptions::coherence)
        .returns(true, SummaryOptions::evenCoverage);
    assertThat(before)
        .returns("", SummaryOptions::query)
        .returns(Order.SOURCE, SummaryOptions::order)
        .returns(0, SummaryOptions::minSentenceWords)
        .returns(0.1, SummaryOptions::diversity)
        .returns(true, SummaryOptions::title)
        .returns(Coherence.PREFERRED, SummaryOptions::coherence)
        .returns(false, SummaryOptions::evenCoverage);
  }

  @Test
  void optionsThatAskForTheSameAreEqual() {
    assertThat(SummaryOptions.maxWords(100).focusedOn("trains").withoutTitle())
        .isEqualTo(SummaryOptions.maxWords(100).withoutTitle().focusedOn("trains"))
        .hasSameHashCodeAs(SummaryOptions.maxWords(100).withoutTitle().focusedOn("trains"))
        .isNotEqualTo(SummaryOptions.maxWords(100).withoutTitle())
        .isNotEqualTo(SummaryOptions.maxChars(100).focusedOn("trains").withoutTitle());
    Predicate<Sentence> brief = sentence -> sentence.wordCount() < 4;
    assertThat(SummaryOptions.defaults().withExcluded(brief))
        .isEqualTo(SummaryOptions.maxSentences(3).withExcluded(brief))
        .isNotEqualTo(SummaryOptions.defaults())
        .isNotEqualTo(SummaryOptions.defaults().withRequired(brief));
  }

  @Test
  void saysWhatIsAskedFor() {
    assertThat(SummaryOptions.maxWords(100))
        .hasToString("SummaryOptions{unit=WORDS, budget=100.0}");
    assertThat(SummaryOptions.defaults().focusedOn("trains").withEvenCoverage())
        .hasToString("SummaryOptions{unit=SENTENCES, budget=3.0, query=trains, evenCoverage=true}");
  }
}
