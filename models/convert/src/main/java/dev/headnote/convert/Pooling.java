package dev.headnote.convert;

import java.util.Locale;

/** How the vectors of a sequence's tokens become one vector. */
public enum Pooling {
  /** Their mean over all tokens, special ones included. */
  MEAN,
  /** The vector of the first token, [CLS]. */
  FIRST;

  /** The name in model.json. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
