package dev.headnote.examples.spark;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Digests rows as they are asked for, in order, with a few read ahead.
 *
 * <p>Headnote reads a stream on a thread of its own; Spark's rows may only be read by the task's
 * thread, which Spark's readers know by what is local to it. So the task's thread, which takes the
 * digests, also fills the queue that the stream is read from.
 */
final class DigestIterator implements Iterator<Row>, AutoCloseable {

  /** Enough to keep the cores of one executor busy while its other tasks have none. */
  private static final int MOST_ARTICLES = 64;

  private static final long MOST_CHARACTERS = 1 << 20;

  /** How much of a row that can't be read its error shows. */
  private static final int SHOWN = 80;

  /** A row that was read: the article to come, or why there is none. */
  private record Pending(@Nullable Object id, int characters, @Nullable String error) {}

  private final Iterator<Row> rows;
  private final Headnote headnote;
  private final Counters counters;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long characters;

  private final BlockingQueue<Article> articles = new LinkedBlockingQueue<>();

  private final Stream<Outcome<Digest>> stream;
  private final Iterator<Outcome<Digest>> outcomes;

  /**
   * @param rows id, title, text and what could not be read
   */
  DigestIterator(Iterator<Row> rows, Headnote headnote, Counters counters) {
    this.rows = rows;
    this.headnote = headnote;
    this.counters = counters;
    this.stream = headnote.digest(Stream.generate(this::take));
    this.outcomes = stream.iterator();
  }

  /** For Headnote's reader, whom closing interrupts. */
  private Article take() {
    try {
      return articles.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the partition is closed", e);
    }
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || rows.hasNext();
  }

  @Override
  public Row next() {
    while (pending.size() < MOST_ARTICLES && characters < MOST_CHARACTERS && rows.hasNext()) {
      read(rows.next());
    }
    Pending first = pending.remove();
    characters -= first.characters;
    counters.articles().add(1);
    return first.error == null ? digested(first.id) : failed(first.id, first.error);
  }

  private void read(Row row) {
    String text = row.getString(2);
    String corrupt = row.getString(3);
    String error = null;
    if (corrupt != null) {
      error = "is no row: " + corrupt.substring(0, Math.min(SHOWN, corrupt.length()));
    } else if (text == null || text.isBlank()) {
      error = "holds no text";
    } else {
      articles.add(Article.of(row.getString(1), text));
    }
    int size = error == null ? text.length() : 0;
    characters += size;
    pending.add(new Pending(row.get(0), size, error));
  }

  private Row digested(@Nullable Object id) {
    Outcome<Digest> outcome = outcomes.next();
    HeadnoteException failure = outcome.failure();
    if (failure != null) {
      // What ends the task is no fault of the article's.
      if (failure.code() == Code.CLOSED || failure.code() == Code.INTERRUPTED) {
        throw failure;
      }
      return failed(id, String.valueOf(failure.getMessage()));
    }
    counters.sentences().add(outcome.article().sentences().size());
    return DigestRow.of(id, outcome.orThrow(), headnote.precision());
  }

  private Row failed(@Nullable Object id, String error) {
    counters.failures().add(1);
    return DigestRow.failure(id, error);
  }

  @Override
  public void close() {
    stream.close();
  }
}
