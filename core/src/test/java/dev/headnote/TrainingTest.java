package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning to label through the facade, with models as they are shipped. */
@Tag("model")
class TrainingTest {

  private static final LabelSet LABELS = LabelSet.ofNames("alpha", "beta");

  private static final List<LabelledArticle> EXAMPLES =
      List.of(
          LabelledArticle.of(Article.of("The striker scored in the cup final."), "alpha"),
          LabelledArticle.of(Article.of("The bank raised its interest rate."), "beta"),
          LabelledArticle.of(Article.of("Two players were sent off in the match."), "alpha"),
          LabelledArticle.of(Article.of("Shares fell as profits shrank."), "beta"));

  private static final Article SPORT = Article.of("The goalkeeper saved a penalty.");

  @TempDir private Path folder;

  private static Headnote headnote(String model) {
    return Headnote.builder().model(model).labels(LABELS).workers(2).build();
  }

  @Test
  void labelsByAModelThatWasSavedAndLoaded() {
    Path file = folder.resolve("news.topics");
    try (Headnote headnote = headnote("instant")) {
      headnote.train(EXAMPLES.stream()).save(file);
    }
    TopicModel learned = TopicModel.load(file);
    try (Headnote headnote =
        Headnote.builder().model("instant").topicModel(learned).workers(1).build()) {
      assertThat(headnote.topics(SPORT).all().get(0).label().id()).isEqualTo("alpha");
      assertThat(headnote.digest(SPORT).topics()).isEqualTo(headnote.topics(SPORT));
    }
  }

  @Test
  void learnsTheSameWithAnyNumberOfWorkers() {
    Path one = folder.resolve("one.topics");
    Path two = folder.resolve("two.topics");
    for (int workers = 1; workers <= 2; workers++) {
      try (Headnote headnote =
          Headnote.builder().model("instant").labels(LABELS).workers(workers).build()) {
        headnote.train(EXAMPLES.stream()).save(workers == 1 ? one : two);
      }
    }
    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void namesTheExampleThatCanNotBeLearnedFrom() {
    try (Headnote headnote = headnote("instant")) {
      Stream<LabelledArticle> examples =
          Stream.concat(EXAMPLES.stream(), Stream.of(LabelledArticle.of(SPORT, "gamma")));
      assertThatThrownBy(() -> headnote.train(examples))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT))
          .hasMessageContainingAll("example 5", "\"gamma\"");
      assertThatThrownBy(() -> headnote.train(Stream.empty()))
          .isInstanceOf(HeadnoteException.class)
          .hasMessageContaining("no article");
    }
  }

  @Test
  void namesTheExampleThatIsLongerThanTheLimits() {
    try (Headnote headnote =
        Headnote.builder()
            .model("instant")
            .labels(LABELS)
            .limits(Limits.defaults().withSentences(2))
            .build()) {
      Stream<LabelledArticle> examples =
          Stream.concat(
              EXAMPLES.stream(),
              Stream.of(LabelledArticle.of(Article.of("It rained. It blew. It hailed."), "beta")));
      assertThatThrownBy(() -> headnote.train(examples))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
          .hasMessageContaining("example 5: ");
    }
  }

  @Test
  void refusesATopicModelOfAnotherModel() {
    TopicModel learned;
    try (Headnote headnote = headnote("instant")) {
      learned = headnote.train(EXAMPLES.stream());
    }
    assertThatThrownBy(() -> Headnote.builder().model("minilm-l6").topicModel(learned).build())
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_MISMATCH))
        .hasMessageContainingAll("instant", "minilm-l6");
    assertThatThrownBy(
            () -> Headnote.builder().model("minilm-l6").cascade().topicModel(learned).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cascade");
  }
}
