package dev.headnote;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one article of a stream: its result, or the reason why it has none. A failing
 * article thus keeps its place, and those after it are still done. Immutable.
 *
 * @param article the article
 * @param result its result; null if it failed
 * @param failure why it failed; null if it did not
 */
public record Outcome<T>(Article article, @Nullable T result, @Nullable HeadnoteException failure) {

  public Outcome {
    Objects.requireNonNull(article, "article");
    if ((result == null) == (failure == null)) {
      throw new IllegalArgumentException("either a result or a failure");
    }
  }

  /**
   * Returns the result.
   *
   * @throws HeadnoteException the failure, if there is one
   */
  public T orThrow() {
    if (result == null) {
      throw Objects.requireNonNull(failure);
    }
    return result;
  }
}
