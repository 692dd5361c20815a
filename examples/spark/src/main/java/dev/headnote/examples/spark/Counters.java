package dev.headnote.examples.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * How far a job is. Spark's UI shows them with each stage and task, under these names. A task that
 * is done again, as its executor was lost, counts again.
 *
 * @param articles those done, the failed ones among them
 * @param sentences those of the articles that did not fail
 * @param failures the articles that failed
 */
public record Counters(
    LongAccumulator articles, LongAccumulator sentences, LongAccumulator failures)
    implements Serializable {

  /** Returns new ones at zero. */
  public static Counters of(SparkContext context) {
    return new Counters(
        context.longAccumulator("articles"),
        context.longAccumulator("sentences"),
        context.longAccumulator("failures"));
  }

  @Override
  public String toString() {
    return "%,d articles, %,d sentences, %,d failures"
        .formatted(articles.value(), sentences.value(), failures.value());
  }
}
