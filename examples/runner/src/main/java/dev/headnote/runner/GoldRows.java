package dev.headnote.runner;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles with what people made of them, one row after the other: {@code {"id"?, "title"?,
 * "text" | "article" | "html", ...}}. What can't be read or used is reported, and the next is read.
 * For one thread at a time.
 */
abstract class GoldRows<R extends GoldRow> implements Iterator<R> {

  private final InputReader reader;
  private final ItemParser parser;
  private final Consumer<Item.Failed> failures;
  private @Nullable R next;

  /**
   * @param failures is told of what can't be used, in the reading thread
   */
  GoldRows(InputReader reader, ItemParser parser, Consumer<Item.Failed> failures) {
    this.reader = reader;
    this.parser = parser;
    this.failures = failures;
  }

  /** The rows that are left, in order, read as they are asked for. */
  final Stream<R> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public final boolean hasNext() {
    while (next == null && reader.hasNext()) {
      next = read(reader.next());
    }
    return next != null;
  }

  @Override
  public final R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    R result = next;
    next = null;
    return Objects.requireNonNull(result);
  }

  /** Makes a row of an article that was read. */
  abstract R row(Item.Ready ready, String sourceName, long line);

  /** Why a row can't be used; null if it can. */
  @Nullable String problem(R row) {
    return null;
  }

  /** Null if it can't be used. */
  private @Nullable R read(Raw raw) {
    Item item = parse(raw);
    if (item instanceof Item.Ready ready) {
      R row = row(ready, raw.source().name(), raw.line());
      String problem = problem(row);
      if (problem == null) {
        return row;
      }
      item = row.failed(problem);
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
