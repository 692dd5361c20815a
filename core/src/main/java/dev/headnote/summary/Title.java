package dev.headnote.summary;

import java.util.Objects;

/**
 * An article's title. The array is not copied and must not change.
 *
 * @param text as the article has it
 * @param vector of length 1
 * @param given whether it was given with the article, and not found in its text
 */
public record Title(String text, float[] vector, boolean given) {

  public Title {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(vector, "vector");
  }
}
