package dev.headnote.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headnote.summary.SummaryOptions.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which budgets can be asked for. */
class SummaryOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "SENTENCES,0",
    "SENTENCES,-1",
    "SENTENCES,1.5",
    "SENTENCES,NaN",
    "WORDS,0",
    "WORDS,-7",
    "WORDS,0.5",
    "CHARS,0",
    "CHARS,-1",
    "CHARS,99.9",
    "RATIO,0",
    "RATIO,-0.1",
    "RATIO,1.01",
    "RATIO,NaN",
    "RATIO,Infinity"
  })
  void refusesABudgetThatNoSummaryCouldKeep(Unit unit, double budget) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SummaryOptions(unit, budget, ""));
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

  @Test
  void keepsTheBudgetWhenAQueryIsAdded() {
    assertThat(SummaryOptions.maxChars(280).focusedOn("trains"))
        .isEqualTo(new SummaryOptions(Unit.CHARS, 280, "trains"));
  }
}
