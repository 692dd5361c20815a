package dev.headnote;

import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.SourceDocument;
import dev.headnote.summary.Summary;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.Topics;
import java.util.List;

/**
 * What makes the results of an article, until a deadline. Implementations are safe for use by
 * several threads.
 */
interface Digester extends AutoCloseable {

  Digest digest(Article article, Deadline deadline);

  Topics topics(Article article, Deadline deadline);

  Summary summarize(Article article, Deadline deadline);

  /**
   * What a summary of several articles needs of one.
   *
   * @param place the article's place among them, from 0
   */
  SourceDocument read(int place, Article article, Deadline deadline);

  MultiDocumentSummary summarizeTogether(List<SourceDocument> documents, LineOrder order);

  /** All of an article's texts with their vectors, as topics are learned from. */
  EncodedArticle encodeForTopics(Article article, Deadline deadline);

  /** All of an article's texts with their vectors, as summaries are learned from. */
  EncodedArticle encodeForSummary(Article article, Deadline deadline);

  /** Makes ready what the first article would wait for, however long that takes. */
  void warmUp();

  /** The encoder that it was made for; in a cascade, the transformer. */
  SentenceEncoder encoder();

  /** Frees the native memory, once no call is under way. */
  @Override
  void close();
}
