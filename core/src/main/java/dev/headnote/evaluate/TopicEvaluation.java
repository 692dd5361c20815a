package dev.headnote.evaluate;

import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Compares the topics of articles with labels of their own, one article after the other.
 *
 * <pre>{@code
 * TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(labels);
 * evaluation.add(Set.of("sport"), headnote.topics(article));
 * double accuracy = evaluation.metrics().accuracy();
 * }</pre>
 *
 * <p>Articles are counted and not kept, but for one number each. For one thread.
 */
public final class TopicEvaluation {

  private final LabelPlaces places;
  private final boolean severalLabels;
  private final long[] support;
  private final long[] given;
  private final long[] correct;

  /** How often articles with a label of their own were given a label; empty if several may be. */
  private final Map<ConfusionMatrix.Cell, Long> confusion = new HashMap<>();

  private final CalibrationBins calibration = new CalibrationBins();
  private final CalibrationBins labelCalibration = new CalibrationBins();
  private final CoverageCounts coverage = new CoverageCounts();
  private final NoneScores noneScores = new NoneScores();
  private long articles;
  private long bestCorrect;
  private long allCorrect;
  private long topCorrect;

  /** Over all articles, the labels both of their own and given, and the sum of both numbers. */
  private long onBothWays;

  private long onEitherWay;

  private TopicEvaluation(LabelSet labels, boolean severalLabels) {
    places = new LabelPlaces(labels);
    this.severalLabels = severalLabels;
    int size = labels.size();
    support = new long[size];
    given = new long[size];
    correct = new long[size];
  }

  /** Returns an evaluation of topics where an article is given one label at most. */
  public static TopicEvaluation ofOneLabel(LabelSet labels) {
    return new TopicEvaluation(labels, false);
  }

  /**
   * Returns an evaluation of topics where an article may be given several labels. In a hierarchy an
   * article also has the labels above its own.
   */
  public static TopicEvaluation ofSeveralLabels(LabelSet labels) {
    return new TopicEvaluation(labels, true);
  }

  /**
   * Adds an article.
   *
   * @param own the ids of its own labels; empty if none of the set's applies
   * @param topics what it was given
   * @throws IllegalArgumentException if a label is not in the set, or {@code topics} are not over
   *     the whole set; then nothing is added
   */
  public void add(Set<String> own, Topics topics) {
    BitSet gold = severalLabels ? places.withBroader(places.of(own)) : places.of(own);
    BitSet assigned =
        places.of(topics.assigned().stream().map(topic -> topic.label().id()).toList());
    int[] order =
        topics.all().stream().mapToInt(topic -> places.place(topic.label().id())).toArray();
    if (order.length != support.length) {
      throw new IllegalArgumentException(
          "topics over " + order.length + " labels, not the set's " + support.length);
    }
    articles++;
    addGiven(gold, assigned, topics);
    addProbabilities(gold, order, topics);
    noneScores.add(!gold.isEmpty(), topics.noneProbability(), topics.none());
  }

  private void addGiven(BitSet gold, BitSet assigned, Topics topics) {
    BitSet best = new BitSet();
    topics.best().ifPresent(topic -> best.set(places.place(topic.label().id())));
    bestCorrect += agree(gold, best) ? 1 : 0;
    topCorrect += agree(places.tops(gold), places.tops(best)) ? 1 : 0;
    allCorrect += gold.equals(assigned) ? 1 : 0;
    BitSet ownWay = places.withBroader(gold);
    BitSet givenWay = places.withBroader(assigned);
    onEitherWay += ownWay.cardinality() + givenWay.cardinality();
    ownWay.and(givenWay);
    onBothWays += ownWay.cardinality();
    gold.stream().forEach(label -> support[label]++);
    assigned.stream().forEach(label -> given[label]++);
    gold.stream().filter(assigned::get).forEach(label -> correct[label]++);
    if (!severalLabels && gold.cardinality() <= 1) {
      confusion.merge(new ConfusionMatrix.Cell(onlyOrNone(gold), onlyOrNone(best)), 1L, Long::sum);
    }
  }

  /** Whether the best label is among an article's own, or there is neither. */
  private static boolean agree(BitSet own, BitSet best) {
    return best.isEmpty() ? own.isEmpty() : own.intersects(best);
  }

  private int onlyOrNone(BitSet labels) {
    return labels.isEmpty() ? support.length : labels.nextSetBit(0);
  }

  /**
   * @param order the labels' places, most probable first
   */
  private void addProbabilities(BitSet gold, int[] order, Topics topics) {
    BitSet implied = places.withBroader(gold);
    double first = topics.all().get(0).probability();
    boolean isCorrect = implied.get(order[0]);
    coverage.add(first, isCorrect);
    if (!gold.isEmpty()) {
      calibration.add(first, isCorrect);
    }
    if (severalLabels) {
      for (int i = 0; i < order.length; i++) {
        Topic topic = topics.all().get(i);
        labelCalibration.add(topic.probability(), implied.get(order[i]));
      }
    }
  }

  /** How many articles were added. */
  public long articles() {
    return articles;
  }

  /**
   * What the articles so far come to.
   *
   * @throws IllegalStateException if no article was added
   */
  public TopicMetrics metrics() {
    if (articles == 0) {
      throw new IllegalStateException("no article was added");
    }
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < support.length; i++) {
      scores.add(new LabelScore(places.labels().get(i), support[i], given[i], correct[i]));
    }
    return new TopicMetrics(
        articles,
        share(bestCorrect),
        share(allCorrect),
        inHierarchy(share(topCorrect)),
        inHierarchy(onEitherWay == 0 ? 0 : 2.0 * onBothWays / onEitherWay),
        scores,
        severalLabels ? null : new ConfusionMatrix(places.labels(), confusion),
        calibration.calibration(),
        labelCalibration.calibration(),
        coverage.coverage(articles),
        noneScores.detection());
  }

  private OptionalDouble inHierarchy(double value) {
    return places.isHierarchy() ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private double share(long count) {
    return (double) count / articles;
  }
}
