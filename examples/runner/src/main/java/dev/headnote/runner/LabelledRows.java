package dev.headnote.runner;

import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles that say which labels they have, one row after the other: {@code {"id"?, "title"?,
 * "text" | "article" | "html", "label" | "labels"}}. A label that is null, or an empty array of
 * them, says that none applies. What can't be read, or has a label that isn't in the set, is
 * reported, and the next is read. For one thread at a time.
 */
final class LabelledRows implements Iterator<LabelledRow> {

  private final InputReader reader;
  private final ItemParser parser = ItemParser.ofLabelledRows();
  private final Set<String> known;
  private final Consumer<Item.Failed> failures;
  private @Nullable LabelledRow next;

  /**
   * @param sources files of rows
   * @param standardInput what is read for a source that stands for it
   * @param labels the labels that rows may have
   * @param failures is told of what can't be used, in the reading thread
   */
  LabelledRows(
      List<Source> sources,
      InputStream standardInput,
      LabelSet labels,
      Consumer<Item.Failed> failures) {
    this.reader = new InputReader(sources, standardInput);
    this.known = labels.labels().stream().map(Label::id).collect(Collectors.toUnmodifiableSet());
    this.failures = failures;
  }

  /** The rows that are left, in order, read as they are asked for. */
  Stream<LabelledRow> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    while (next == null && reader.hasNext()) {
      next = row(reader.next());
    }
    return next != null;
  }

  @Override
  public LabelledRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    LabelledRow result = next;
    next = null;
    return Objects.requireNonNull(result);
  }

  /** Null if it can't be used. */
  private @Nullable LabelledRow row(Raw raw) {
    Item item = parse(raw);
    if (item instanceof Item.Ready ready) {
      LabelledRow row =
          new LabelledRow(
              ready.id(), ready.article(), ready.labels(), raw.source().name(), raw.line());
      String unknown =
          ready.labels().stream().filter(label -> !known.contains(label)).findFirst().orElse(null);
      if (unknown == null) {
        return row;
      }
      item = row.failed("has the label \"" + unknown + "\", which is not among --labels");
    }
    failures.accept((Item.Failed) item);
    return null;
  }

  private Item parse(Raw raw) {
    try {
      return parser.parse(raw);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Item.Failed(null, raw.source().name(), raw.line(), "failed inside Headnote: " + e);
    }
  }
}
