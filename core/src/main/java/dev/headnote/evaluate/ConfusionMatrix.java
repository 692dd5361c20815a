package dev.headnote.evaluate;

import dev.headnote.topic.Label;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How many articles of each label were given which label. It takes memory for the pairs of labels
 * that occur, not for all. Immutable.
 */
public final class ConfusionMatrix {

  private final List<Label> labels;
  private final Map<Cell, Long> counts;
  private final long[] support;
  private final long[] given;

  /**
   * A pair of labels.
   *
   * @param own the index of an article's own label; how many labels there are for none of them
   * @param given that of the label given, likewise
   */
  record Cell(int own, int given) {

    /** Of 64 bits, so that the cells of many labels don't share a few hashes. */
    @Override
    public int hashCode() {
      long mixed = (((long) own << 32) | given) * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32);
    }
  }

  /**
   * @param counts how many articles there are of each pair; those without any may be missing
   */
  ConfusionMatrix(List<Label> labels, Map<Cell, Long> counts) {
    this.labels = List.copyOf(labels);
    this.counts = Map.copyOf(counts);
    support = new long[labels.size() + 1];
    given = new long[labels.size() + 1];
    counts.forEach(
        (cell, count) -> {
          support[cell.own] += count;
          given[cell.given] += count;
        });
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
   * @throws IndexOutOfBoundsException if there is no such label
   */
  public long count(int own, int given) {
    Cell cell =
        new Cell(
            Objects.checkIndex(own, support.length), Objects.checkIndex(given, support.length));
    return counts.getOrDefault(cell, 0L);
  }

  /**
   * How many articles have a label.
   *
   * @param own its index in {@link #labels()}, or {@link #none()}
   */
  public long support(int own) {
    return support[own];
  }

  /**
   * How many articles were given a label.
   *
   * @param given its index in {@link #labels()}, or {@link #none()}
   */
  public long given(int given) {
    return this.given[given];
  }

  /** Whether both have the same labels and counts. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConfusionMatrix that
        && labels.equals(that.labels)
        && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(labels, counts);
  }

  /** How many labels there are, and articles. */
  @Override
  public String toString() {
    return "ConfusionMatrix["
        + labels.size()
        + " labels, "
        + LongStream.of(support).sum()
        + " articles]";
  }
}
