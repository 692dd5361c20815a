package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTest {

  private static final List<Sentence> ARTICLE = Sentences.of("a  b", "c d e", "f", "g");

  private static List<Integer> lead(SummaryOptions options) {
    return Lead.select(ARTICLE, options).stream().map(Sentence::index).toList();
  }

  @Test
  void takesTheFirstSentences() {
    assertThat(lead(SummaryOptions.defaults())).containsExactly(0, 1, 2);
    assertThat(lead(SummaryOptions.maxSentences(9))).containsExactly(0, 1, 2, 3);
    assertThat(Lead.select(List.of(), SummaryOptions.defaults())).isEmpty();
  }

  @Test
  void passesOverThoseThatDoNotFit() {
    assertThat(lead(SummaryOptions.maxWords(5))).containsExactly(0, 1);
    assertThat(lead(SummaryOptions.maxWords(4))).containsExactly(0, 2, 3);
    assertThat(lead(SummaryOptions.maxWords(1))).containsExactly(2);
    assertThat(lead(SummaryOptions.maxChars("a b c d e".length()))).containsExactly(0, 1);
    assertThat(lead(SummaryOptions.maxChars("a b c d e".length() - 1))).containsExactly(0, 2, 3);
    assertThat(lead(SummaryOptions.maxRatio(6.0 / 7))).containsExactly(0, 1, 2);
  }

  @Test
  void countsWordsAsSummariesDo() {
    List<Sentence> parted = Sentences.of("a\u2003b");

    assertThat(Lead.select(parted, SummaryOptions.maxWords(1))).isEmpty();
    assertThat(Lead.select(parted, SummaryOptions.maxWords(2))).isEqualTo(parted);
  }
}
