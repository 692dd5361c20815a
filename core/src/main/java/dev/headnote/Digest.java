package dev.headnote;

import dev.headnote.summary.Summary;
import dev.headnote.topic.Topics;
import java.util.Objects;

/**
 * The headnote of an article: its topics and its summary, both from the same sentence vectors.
 * Immutable.
 *
 * @param article the article that was digested
 * @param topics every label of the label set with its probability
 * @param summary the chosen sentences, and a score for every sentence
 */
public record Digest(Article article, Topics topics, Summary summary) {

  public Digest {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(summary, "summary");
  }
}
