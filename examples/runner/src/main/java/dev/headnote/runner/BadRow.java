package dev.headnote.runner;

import org.jspecify.annotations.Nullable;

/** Says why a row can't be worked on, and which row it is if that much could be read. */
final class BadRow extends Exception {

  private static final long serialVersionUID = 1;

  private final transient @Nullable RowId id;

  BadRow(@Nullable RowId id, String problem) {
    super(problem);
    this.id = id;
  }

  @Nullable RowId id() {
    return id;
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}
