package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicModel;
import java.util.Iterator;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** Adapts labels to a stream of articles. */
final class TopicAdaptation {

  private final TopicAdapter adapter;

  TopicAdaptation(LabelSet labels, SentenceEncoder encoder) {
    adapter = new TopicAdapter(labels, encoder);
  }

  /**
   * Takes all articles, and learns.
   *
   * @throws HeadnoteException that names the first article that can't be encoded
   */
  TopicModel adapt(Stream<Outcome<EncodedArticle>> articles, Progress progress, ForkJoinPool pool) {
    long number = 0;
    for (Iterator<Outcome<EncodedArticle>> all = articles.iterator(); all.hasNext(); ) {
      number++;
      try {
        adapter.add(all.next().orThrow());
      } catch (HeadnoteException e) {
        throw e.code() == Code.INVALID_INPUT || e.code() == Code.LIMIT_EXCEEDED
            ? new HeadnoteException(e.code(), "article " + number + ": " + e.getMessage(), e)
            : e;
      }
    }
    return pool.submit(() -> adapter.adapt(progress)).join();
  }
}
