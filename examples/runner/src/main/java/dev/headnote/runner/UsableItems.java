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
 * The articles of the inputs that can be used, one after the other, read as they are asked for.
 * What can't be read or used is reported, and the next is read. For one thread at a time.
 */
final class UsableItems implements Iterator<Item.Ready> {

  /** Says which articles can't be used. */
  interface Check {

    /** All can be used that can be read. */
    Check NONE = item -> null;

    /** Why an article can't be used; null if it can. */
    @Nullable String problem(Item.Ready item);

    /** The check that finds what this one finds, or else another. */
    default Check or(Check other) {
      return item -> {
        String problem = problem(item);
        return problem == null ? other.problem(item) : problem;
      };
    }
  }

  private final InputReader reader;
  private final ItemParser parser;
  private final Check check;
  private final Consumer<Item.Failed> failures;
  private Item.@Nullable Ready next;

  /**
   * @param failures is told of what can't be read or used, in the reading thread
   */
  UsableItems(InputReader reader, ItemParser parser, Check check, Consumer<Item.Failed> failures) {
    this.reader = reader;
    this.parser = parser;
    this.check = check;
    this.failures = failures;
  }

  /** Those that are left, in order. */
  Stream<Item.Ready> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    while (next == null && reader.hasNext()) {
      next = usable(parse(reader.next()));
    }
    return next != null;
  }

  @Override
  public Item.Ready next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item.Ready result = next;
    next = null;
    return Objects.requireNonNull(result);
  }

  private Item parse(Raw raw) {
    try {
      return parser.parse(raw);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Item.Failed(null, raw.source().name(), raw.line(), "failed inside Headnote: " + e);
    }
  }

  /** Null if it can't be used. */
  private Item.@Nullable Ready usable(Item item) {
    if (item instanceof Item.Ready ready) {
      String problem = check.problem(ready);
      if (problem == null) {
        return ready;
      }
      failures.accept(ready.failed(problem));
    } else {
      failures.accept((Item.Failed) item);
    }
    return null;
  }
}
