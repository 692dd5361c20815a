package dev.headnote;

import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicTrainer;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Learns to label from a stream of encoded articles, and says by number which one it can't take.
 */
final class TopicLearning {

  private TopicLearning() {}

  /** The labels of an article, and its vectors or why there are none. */
  record Example(Set<String> labels, Outcome<EncodedArticle> encoded) {}

  /**
   * Takes all examples, and learns.
   *
   * @throws HeadnoteException that names the first example that can't be learned from
   */
  static TopicModel train(
      TopicTrainer trainer, Stream<Example> examples, Progress progress, Learning learning) {
    Learning.takeAll(
        "example",
        examples,
        example -> example.encoded.article(),
        example -> trainer.add(example.encoded.orThrow(), example.labels));
    return learning.from("what the examples hold", () -> trainer.train(progress));
  }

  /**
   * Takes all articles, and adapts.
   *
   * @throws HeadnoteException that names the first article that can't be encoded
   */
  static TopicModel adapt(
      TopicAdapter adapter,
      Stream<Outcome<EncodedArticle>> articles,
      Progress progress,
      Learning learning) {
    Learning.takeAll(
        "article", articles, Outcome::article, article -> adapter.add(article.orThrow()));
    return learning.from("what the articles hold", () -> adapter.adapt(progress));
  }
}
