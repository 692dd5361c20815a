package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.salience.TrainingArticle;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicTrainer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Learning when a {@link Headnote} is closed after the last example was encoded. */
class LearningAfterCloseTest {

  private static final List<String> SENTENCES = List.of("The bridge was opened on Monday.");
  private static final Progress SILENT = (stage, done, total) -> {};

  private final CountingEncoder encoder = new CountingEncoder(false);
  private final float[][] vectors = encoder.encode(SENTENCES);
  private final Outcome<EncodedArticle> article =
      new Outcome<>(
          Article.of(SENTENCES.get(0)), new EncodedArticle(SENTENCES, vectors, null, null), null);
  private final LabelSet labels = LabelSet.ofNames("alpha", "beta", "gamma");
  private final ForkJoinPool closed = new ForkJoinPool(1);

  @BeforeEach
  void close() {
    closed.shutdown();
  }

  @Test
  void saysThatItIsClosed() {
    assertClosed(
        () ->
            TopicLearning.train(
                new TopicTrainer(labels, encoder, false, 1),
                Stream.of(new TopicLearning.Example(Set.of("alpha"), article)),
                SILENT,
                closed));
    assertClosed(
        () ->
            TopicLearning.adapt(
                new TopicAdapter(labels, encoder), Stream.of(article), SILENT, closed));
    assertClosed(
        () ->
            new SalienceTraining(1, SILENT)
                .train(
                    Stream.of(
                        new TrainingArticle(SENTENCES, vectors, null, null, "A bridge opened.", 1)),
                    "none",
                    closed));
  }

  private static void assertClosed(ThrowingCallable learning) {
    assertThatThrownBy(learning)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
  }
}
