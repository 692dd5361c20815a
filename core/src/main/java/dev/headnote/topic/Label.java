package dev.headnote.topic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A label that an article can be given.
 *
 * @param id what results carry; unique in its set
 * @param name the words that a person would use for it; the id if blank
 * @param description a sentence that says what articles with this label are about; may be empty.
 *     Zero-shot labelling is markedly better with one
 * @param parent the id of the broader label, or null
 */
public record Label(String id, String name, String description, @Nullable String parent) {

  /**
   * Makes a label.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public Label {
    if (Objects.requireNonNull(id, "id").isBlank()) {
      throw new IllegalArgumentException("a label needs an id");
    }
    name = Objects.requireNonNull(name, "name").isBlank() ? id : name;
    Objects.requireNonNull(description, "description");
  }

  /** Returns a label whose id is its name, without a description. */
  public static Label of(String name) {
    return new Label(Objects.requireNonNull(name, "name"), name, "", null);
  }

  /** Returns a label whose id is its name. */
  public static Label of(String name, String description) {
    return new Label(Objects.requireNonNull(name, "name"), name, description, null);
  }
}
