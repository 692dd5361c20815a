package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTest {

  private static final List<Sentence> ARTICLE = Sentences.of("a  b", "c d e", "f", "g");

  private static int lead(SummaryOptions options) {
    List<Sentence> lead = Lead.select(ARTICLE, options);
    assertThat(lead).isEqualTo(ARTICLE.subList(0, lead.size()));
    return lead.size();
  }

  @Test
  void takesTheFirstSentences() {
    assertThat(lead(SummaryOptions.defaults())).isEqualTo(3);
    assertThat(lead(SummaryOptions.maxSentences(9))).as("all").isEqualTo(4);
    assertThat(Lead.select(List.of(), SummaryOptions.defaults())).isEmpty();
  }

  @Test
  void takesThemWhileTheyFit() {
    assertThat(lead(SummaryOptions.maxWords(5))).isEqualTo(2);
    assertThat(lead(SummaryOptions.maxWords(4))).as("none after one that doesn't").isEqualTo(1);
    assertThat(lead(SummaryOptions.maxWords(1))).isZero();
    assertThat(lead(SummaryOptions.maxChars("a b c d e".length()))).isEqualTo(2);
    assertThat(lead(SummaryOptions.maxChars("a b c d e".length() - 1))).isEqualTo(1);
    assertThat(lead(SummaryOptions.maxRatio(6.0 / 7))).isEqualTo(3);
  }

  @Test
  void countsWordsAsSummariesDo() {
    List<Sentence> parted = Sentences.of("a\u2003b");

    assertThat(Lead.select(parted, SummaryOptions.maxWords(1))).isEmpty();
    assertThat(Lead.select(parted, SummaryOptions.maxWords(2))).isEqualTo(parted);
  }
}
