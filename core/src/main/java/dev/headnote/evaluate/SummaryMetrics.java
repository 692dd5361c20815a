package dev.headnote.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How good summaries are, compared with references, beside the least and the most that could be
 * expected. {@link SummaryEvaluation} computes it. Immutable.
 *
 * @param articles how many articles there are; at least 1
 * @param summary the summaries
 * @param lead what {@link Lead} takes, as long as a summary may be
 * @param oracle what {@link GreedyOracle} takes, no longer than that
 * @param differenceToLead how much larger F1 is than the lead's by each metric, -1 to 1: the mean
 *     of the articles' differences with its paired interval
 */
public record SummaryMetrics(
    long articles,
    SystemMetrics summary,
    SystemMetrics lead,
    SystemMetrics oracle,
    Map<RougeMetric, Estimate> differenceToLead) {

  public SummaryMetrics {
    differenceToLead = Collections.unmodifiableMap(new EnumMap<>(differenceToLead));
  }

  /**
   * The share of the way from the lead's mean F1 to the oracle's that the summaries go: 0 if they
   * are as good as the lead, 1 if as good as the oracle, below 0 if worse than the lead; empty
   * where the oracle is no better than the lead.
   */
  public OptionalDouble closedShare(RougeMetric metric) {
    double least = lead.rouge(metric).f1().mean();
    double most = oracle.rouge(metric).f1().mean();
    return most > least
        ? OptionalDouble.of((summary.rouge(metric).f1().mean() - least) / (most - least))
        : OptionalDouble.empty();
  }
}
