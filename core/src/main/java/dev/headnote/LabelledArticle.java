package dev.headnote;

import java.util.Objects;
import java.util.Set;

/**
 * An article whose labels are known, to learn from. Immutable.
 *
 * @param article the article
 * @param labels the ids of its labels
 */
public record LabelledArticle(Article article, Set<String> labels) {

  public LabelledArticle {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(labels, "labels")
        .forEach(label -> Objects.requireNonNull(label, "labels holds a null"));
    labels = Set.copyOf(labels);
  }

  /** An article with one label. */
  public static LabelledArticle of(Article article, String label) {
    return new LabelledArticle(article, Set.of(Objects.requireNonNull(label, "label")));
  }
}
