package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.Device;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.keyphrase.Keyphrase;
import dev.headnote.summary.Summary;
import dev.headnote.topic.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Topics, summaries or both, from one model that is loaded once. */
final class ModelWork implements Work {

  /** What is asked for. */
  enum Verb {
    DIGEST,
    DIGEST_WITH_KEYPHRASES,
    TOPICS,
    SUMMARIZE,
    /** A summary, and the reasons for it. */
    EXPLAIN
  }

  /** Short articles are encoded together. */
  private static final int ARTICLES_PER_CORE = 4;

  /** A GPU takes the sentences of many articles in one batch. */
  private static final int ARTICLES_FOR_A_GPU = 128;

  private final Headnote headnote;
  private final Verb verb;
  private final boolean multiLabel;

  /**
   * @param headnote closed with this
   * @param multiLabel whether it may give an article several labels
   */
  ModelWork(Headnote headnote, Verb verb, boolean multiLabel) {
    this.headnote = headnote;
    this.verb = verb;
    this.multiLabel = multiLabel;
  }

  @Override
  public Row apply(Article article) {
    return switch (verb) {
      case DIGEST -> {
        Digest digest = headnote.digest(article);
        yield row(article, digest.topics(), digest.summary(), null);
      }
      case DIGEST_WITH_KEYPHRASES -> {
        Digest digest = headnote.digest(article);
        yield row(article, digest.topics(), digest.summary(), digest.keyphrases());
      }
      case TOPICS -> row(article, headnote.topics(article), null, null);
      case SUMMARIZE -> row(article, null, headnote.summarize(article), null);
      case EXPLAIN -> {
        Summary summary = headnote.summarize(article);
        yield new ExplainedRow(row(article, null, summary, null), summary);
      }
    };
  }

  @Override
  public int articlesAtOnce(int workers) {
    return headnote.device() == Device.CPU
        ? ARTICLES_PER_CORE * workers
        : Math.max(workers, ARTICLES_FOR_A_GPU);
  }

  private Row row(
      Article article,
      @Nullable Topics topics,
      @Nullable Summary summary,
      @Nullable List<Keyphrase> keyphrases) {
    return new DigestRow(
        article.title(),
        article.sentences(),
        topics,
        multiLabel,
        summary,
        keyphrases,
        headnote.precision());
  }

  @Override
  public void close() {
    headnote.close();
  }
}
