package dev.headnote.evaluate;

import dev.headnote.topic.Label;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How many articles of each label were given which label. Immutable. */
public final class ConfusionMatrix {

  private final List<Label> labels;
  private final long[][] counts;

  /**
   * @param counts a row for each own label of an article, a column for each label given; the last
   *     row and column stand for none of the labels. It is copied
   */
  ConfusionMatrix(List<Label> labels, long[][] counts) {
    this.labels = List.copyOf(labels);
    this.counts = Stream.of(counts).map(long[]::clone).toArray(long[][]::new);
  }

  /** The labels, in the order of the set. */
  public List<Label> labels() {
    return labels;
  }

  /** What stands for none of the labels in place of a label's index. */
  public int none() {
    return labels.size();
  }

  /**
   * How many articles have a label and were given one.
   *
   * @param own the index in {@link #labels()} of the article's own label, or {@link #none()}
   * @param given that of the label given, or {@link #none()}
   */
  public long count(int own, int given) {
    return counts[own][given];
  }

  /**
   * How many articles have a label.
   *
   * @param own its index in {@link #labels()}, or {@link #none()}
   */
  public long support(int own) {
    return LongStream.of(counts[own]).sum();
  }

  /**
   * How many articles were given a label.
   *
   * @param given its index in {@link #labels()}, or {@link #none()}
   */
  public long given(int given) {
    return Stream.of(counts).mapToLong(row -> row[given]).sum();
  }
}
