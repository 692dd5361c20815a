package dev.headnote.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good the summaries of one system are, how long, and where in the articles their sentences
 * stand. Immutable.
 *
 * @param rouge the means by each metric
 * @param sentences how many sentences a summary has, the mean
 * @param words how many words, parted by white space, a summary has, the mean
 * @param position where the sentences stand, the mean over all of them: 0 for an article's first, 1
 *     for its last; 0 if there are none
 * @param amongFirstThree the share of the sentences, 0 to 1, that are among an article's first
 *     three; 0 if there are none
 * @param agreement with the sentences of extractive references; null if there are none
 */
public record SystemMetrics(
    Map<RougeMetric, RougeMean> rouge,
    double sentences,
    double words,
    double position,
    double amongFirstThree,
    @Nullable SentenceAgreement agreement) {

  public SystemMetrics {
    rouge = Collections.unmodifiableMap(new EnumMap<>(rouge));
  }

  /** The mean of one metric. */
  public RougeMean rouge(RougeMetric metric) {
    RougeMean mean = rouge.get(metric);
    if (mean == null) {
      throw new IllegalArgumentException("there is no " + metric.title());
    }
    return mean;
  }
}
