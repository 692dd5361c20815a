package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Sentence;
import dev.headnote.summary.SummaryOptions;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is chosen can be seen at a glance, or is worked out by hand. */
class GreedyOracleTest {

  private static final SummaryOptions THREE = SummaryOptions.maxSentences(3);

  private static List<Integer> select(
      List<Sentence> article, SummaryOptions options, String... references) {
    return new GreedyOracle(Rouge.withoutStemming())
        .select(article, List.of(references), options).stream().map(Sentence::index).toList();
  }

  @Test
  void takesWhatTheReferenceSaysInTheArticlesOrder() {
    List<Sentence> article =
        Sentences.of("the rain fell", "a bank failed today", "x y z", "the king is dead");
    assertThat(select(article, THREE, "the king is dead\na bank failed")).containsExactly(1, 3);
  }

  @Test
  void stopsWhereNothingRaisesTheScore() {
    List<Sentence> article = Sentences.of("a b c", "a b c", "q a", "q r s");
    assertThat(select(article, THREE, "a b c"))
        .as("another would add nothing but length")
        .containsExactly(0);
    assertThat(select(Sentences.of("x", "y"), THREE, "a b c")).isEmpty();
    assertThat(select(List.of(), THREE, "a b c")).isEmpty();
  }

  /** Words alone would choose the first of the last two. */
  @Test
  void countsPairsOfWordsToo() {
    List<Sentence> article = Sentences.of("c a b d", "a b x");
    assertThat(select(article, SummaryOptions.maxSentences(1), "a b c"))
        .as("6/7 and 2/5 make .629, 2/3 and 1/2 make .583")
        .containsExactly(0);
    assertThat(select(Sentences.of("c b a", "a b x"), SummaryOptions.maxSentences(1), "a b c"))
        .as("1 and 0 make .5, 2/3 and 1/2 make .583")
        .containsExactly(1);
  }

  @Test
  void keepsToTheLength() {
    List<Sentence> article = Sentences.of("a b c d", "e f", "g h");
    String reference = "a b c d\ne f\ng h";
    assertThat(select(article, SummaryOptions.maxSentences(1), reference)).containsExactly(0);
    assertThat(select(article, SummaryOptions.maxWords(5), reference)).containsExactly(0);
    assertThat(select(article, SummaryOptions.maxWords(3), reference)).containsExactly(1);
    assertThat(select(article, SummaryOptions.maxChars(11), reference)).containsExactly(0, 1);
    assertThat(select(article, SummaryOptions.maxChars(10), reference)).containsExactly(0);
    assertThat(select(article, SummaryOptions.maxRatio(0.75), reference)).containsExactly(0, 1);
    assertThat(select(article, SummaryOptions.maxRatio(0.74), reference)).containsExactly(0);
  }

  @Test
  void takesTheNearestOfSeveralReferences() {
    List<Sentence> article = Sentences.of("a b c", "d e f g");
    assertThat(select(article, SummaryOptions.maxSentences(1), "a b x", "d e f g"))
        .containsExactly(1);
    assertThatThrownBy(() -> select(article, THREE)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The trial of a sentence must leave no trace in the counts. */
  @Property(tries = 200)
  void beginsWithTheBestSentence(
      @ForAll @Size(min = 1, max = 6) List<@Size(min = 1, max = 6) List<@IntRange(max = 4) Integer>> article,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 4) Integer> reference) {
    List<Sentence> sentences =
        Sentences.of(article.stream().map(GreedyOracleTest::words).toArray(String[]::new));
    String wanted = words(reference);
    List<Integer> chosen = select(sentences, SummaryOptions.maxSentences(1), wanted);
    double best =
        sentences.stream().mapToDouble(each -> score(each.text(), wanted)).max().orElseThrow();
    assertThat(chosen).hasSize(best > 0 ? 1 : 0);
    for (int index : chosen) {
      assertThat(score(sentences.get(index).text(), wanted)).isEqualTo(best);
    }
  }

  private static double score(String candidate, String reference) {
    RougeScores scores = Rouge.withoutStemming().score(candidate, reference);
    return (scores.rouge1().f1() + scores.rouge2().f1()) / 2;
  }

  private static String words(List<Integer> numbers) {
    return numbers.stream().map(number -> "w" + number).collect(Collectors.joining(" "));
  }
}
