package dev.headnote;

import dev.headnote.keyphrase.Keyphrase;
import dev.headnote.summary.Summary;
import dev.headnote.topic.Topics;
import java.util.List;
import java.util.Objects;

/**
 * The headnote of an article: its topics, its summary and, if asked for, its keyphrases, all from
 * the same sentence vectors. Immutable.
 *
 * @param article the article that was digested
 * @param topics every label of the label set with its probability
 * @param summary the chosen sentences, and a score for every sentence
 * @param keyphrases the phrases that say what it is about: the best, then each that is best beside
 *     those before it; empty unless {@link Headnote.Builder#keyphrases(int)} asked for some
 */
public record Digest(Article article, Topics topics, Summary summary, List<Keyphrase> keyphrases) {

  public Digest {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(summary, "summary");
    keyphrases = List.copyOf(keyphrases);
  }
}
