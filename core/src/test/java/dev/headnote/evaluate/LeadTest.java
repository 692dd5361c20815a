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

  /** 0.29 of 100 words are 29, though 0.29 * 100 is a little less. */
  @Test
  void takesAShareOfTheWordsAsItIsWritten() {
    List<Sentence> article = Sentences.of("w ".repeat(29).strip(), "w ".repeat(71).strip());

    assertThat(Lead.select(article, SummaryOptions.maxRatio(0.29))).hasSize(1);
    assertThat(Lead.select(article, SummaryOptions.maxRatio(0.289))).isEmpty();
  }

  /** Marks of a reply are not among the characters of a summary's text. */
  @Test
  void countsCharactersAsSummariesDo() {
    List<Sentence> reply = Sentences.of("a b\n> c");

    assertThat(Lead.select(reply, SummaryOptions.maxChars("a b c".length()))).isEqualTo(reply);
    assertThat(Lead.select(reply, SummaryOptions.maxChars("a b c".length() - 1))).isEmpty();
  }

  @Test
  void countsWordsAsSummariesDo() {
    List<Sentence> parted = Sentences.of("a\u2003b");

    assertThat(Lead.select(parted, SummaryOptions.maxWords(1))).isEmpty();
    assertThat(Lead.select(parted, SummaryOptions.maxWords(2))).isEqualTo(parted);
  }
}
