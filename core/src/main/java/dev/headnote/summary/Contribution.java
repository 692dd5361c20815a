package dev.headnote.summary;

import java.util.Objects;

/**
 * One of the parts that a sentence's salience adds up from. Immutable.
 *
 * @param name what it is for, such as {@code words} or {@code query}
 * @param value what it adds, in the units of salience; below 0 where it takes away
 */
public record Contribution(String name, double value) {

  public Contribution {
    Objects.requireNonNull(name, "name");
  }
}
