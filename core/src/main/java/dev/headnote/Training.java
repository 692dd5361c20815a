package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicTrainer;
import java.util.Iterator;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Learns to label from a stream of examples. */
final class Training {

  private final TopicTrainer trainer;

  Training(LabelSet labels, SentenceEncoder encoder, boolean multiLabel, long seed) {
    trainer = new TopicTrainer(labels, encoder, multiLabel, seed);
  }

  /**
   * An example with its article's vectors, or why there are none.
   *
   * @param labelled the example
   * @param article its texts and vectors; null if it failed
   * @param failure null if it did not
   */
  record Example(
      LabelledArticle labelled,
      @Nullable EncodedArticle article,
      @Nullable HeadnoteException failure) {

    void addTo(TopicTrainer trainer) {
      if (article == null) {
        throw failure == null ? new IllegalStateException("nothing is known of it") : failure;
      }
      trainer.add(article, labelled.labels());
    }
  }

  static Example encode(LabelledArticle labelled, Function<Article, EncodedArticle> encoder) {
    try {
      return new Example(labelled, encoder.apply(labelled.article()), null);
    } catch (HeadnoteException e) {
      return new Example(labelled, null, e);
    }
  }

  /**
   * Takes all examples, and learns.
   *
   * @throws HeadnoteException that names the first example that can't be learned from
   */
  TopicModel train(Stream<Example> examples, Progress progress, ForkJoinPool pool) {
    long number = 0;
    for (Iterator<Example> all = examples.iterator(); all.hasNext(); ) {
      number++;
      try {
        all.next().addTo(trainer);
      } catch (HeadnoteException e) {
        throw e.code() == Code.INVALID_INPUT
            ? new HeadnoteException(e.code(), "example " + number + ": " + e.getMessage(), e)
            : e;
      }
    }
    return pool.submit(() -> trainer.train(progress)).join();
  }
}
