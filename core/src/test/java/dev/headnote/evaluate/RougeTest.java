package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The values are worked out by hand; where it is said so, others have published them too. */
class RougeTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  private static final Rouge PLAIN = Rouge.withoutStemming();

  @Test
  void countsUnigramsNoMoreOftenThanTheReferenceHasThem() {
    Rouge.Score score = PLAIN.score("the the the cat", "The cat sat on the mat.").rouge1();

    assertThat(score.precision()).isEqualTo(3.0 / 4);
    assertThat(score.recall()).isEqualTo(3.0 / 6);
    assertThat(score.f1()).isCloseTo(0.6, EXACTLY);
  }

  @Test
  void countsBigramsAcrossTheEndsOfSentences() {
    Rouge.Score score =
        PLAIN.score("police killed\nthe gunman", "police kill the\ngunman").rouge2();

    assertThat(score.precision()).isEqualTo(1.0 / 3);
    assertThat(score.recall()).isEqualTo(1.0 / 3);
  }

  @Test
  void countsNgramsOfAnyLength() {
    assertThat(Rouge.n(3, "a b c d b c d", "x b c d").f1())
        .as("b c d, once of five and of two")
        .isCloseTo(2 * 0.2 * 0.5 / 0.7, EXACTLY);
    assertThatThrownBy(() -> Rouge.n(0, "a", "a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void countsNoNgramsLongerThanATextWhateverTheirLength() {
    assertThat(Rouge.n(Integer.MAX_VALUE, "a b c", "a b c").f1()).isZero();
    assertThat(Rouge.n(3, "a b c", "a b c").f1()).isEqualTo(1);
    assertThat(Rouge.n(4, "a b c", "a b c").f1()).isZero();
  }

  /** Lin 2004, section 3.1: both candidates have ROUGE-2 1/3, but the first keeps the order. */
  @Test
  void findsTheLongestCommonSubsequence() {
    String reference = "police killed the gunman";
    assertThat(PLAIN.score("police kill the gunman", reference).rougeL().f1()).isEqualTo(3.0 / 4);
    assertThat(PLAIN.score("the gunman kill police", reference).rougeL().f1()).isEqualTo(2.0 / 4);
  }

  /** The example of Lin 2004, section 3.2: the union of w1 w2 and w1 w3 w5 is 4 of 5 words. */
  @Test
  void takesTheUnionOfSubsequencesForLsum() {
    Rouge.Score score = PLAIN.score("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5").rougeLsum();

    assertThat(score.recall()).isEqualTo(4.0 / 5);
    assertThat(score.precision()).isEqualTo(4.0 / 10);
    assertThat(Rouge.lsum(List.of("w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"), List.of("w1 w2 w3 w4 w5")))
        .isEqualTo(score);
  }

  /**
   * Going back from the ends, rouge-score leaves a word of the reference out, not a candidate's.
   */
  @Test
  void takesTheSubsequenceThatRougeScoreTakesOfSeveral() {
    Rouge.Score score = PLAIN.score("b a\na", "a b").rougeLsum();

    assertThat(score.recall()).as("a by both, not b by one of them").isEqualTo(1.0 / 2);
    assertThat(score.precision()).isEqualTo(1.0 / 3);
  }

  @Test
  void countsAWordNoMoreOftenThanTheCandidateHasIt() {
    Rouge.Score score = PLAIN.score("a", "a\na").rougeLsum();

    assertThat(score.recall()).isEqualTo(1.0 / 2);
    assertThat(score.precision()).isEqualTo(1);
  }

  /** These are among rouge-score's own tests. */
  @Test
  void agreesWithPublishedValues() {
    RougeScores one = PLAIN.score("testing", "testing one two");
    assertThat(one.rouge1().f1()).isCloseTo(1.0 / 2, EXACTLY);
    RougeScores next = PLAIN.score("testing one", "testing one two");
    assertThat(next.rouge2().f1()).isCloseTo(2.0 / 3, EXACTLY);
    assertThat(next.rougeL().f1()).isCloseTo(4.0 / 5, EXACTLY);
    RougeScores apart = PLAIN.score("testing two", "testing one two");
    assertThat(apart.rouge2().f1()).isZero();
    assertThat(apart.rougeL().f1()).isCloseTo(4.0 / 5, EXACTLY);
  }

  @Test
  void comparesStemsOfWordsLongerThanThreeCharacters() {
    String candidate = "The agencies were relying on it";
    String reference = "An agency relies upon its work";
    assertThat(PLAIN.score(candidate, reference).rouge1().f1()).isZero();
    assertThat(Rouge.withStemming().score(candidate, reference).rouge1().recall())
        .as("both have agenc and reli; its is too short to lose its s")
        .isEqualTo(2.0 / 6);
    assertThat(Rouge.withStemming().score("runs", "running").rouge1().f1()).isEqualTo(1);
    assertThat(Rouge.withStemming().score("its", "it").rouge1().f1()).isZero();
  }

  @Test
  void takesRunsOfAsciiLettersAndDigitsForTokens() {
    assertThat(PLAIN.score("U.S.-led, 40% café", "u s led 40 caf").rouge1().f1()).isEqualTo(1);
    assertThat(PLAIN.score("KELVIN \u212A", "kelvin k").rouge1().f1())
        .as("lower-cased first, so the sign for kelvin is a k")
        .isEqualTo(1);
  }

  @Test
  void takesTheBestReferenceByEachMetric() {
    String candidate = "a b c d";
    RougeScores scores = PLAIN.score(candidate, List.of("d c b a", "a b x y"));
    assertThat(scores.rouge1().f1()).as("by the first").isEqualTo(1);
    assertThat(scores.rouge2().f1()).as("by the second").isCloseTo(1.0 / 3, EXACTLY);
    assertThat(scores.rougeL().f1()).isEqualTo(0.5);
    assertThatThrownBy(() -> PLAIN.score(candidate, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isZeroWhereThereIsNothing() {
    for (String nothing : List.of("", "\n", "/ … /")) {
      for (RougeMetric metric : RougeMetric.values()) {
        assertThat(PLAIN.score(nothing, "a b").of(metric).f1()).isZero();
        assertThat(PLAIN.score("a b", nothing).of(metric).f1()).isZero();
        assertThat(PLAIN.score(nothing, nothing).of(metric).f1()).isZero();
      }
    }
    assertThat(PLAIN.score("a", "a").rouge2().f1()).as("of one word").isZero();
    assertThat(Rouge.lsum(List.of(), List.of()).f1()).isZero();
  }

  /** Of a few words only, so that ties are common. */
  @Property
  void marksASubsequenceOfBothAsLongAsAny(
      @ForAll @Size(max = 9) List<@IntRange(max = 3) Integer> reference,
      @ForAll @Size(max = 9) List<@IntRange(max = 3) Integer> candidate) {
    int[] wanted = reference.stream().mapToInt(Integer::intValue).toArray();
    int[] given = candidate.stream().mapToInt(Integer::intValue).toArray();
    BitSet marked = new BitSet();
    CommonSubsequence.mark(wanted, given, marked);
    int met = 0;
    int[] common = marked.stream().map(position -> wanted[position]).toArray();
    for (int token : given) {
      met += met < common.length && common[met] == token ? 1 : 0;
    }
    assertThat(met).as("in the candidate, in order").isEqualTo(common.length);
    assertThat(common.length)
        .isEqualTo(CommonSubsequence.length(wanted, given))
        .isEqualTo(longest(wanted, given, wanted.length, given.length));
  }

  private static int longest(int[] a, int[] b, int i, int j) {
    if (i == 0 || j == 0) {
      return 0;
    }
    return a[i - 1] == b[j - 1]
        ? 1 + longest(a, b, i - 1, j - 1)
        : Math.max(longest(a, b, i - 1, j), longest(a, b, i, j - 1));
  }

  @Property
  void swapsPrecisionAndRecallWithTheTexts(
      @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> first,
      @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> second) {
    RougeScores there = PLAIN.score(words(first), words(second));
    RougeScores back = PLAIN.score(words(second), words(first));
    for (RougeMetric metric :
        List.of(RougeMetric.ROUGE_1, RougeMetric.ROUGE_2, RougeMetric.ROUGE_L)) {
      assertThat(there.of(metric).precision()).isEqualTo(back.of(metric).recall());
      assertThat(there.of(metric).f1()).isBetween(0.0, 1.0);
    }
    assertThat(there.rougeL().f1()).isLessThanOrEqualTo(there.rouge1().f1() + 1e-12);
  }

  private static String words(List<Integer> numbers) {
    return numbers.stream().map(number -> "w" + number).collect(Collectors.joining(" "));
  }
}
