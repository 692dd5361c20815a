package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.Sentence;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures are worked out by hand. */
class SummaryEvaluationTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  private static final List<Sentence> ARTICLE = Sentences.of("a b", "c d e f", "g h", "i j", "k l");

  private static SummaryEvaluation ofTwoSentences() {
    return new SummaryEvaluation(Rouge.withoutStemming(), SummaryOptions.maxSentences(2));
  }

  private static List<Sentence> sentences(int... indexes) {
    return IntStream.of(indexes).mapToObj(ARTICLE::get).toList();
  }

  private static double f1(SystemMetrics system, RougeMetric metric) {
    return system.rouge(metric).f1().mean();
  }

  @Test
  void comparesWithTheLeadAndTheOracle() {
    SummaryEvaluation evaluation = ofTwoSentences();
    evaluation.add(ARTICLE, sentences(2, 3), List.of("g h\nk l"));
    SummaryMetrics metrics = evaluation.metrics();

    assertThat(metrics.articles()).isEqualTo(1);
    assertThat(f1(metrics.summary(), RougeMetric.ROUGE_1)).isEqualTo(0.5);
    assertThat(f1(metrics.summary(), RougeMetric.ROUGE_2)).isCloseTo(1.0 / 3, EXACTLY);
    assertThat(f1(metrics.lead(), RougeMetric.ROUGE_1)).isZero();
    assertThat(f1(metrics.oracle(), RougeMetric.ROUGE_LSUM)).isEqualTo(1);
    assertThat(Objects.requireNonNull(metrics.differenceToLead().get(RougeMetric.ROUGE_1)))
        .isEqualTo(new Estimate(0.5, 0.5, 0.5));
    assertThat(metrics.closedShare(RougeMetric.ROUGE_1)).hasValue(0.5);
  }

  /** The means of the systems overlap widely, but the one is always ahead of the other. */
  @Test
  void pairsTheDifferenceToTheLead() {
    SummaryEvaluation evaluation = ofTwoSentences();
    for (int i = 0; i < 10; i++) {
      evaluation.add(ARTICLE, sentences(2, 3), List.of("g h\nk l"));
      evaluation.add(ARTICLE, sentences(0, 2), List.of("a b g h"));
    }
    SummaryMetrics metrics = evaluation.metrics();
    Estimate lead = metrics.lead().rouge(RougeMetric.ROUGE_1).f1();
    Estimate summary = metrics.summary().rouge(RougeMetric.ROUGE_1).f1();
    assertThat(lead.mean()).as("0 and, 2 words of 6 and of 4, 0.4").isCloseTo(0.2, EXACTLY);
    assertThat(summary.mean()).isEqualTo(0.75);
    assertThat(lead.high() - lead.low()).isGreaterThan(0.1);
    Estimate difference =
        Objects.requireNonNull(metrics.differenceToLead().get(RougeMetric.ROUGE_1));
    assertThat(difference.mean()).isCloseTo(0.55, EXACTLY);
    assertThat(difference.high() - difference.low())
        .as(".5 and .6, which are near each other")
        .isBetween(0.01, 0.08);
  }

  /** The scores of 200,000 articles by four metrics are 6.4 MB. */
  @Test
  void keepsSomeNumbersOfEachArticle() {
    SystemScores scores = new SystemScores();
    long before = heap();
    for (int i = 0; i < 200_000; i++) {
      scores.add(List.of(), 1, new RougeScores(score(i), score(i), score(i), score(i)));
    }
    long bytes = heap() - before;

    assertThat(scores.f1(RougeMetric.ROUGE_2)).hasSize(200_000).startsWith(0, 1);
    assertThat(bytes).as("bytes").isLessThan(20_000_000);
  }

  private static Rouge.Score score(int article) {
    return new Rouge.Score(article % 2, 1);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void tellsHowLongSummariesAreAndWhereTheirSentencesStand() {
    SummaryEvaluation evaluation = ofTwoSentences();
    evaluation.add(ARTICLE, sentences(1, 4), List.of("x"));
    evaluation.add(ARTICLE, sentences(2), List.of("x"));
    SystemMetrics summary = evaluation.metrics().summary();

    assertThat(summary.sentences()).isEqualTo(1.5);
    assertThat(summary.words()).isEqualTo((6 + 2) / 2.0);
    assertThat(summary.position()).isCloseTo((0.25 + 1 + 0.5) / 3, EXACTLY);
    assertThat(summary.amongFirstThree()).isCloseTo(2.0 / 3, EXACTLY);
    assertThat(evaluation.metrics().oracle().words()).as("nothing agrees").isZero();
    assertThat(evaluation.metrics().oracle().position()).isZero();
    assertThat(evaluation.metrics().closedShare(RougeMetric.ROUGE_1)).isEmpty();
  }

  @Test
  void comparesSentencesWithThoseOfExtractiveReferences() {
    SummaryEvaluation evaluation = ofTwoSentences();
    evaluation.add(ARTICLE, sentences(0, 2), List.of("g h\ni j\nk l"));
    evaluation.add(ARTICLE, sentences(0), List.of("x y"));
    SummaryMetrics metrics = evaluation.metrics();

    assertThat(metrics.summary().agreement())
        .as("the second reference is not extractive")
        .isEqualTo(new SentenceAgreement(1, 1.0 / 2, 1.0 / 3, 0.4));
    assertThat(metrics.lead().agreement()).isEqualTo(new SentenceAgreement(1, 0, 0, 0));

    SummaryEvaluation free = ofTwoSentences();
    free.add(ARTICLE, sentences(0), List.of("x y"));
    assertThat(free.metrics().summary().agreement()).isNull();
  }

  @Test
  void takesTheBestOfSeveralReferences() {
    for (List<String> references :
        List.of(List.of("a b", "g h\nk l"), List.of("g h\nk l", "a b"))) {
      SummaryEvaluation evaluation = ofTwoSentences();
      evaluation.add(ARTICLE, sentences(2), references);
      SystemMetrics summary = evaluation.metrics().summary();
      assertThat(f1(summary, RougeMetric.ROUGE_1)).isCloseTo(2.0 / 3, EXACTLY);
      assertThat(Objects.requireNonNull(summary.agreement()).f1()).isCloseTo(2.0 / 3, EXACTLY);
    }
  }

  @Test
  void takesASummaryAsItIs() {
    SummaryEvaluation evaluation = ofTwoSentences();
    evaluation.add(
        new Summary(
            ARTICLE.stream()
                .map(sentence -> new ScoredSentence(sentence, 0, sentence.index() == 2))
                .toList(),
            "a model"),
        List.of("g h"));
    assertThat(f1(evaluation.metrics().summary(), RougeMetric.ROUGE_1)).isEqualTo(1);
    assertThat(evaluation.metrics().summary().sentences()).isEqualTo(1);
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    SummaryEvaluation evaluation = ofTwoSentences();
    assertThatThrownBy(() -> evaluation.add(ARTICLE, sentences(0), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> evaluation.add(ARTICLE, Sentences.of("of another article"), List.of("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentence 0");
    assertThat(evaluation.articles()).isZero();
    assertThatThrownBy(evaluation::metrics).isInstanceOf(IllegalStateException.class);
  }
}
