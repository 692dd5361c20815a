package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The figures are worked out by hand. */
class TopicEvaluationTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  private static final LabelSet FLAT = LabelSet.ofNames("a", "b", "c");

  private static final LabelSet TREE =
      LabelSet.of(
          List.of(
              new Label("hockey", "hockey", "", "sport"),
              new Label("sport", "sport", "", null),
              new Label("arts", "arts", "", null),
              new Label("film", "film", "", "arts")));

  /** Topics with these probabilities, in the set's order. */
  private static Topics topics(
      LabelSet labels, List<String> assigned, double none, double... probabilities) {
    List<Topic> all = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      all.add(new Topic(labels.labels().get(i), probabilities[i], 0, 0, 0, List.of()));
    }
    all.sort(Comparator.comparingDouble(Topic::probability).reversed());
    List<Topic> given =
        all.stream().filter(topic -> assigned.contains(topic.label().id())).toList();
    return new Topics(all, given, none, "a model");
  }

  private static TopicMetrics ofSix() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(FLAT);
    evaluation.add(Set.of("a"), topics(FLAT, List.of("a"), 0.05, 0.9, 0.05, 0));
    evaluation.add(Set.of("a"), topics(FLAT, List.of("b"), 0.2, 0.15, 0.6, 0.05));
    evaluation.add(Set.of("b"), topics(FLAT, List.of("b"), 0.1, 0.2, 0.6, 0.1));
    evaluation.add(Set.of("c"), topics(FLAT, List.of(), 0.5, 0, 0.1, 0.4));
    evaluation.add(Set.of(), topics(FLAT, List.of(), 0.5, 0.3, 0.2, 0));
    evaluation.add(Set.of(), topics(FLAT, List.of("c"), 0.2, 0.1, 0, 0.7));
    return evaluation.metrics();
  }

  /** Hashes of cells that are like each other would make this take minutes. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void confusionsOfThousandsOfLabelsTakeLinearTime() {
    List<Label> labels = IntStream.range(0, 2_000).mapToObj(i -> Label.of("label " + i)).toList();
    Map<ConfusionMatrix.Cell, Long> counts = new HashMap<>();
    for (int i = 0; i < 300_000; i++) {
      counts.put(new ConfusionMatrix.Cell(i % 2_000, i / 150), 1L);
    }

    assertThat(new ConfusionMatrix(labels, counts).count(1_999, 0)).isZero();
    assertThat(new ConfusionMatrix(labels, counts).count(0, 0)).isEqualTo(1);
  }

  @Test
  void countsAnArticleWithoutALabelAsRightIfItIsGivenNone() {
    assertThat(ofSix().articles()).isEqualTo(6);
    assertThat(ofSix().accuracy()).isEqualTo(3.0 / 6);
    assertThat(ofSix().subsetAccuracy()).isEqualTo(3.0 / 6);
    assertThat(ofSix().topLevelAccuracy()).as("of a flat set").isEmpty();
    assertThat(ofSix().hierarchicalF1()).as("of a flat set").isEmpty();
  }

  @Test
  void theSameArticlesGiveEqualMetrics() {
    assertThat(ofSix()).isEqualTo(ofSix()).hasSameHashCodeAs(ofSix());
    assertThat(ofSix().toString()).contains("ConfusionMatrix[3 labels, 6 articles]");

    TopicEvaluation other = TopicEvaluation.ofOneLabel(FLAT);
    other.add(Set.of("a"), topics(FLAT, List.of("a"), 0.05, 0.9, 0.05, 0));
    assertThat(other.metrics().confusion()).isNotEqualTo(ofSix().confusion());
  }

  @Test
  void scoresEachLabel() {
    LabelScore a = ofSix().labels().get(0);
    assertThat(a.precision()).isEqualTo(1);
    assertThat(a.recall()).isEqualTo(1.0 / 2);
    assertThat(a.f1()).isCloseTo(2.0 / 3, EXACTLY);
    assertThat(ofSix().labels().get(1)).isEqualTo(new LabelScore(Label.of("b"), 1, 2, 1));
    assertThat(ofSix().labels().get(2)).isEqualTo(new LabelScore(Label.of("c"), 1, 1, 0));
    assertThat(ofSix().labels().get(2).f1()).isZero();
    assertThat(ofSix().macroF1()).isCloseTo((2.0 / 3 + 2.0 / 3) / 3, EXACTLY);
    assertThat(ofSix().microF1()).as("2 of 4 given, 2 of 4 wanted").isEqualTo(0.5);
  }

  @Test
  void leavesOutLabelsThatDoNotOccur() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(FLAT);
    evaluation.add(Set.of("a"), topics(FLAT, List.of("a"), 0, 1, 0, 0));
    evaluation.add(Set.of("a"), topics(FLAT, List.of("b"), 0, 0, 1, 0));
    assertThat(evaluation.metrics().macroF1())
        .as("of a, 2/3, and of b, which nothing has, 0; c does not count")
        .isCloseTo(1.0 / 3, EXACTLY);
    assertThat(evaluation.metrics().labels().get(2).occurs()).isFalse();
  }

  @Test
  void tellsWhichLabelWasGivenForWhich() {
    ConfusionMatrix confusion = Objects.requireNonNull(ofSix().confusion());
    int none = confusion.none();
    assertThat(confusion.count(0, 0)).isEqualTo(1);
    assertThat(confusion.count(0, 1)).isEqualTo(1);
    assertThat(confusion.count(1, 0)).isZero();
    assertThat(confusion.count(2, none)).isEqualTo(1);
    assertThat(confusion.count(none, none)).isEqualTo(1);
    assertThat(confusion.count(none, 2)).isEqualTo(1);
    assertThat(confusion.support(0)).isEqualTo(2);
    assertThat(confusion.given(1)).isEqualTo(2);
    assertThat(confusion.given(none)).isEqualTo(2);
  }

  /** A cell for each pair of 50,000 labels would take 20 GB. */
  @Test
  void tellsItOfManyLabelsInLittleMemory() {
    LabelSet many =
        LabelSet.of(
            IntStream.range(0, 50_000)
                .mapToObj(i -> new Label("l" + i, "l" + i, "", null))
                .toList());
    double[] probabilities = new double[50_000];
    probabilities[7] = 1;
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(many);
    evaluation.add(Set.of("l49999"), topics(many, List.of("l7"), 0, probabilities));
    ConfusionMatrix confusion = Objects.requireNonNull(evaluation.metrics().confusion());

    assertThat(confusion.count(49_999, 7)).isEqualTo(1);
    assertThat(confusion.count(7, 49_999)).isZero();
    assertThat(confusion.support(49_999)).isEqualTo(1);
    assertThat(confusion.given(7)).isEqualTo(1);
    assertThatThrownBy(() -> confusion.count(0, 50_001))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void calibratesTheMostProbableLabelOfArticlesThatHaveOne() {
    Calibration calibration = Objects.requireNonNull(ofSix().calibration());
    assertThat(calibration.bins()).hasSize(15);
    assertThat(calibration.count()).isEqualTo(4);
    Calibration.Bin around6 = calibration.bins().get(8);
    assertThat(around6.from()).isCloseTo(8.0 / 15, EXACTLY);
    assertThat(around6.to()).as("its upper end is in it").isCloseTo(0.6, EXACTLY);
    assertThat(around6.count()).isEqualTo(2);
    assertThat(around6.confidence()).isCloseTo(0.6, EXACTLY);
    assertThat(around6.accuracy()).isEqualTo(0.5);
    assertThat(calibration.error())
        .as(".9 is right once; .6 once of twice; .4 once")
        .isCloseTo((0.1 + 2 * 0.1 + 0.6) / 4, EXACTLY);
    assertThat(ofSix().labelCalibration()).isNull();
  }

  @Test
  void putsTheEndsOfTheRangeIntoBins() {
    CalibrationBins bins = new CalibrationBins();
    assertThat(bins.calibration()).isNull();
    bins.add(0, false);
    bins.add(1, true);
    Calibration calibration = Objects.requireNonNull(bins.calibration());
    assertThat(calibration.bins().get(0).count()).isEqualTo(1);
    assertThat(calibration.bins().get(14).count()).isEqualTo(1);
    assertThat(calibration.error()).isZero();
  }

  @Test
  void coversFewerArticlesAtAHigherThreshold() {
    List<Coverage> coverage = ofSix().coverage();
    assertThat(coverage)
        .extracting(Coverage::threshold)
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99);
    assertThat(coverage.get(0)).isEqualTo(new Coverage(0, 6, 6, 3));
    assertThat(coverage.get(5)).isEqualTo(new Coverage(0.5, 6, 4, 2));
    assertThat(coverage.get(9).share()).isEqualTo(1.0 / 6);
    assertThat(coverage.get(9).accuracy()).hasValue(1);
    assertThat(coverage.get(10).share()).isZero();
    assertThat(coverage.get(10).accuracy()).isEmpty();
  }

  @Test
  void tellsArticlesWithoutALabelFromTheOthers() {
    NoneDetection none = ofSix().none();
    assertThat(none.articles()).isEqualTo(2);
    assertThat(none.givenNone()).isEqualTo(1);
    assertThat(none.others()).isEqualTo(4);
    assertThat(none.othersGivenNone()).isEqualTo(1);
    assertThat(none.auroc())
        .as(".5 exceeds .05, .2, .1 and ties with .5; .2 exceeds .05, .1 and ties with .2")
        .hasValue((3.5 + 2.5) / 8);
  }

  @Test
  void needsArticlesOfBothKindsToTellThemApart() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(FLAT);
    evaluation.add(Set.of(), topics(FLAT, List.of(), 0.9, 0.1, 0, 0));
    TopicMetrics without = evaluation.metrics();
    assertThat(without.none().auroc()).isEmpty();
    assertThat(without.calibration()).isNull();
    assertThat(without.accuracy()).isEqualTo(1);
    assertThat(without.macroF1()).isZero();
    assertThat(without.microF1()).isZero();
    TopicEvaluation labelled = TopicEvaluation.ofOneLabel(FLAT);
    labelled.add(Set.of("a"), topics(FLAT, List.of("a"), 0, 1, 0, 0));
    assertThat(labelled.metrics().none().articles()).isZero();
    assertThat(labelled.metrics().none().auroc()).isEmpty();
  }

  @Test
  void takesNeitherABroaderNorANarrowerLabelForRight() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(TREE);
    evaluation.add(Set.of("hockey"), topics(TREE, List.of("sport"), 0.1, 0.4, 0.8, 0.1, 0.05));
    evaluation.add(Set.of("sport"), topics(TREE, List.of("hockey"), 0.05, 0.7, 0.9, 0.05, 0));
    evaluation.add(Set.of("film"), topics(TREE, List.of("film"), 0, 0, 0.1, 0.9, 0.8));
    evaluation.add(Set.of("film"), topics(TREE, List.of("hockey"), 0, 0.6, 0.6, 0.4, 0.3));
    TopicMetrics metrics = evaluation.metrics();
    assertThat(metrics.accuracy()).isEqualTo(1.0 / 4);
    assertThat(metrics.topLevelAccuracy()).hasValue(3.0 / 4);
    assertThat(metrics.hierarchicalF1())
        .as("1, 1, 2 and 0 labels in common of 3, 3, 4 and 4, those above them counted")
        .hasValue(2.0 * 4 / 14);
    assertThat(metrics.labels().get(0)).isEqualTo(score("hockey", 1, 2, 0));
  }

  private static LabelScore score(String id, long support, long given, long correct) {
    Label label =
        TREE.labels().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return new LabelScore(label, support, given, correct);
  }

  /** A broader label's probability says that it or one below it applies. */
  @Test
  void takesABroaderLabelsProbabilityForWhatItSays() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(TREE);
    evaluation.add(Set.of("hockey"), topics(TREE, List.of("sport"), 0, 0.4, 0.8, 0.2, 0.1));
    TopicMetrics metrics = evaluation.metrics();
    assertThat(Objects.requireNonNull(metrics.calibration()).error()).isCloseTo(0.2, EXACTLY);
    assertThat(metrics.coverage().get(8)).isEqualTo(new Coverage(0.8, 1, 1, 1));

    TopicEvaluation several = TopicEvaluation.ofSeveralLabels(TREE);
    several.add(Set.of("hockey"), topics(TREE, List.of("hockey", "sport"), 0, 1, 1, 0, 0));
    assertThat(Objects.requireNonNull(several.metrics().labelCalibration()).error()).isZero();
    assertThat(several.metrics().subsetAccuracy())
        .as("the broader label is the article's, too")
        .isEqualTo(1);
  }

  @Test
  void comparesSetsOfLabels() {
    TopicEvaluation evaluation = TopicEvaluation.ofSeveralLabels(FLAT);
    evaluation.add(Set.of("a", "b"), topics(FLAT, List.of("a"), 0, 0.75, 0.25, 0));
    evaluation.add(Set.of("a"), topics(FLAT, List.of("a", "b"), 0, 0.5, 0.75, 0));
    evaluation.add(Set.of("b", "c"), topics(FLAT, List.of("b", "c"), 0, 0, 1, 1));
    TopicMetrics metrics = evaluation.metrics();
    assertThat(metrics.accuracy()).as("the first label is right").isEqualTo(2.0 / 3);
    assertThat(metrics.subsetAccuracy()).isEqualTo(1.0 / 3);
    assertThat(metrics.labels())
        .containsExactly(
            new LabelScore(Label.of("a"), 2, 2, 2),
            new LabelScore(Label.of("b"), 2, 2, 1),
            new LabelScore(Label.of("c"), 1, 1, 1));
    assertThat(metrics.microF1()).isEqualTo(2 * 4.0 / 10);
    assertThat(metrics.macroF1()).isCloseTo((1 + 0.5 + 1) / 3, EXACTLY);
    assertThat(metrics.confusion()).isNull();
    Calibration labels = Objects.requireNonNull(metrics.labelCalibration());
    assertThat(labels.count()).isEqualTo(9);
    assertThat(labels.error())
        .as(".75 is right once of twice; .25 and .5 once; 0 never and 1 always")
        .isCloseTo((2 * 0.25 + 0.75 + 0.5) / 9, EXACTLY);
  }

  /** Who has a label has those above it, which may be given beside it, too. */
  @Test
  void aPerfectResultOfSeveralLabelsInAHierarchyIsPerfect() {
    TopicEvaluation evaluation = TopicEvaluation.ofSeveralLabels(TREE);
    evaluation.add(
        Set.of("hockey", "arts"),
        topics(TREE, List.of("hockey", "sport", "arts"), 0, 0.9, 0.9, 0.8, 0.1));
    evaluation.add(Set.of("film"), topics(TREE, List.of("arts", "film"), 0, 0, 0, 0.7, 0.7));

    TopicMetrics metrics = evaluation.metrics();
    assertThat(metrics.accuracy()).isEqualTo(1);
    assertThat(metrics.subsetAccuracy()).isEqualTo(1);
    assertThat(metrics.microF1()).isEqualTo(1);
    assertThat(metrics.macroF1()).isEqualTo(1);
    assertThat(score("sport", 1, 1, 1)).isEqualTo(metrics.labels().get(1));
  }

  @Test
  void keepsArticlesWithSeveralLabelsOutOfTheMatrix() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(FLAT);
    evaluation.add(Set.of("a", "b"), topics(FLAT, List.of("b"), 0, 0, 1, 0));
    TopicMetrics metrics = evaluation.metrics();
    assertThat(metrics.accuracy()).isEqualTo(1);
    assertThat(metrics.subsetAccuracy()).isZero();
    ConfusionMatrix confusion = Objects.requireNonNull(metrics.confusion());
    assertThat(confusion.support(0) + confusion.support(1)).isZero();
  }

  @Test
  void refusesWhatIsNotOfItsSet() {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(FLAT);
    Topics right = topics(FLAT, List.of("a"), 0, 1, 0, 0);
    assertThatThrownBy(() -> evaluation.add(Set.of("d"), right))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"d\"");
    assertThatThrownBy(() -> evaluation.add(Set.of("a"), topics(TREE, List.of(), 0, 1, 0, 0, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> evaluation.add(Set.of("a"), topics(FLAT, List.of(), 0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(evaluation.articles()).isZero();
    assertThatThrownBy(evaluation::metrics).isInstanceOf(IllegalStateException.class);
  }

  @Property
  void ranksAsAllPairsDo(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> without,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> with) {
    double pairs = 0;
    for (int positive : without) {
      for (int negative : with) {
        pairs += positive > negative ? 1 : positive == negative ? 0.5 : 0;
      }
    }
    assertThat(NoneScores.auroc(sorted(without), sorted(with)))
        .isCloseTo(pairs / without.size() / with.size(), EXACTLY);
  }

  private static double[] sorted(List<Integer> values) {
    return values.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
  }

  /** Of articles with one label each, given one each, all these are the same. */
  @Property
  void agreesWithAccuracyWhereThereIsOneLabelEach(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 8) Integer> pairs) {
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(FLAT);
    for (int pair : pairs) {
      String own = FLAT.labels().get(pair / 3).id();
      double[] probabilities = new double[3];
      Arrays.fill(probabilities, 0.1);
      probabilities[pair % 3] = 0.7;
      String given = FLAT.labels().get(pair % 3).id();
      evaluation.add(Set.of(own), topics(FLAT, List.of(given), 0.1, probabilities));
    }
    TopicMetrics metrics = evaluation.metrics();
    assertThat(metrics.microF1()).isCloseTo(metrics.accuracy(), EXACTLY);
    assertThat(metrics.subsetAccuracy()).isEqualTo(metrics.accuracy());
    assertThat(metrics.coverage().get(0).accuracy()).hasValue(metrics.accuracy());
    assertThat(Objects.requireNonNull(metrics.calibration()).error())
        .isCloseTo(Math.abs(0.7 - metrics.accuracy()), EXACTLY);
  }
}
