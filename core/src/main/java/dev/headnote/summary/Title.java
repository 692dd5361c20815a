package dev.headnote.summary;

import java.util.Objects;

/**
 * An article's title.
 *
 * @param text as the article has it
 * @param vector of length 1
 */
public record Title(String text, float[] vector) {

  public Title {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(vector, "vector");
  }
}
