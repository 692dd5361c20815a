package dev.headnote.evaluate;

import dev.headnote.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Adds up how good one system's summaries are. For one thread. */
final class SystemScores {

  private static final int FIRST = 3;

  private final List<RougeScores> rouge = new ArrayList<>();
  private long sentences;
  private long words;
  private double positions;
  private long first;
  private long extractive;
  private double precision;
  private double recall;
  private double f1;

  /**
   * @param articleSentences how many sentences the article has
   */
  void add(List<Sentence> summary, int articleSentences, RougeScores scores) {
    rouge.add(scores);
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
    return values(metric, Rouge.Score::f1);
  }

  private double[] values(RougeMetric metric, ToDoubleFunction<Rouge.Score> part) {
    return rouge.stream().mapToDouble(scores -> part.applyAsDouble(scores.of(metric))).toArray();
  }

  SystemMetrics metrics() {
    Map<RougeMetric, RougeMean> means = new EnumMap<>(RougeMetric.class);
    for (RougeMetric metric : RougeMetric.values()) {
      means.put(
          metric,
          new RougeMean(
              mean(values(metric, Rouge.Score::precision)),
              mean(values(metric, Rouge.Score::recall)),
              Estimate.ofMean(f1(metric))));
    }
    double chosen = Math.max(1, sentences);
    return new SystemMetrics(
        means,
        (double) sentences / rouge.size(),
        (double) words / rouge.size(),
        positions / chosen,
        first / chosen,
        agreement());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private @Nullable SentenceAgreement agreement() {
    return extractive == 0
        ? null
        : new SentenceAgreement(
            extractive, precision / extractive, recall / extractive, f1 / extractive);
  }
}
