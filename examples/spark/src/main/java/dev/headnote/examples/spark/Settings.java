package dev.headnote.examples.spark;

import dev.headnote.Precision;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What an executor's Headnote is built with, beside its labels.
 *
 * @param model a model on the executor's class path
 * @param cascade whether it is asked only about articles that {@code instant} is not sure of
 * @param precision the same on all executors, or their rows differ; AUTO goes by the CPU
 * @param workers how many cores to use; 0 for all that there are
 * @param sentences the most of a summary
 */
record Settings(String model, boolean cascade, Precision precision, int workers, int sentences)
    implements Serializable {

  Settings cascading() {
    return new Settings(model, true, precision, workers, sentences);
  }

  /** Labels as arrays, since those pass through any of Spark's serializers. */
  static String[][] rows(LabelSet labels) {
    return labels.labels().stream()
        .map(label -> new String[] {label.id(), label.name(), label.description(), label.parent()})
        .toArray(String[][]::new);
  }

  static LabelSet labels(String[][] rows) {
    return LabelSet.of(
        Arrays.stream(rows).map(row -> new Label(row[0], row[1], row[2], row[3])).toList());
  }
}
