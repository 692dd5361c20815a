package dev.headnote;

import dev.headnote.salience.SalienceModel;
import dev.headnote.salience.SalienceTrainer;
import dev.headnote.salience.TrainingArticle;
import dev.headnote.topic.EncodedArticle;
import java.util.stream.Stream;

/** Learns what a summary's sentences are from a stream of articles with summaries. */
final class SalienceTraining {

  private final SalienceTrainer trainer;

  SalienceTraining(long seed, Progress progress) {
    trainer = new SalienceTrainer(seed, progress);
  }

  /** An article with its vectors, as it is learned from. */
  static TrainingArticle example(SummarizedArticle summarized, EncodedArticle encoded) {
    boolean titled = summarized.article().isTitleGiven();
    return new TrainingArticle(
        encoded.sentences(),
        encoded.vectors(),
        titled ? encoded.title() : null,
        titled ? encoded.titleVector() : null,
        summarized.summary(),
        summarized.weight());
  }

  /**
   * Takes all examples, and learns.
   *
   * @param provenance what the articles are, for the model to keep
   * @throws HeadnoteException if an article can't be encoded
   */
  SalienceModel train(Stream<TrainingArticle> examples, String provenance, Learning learning) {
    examples.forEachOrdered(trainer::add);
    return learning.from("what the articles hold", () -> trainer.train(provenance));
  }
}
