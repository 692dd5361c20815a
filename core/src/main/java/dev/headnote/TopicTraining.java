package dev.headnote;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicTrainer;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** Learns to label from a stream of examples. */
final class TopicTraining {

  private final TopicTrainer trainer;

  TopicTraining(LabelSet labels, SentenceEncoder encoder, boolean multiLabel, long seed) {
    trainer = new TopicTrainer(labels, encoder, multiLabel, seed);
  }

  /** The labels of an example, and its article's vectors or why there are none. */
  record Example(Set<String> labels, Outcome<EncodedArticle> encoded) {}

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
        Example example = all.next();
        trainer.add(example.encoded.orThrow(), example.labels);
      } catch (HeadnoteException e) {
        throw e.code() == Code.INVALID_INPUT
            ? new HeadnoteException(e.code(), "example " + number + ": " + e.getMessage(), e)
            : e;
      }
    }
    return pool.submit(() -> trainer.train(progress)).join();
  }
}
