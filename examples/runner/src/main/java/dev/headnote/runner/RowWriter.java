package dev.headnote.runner;

import java.io.IOException;

/** Writes what became of each input, in order and at once, so a reader of the output sees it. */
interface RowWriter {

  /** Writes what was found out. */
  void write(RowId id, Row row) throws IOException;

  /** Writes what was found out about an article. */
  default void write(Item.Ready input, Row row) throws IOException {
    write(input.id(), row);
  }

  /** Writes, in its place, why there is nothing to be said about an input. */
  void fail(Item.Failed failed) throws IOException;

  /** Completes the output; its stream stays open. */
  void finish() throws IOException;
}
