package dev.headnote;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link ArticleObserver} is told of one article. Immutable.
 *
 * @param verb what was asked for
 * @param article the article; a program that keeps it keeps its text in memory
 * @param time from the call to its end, what it waited for other calls included
 * @param failure why it failed; null if it did not
 */
public record ArticleCall(
    Verb verb, Article article, Duration time, @Nullable HeadnoteException failure) {

  /** What may be asked for. */
  public enum Verb {
    /** Topics and a summary. */
    DIGEST,
    /** Topics alone. */
    TOPICS,
    /** A summary alone. */
    SUMMARIZE,
    /** A part in a summary of several articles. */
    SUMMARIZE_TOGETHER,
    /** An example to learn from. */
    TRAIN
  }

  public ArticleCall {
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(time, "time");
  }
}
