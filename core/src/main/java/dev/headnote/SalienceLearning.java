package dev.headnote;

import dev.headnote.salience.SalienceModel;
import dev.headnote.salience.SalienceTrainer;
import dev.headnote.salience.TrainingArticle;
import dev.headnote.topic.EncodedArticle;
import java.util.stream.Stream;

/**
 * Learns what a summary's sentences are from a stream of encoded articles with summaries, and says
 * by number which one it can't take.
 */
final class SalienceLearning {

  private SalienceLearning() {}

  /** An article with a summary, and its vectors or why there are none. */
  record Example(SummarizedArticle summarized, Outcome<EncodedArticle> encoded) {

    private TrainingArticle orThrow() {
      EncodedArticle article = encoded.orThrow();
      boolean titled = summarized.article().isTitleGiven();
      return new TrainingArticle(
          article.sentences(),
          article.vectors(),
          titled ? article.title() : null,
          titled ? article.titleVector() : null,
          summarized.summary(),
          summarized.weight());
    }
  }

  /**
   * Takes all examples, and learns.
   *
   * @param provenance what the articles are, for the model to keep
   * @throws HeadnoteException that names the first article that can't be encoded
   */
  static SalienceModel train(
      SalienceTrainer trainer, Stream<Example> examples, String provenance, Learning learning) {
    Learning.takeAll(
        "article",
        examples,
        example -> example.encoded.article(),
        example -> trainer.add(example.orThrow()));
    return learning.from("what the articles hold", () -> trainer.train(provenance));
  }
}
