package dev.headnote.evaluate;

import dev.headnote.Sentence;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up how good one system's summaries are. For one thread. */
final class SystemScores {

  private static final int FIRST = 3;

  private final Map<RougeMetric, MetricScores> rouge = new EnumMap<>(RougeMetric.class);
  private long articles;
  private long sentences;
  private long words;
  private double positions;
  private long first;
  private long extractive;
  private double precision;
  private double recall;
  private double f1;

  SystemScores() {
    for (RougeMetric metric : RougeMetric.values()) {
      rouge.put(metric, new MetricScores());
    }
  }

  /**
   * @param articleSentences how many sentences the article has
   */
  void add(List<Sentence> summary, int articleSentences, RougeScores scores) {
    rouge.forEach((metric, sum) -> sum.add(scores.of(metric)));
    articles++;
    sentences += summary.size();
    for (Sentence sentence : summary) {
      words += sentence.wordCount();
      positions += (double) sentence.index() / Math.max(1, articleSentences - 1);
      first += sentence.index() < FIRST ? 1 : 0;
    }
  }

  /** Adds the best agreement with one of some extractive references. */
  void addAgreement(List<Sentence> summary, List<BitSet> references) {
    Rouge.Score best = new Rouge.Score(0, 0);
    for (BitSet reference : references) {
      long hits = summary.stream().filter(sentence -> reference.get(sentence.index())).count();
      Rouge.Score score = Rouge.Score.of(hits, summary.size(), reference.cardinality());
      best = score.f1() > best.f1() ? score : best;
    }
    extractive++;
    precision += best.precision();
    recall += best.recall();
    f1 += best.f1();
  }

  /** Each article's F1, in order. */
  double[] f1(RougeMetric metric) {
    return Objects.requireNonNull(rouge.get(metric)).f1.toArray();
  }

  SystemMetrics metrics() {
    Map<RougeMetric, RougeMean> means = new EnumMap<>(RougeMetric.class);
    rouge.forEach((metric, scores) -> means.put(metric, scores.mean()));
    double chosen = Math.max(1, sentences);
    return new SystemMetrics(
        means,
        (double) sentences / articles,
        (double) words / articles,
        positions / chosen,
        first / chosen,
        agreement());
  }

  private @Nullable SentenceAgreement agreement() {
    return extractive == 0
        ? null
        : new SentenceAgreement(
            extractive, precision / extractive, recall / extractive, f1 / extractive);
  }

  /** The scores of all articles by one metric. */
  private static final class MetricScores {

    private final Doubles f1 = new Doubles();
    private double precision;
    private double recall;

    void add(Rouge.Score score) {
      f1.add(score.f1());
      precision += score.precision();
      recall += score.recall();
    }

    RougeMean mean() {
      return new RougeMean(
          precision / f1.size(), recall / f1.size(), Estimate.ofMean(f1.toArray()));
    }
  }
}
