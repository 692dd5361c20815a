package dev.headnote;

import java.util.Objects;

/**
 * An article with a summary that somebody wrote, to learn from. Immutable.
 *
 * @param article the article
 * @param summary what was written
 * @param weight how much it counts beside others, above 0 and finite
 */
public record SummarizedArticle(Article article, String summary, double weight) {

  public SummarizedArticle {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(summary, "summary");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a weight above 0, not " + weight);
    }
  }
}
