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

  /** An article with a summary, and its vectors or why there are none. */
  record Example(SummarizedArticle summarized, Outcome<EncodedArticle> encoded) {

    private Article article() {
      return summarized.article();
    }
  }

  private static TrainingArticle learnable(Example example) {
    SummarizedArticle summarized = example.summarized;
    EncodedArticle encoded = example.encoded.orThrow();
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
   * @throws HeadnoteException that names the first article that can't be encoded
   */
  SalienceModel train(Stream<Example> examples, String provenance, Learning learning) {
    Learning.takeAll(
        "article", examples, Example::article, example -> trainer.add(learnable(example)));
    return learning.from("what the articles hold", () -> trainer.train(provenance));
  }
}
