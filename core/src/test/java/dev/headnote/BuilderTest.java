package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.salience.SalienceModel;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings come to together, and what learning refuses before it reads anything. */
class BuilderTest {

  private static final Progress SILENT = (stage, done, total) -> {};

  private static final LabelSet LABELS = LabelSet.ofNames("alpha", "beta", "gamma");

  private static final Article ARTICLE = Article.of("The bridge was opened on Monday.");

  private static final List<LabelledArticle> EXAMPLES =
      List.of(LabelledArticle.of(ARTICLE, "alpha"), LabelledArticle.of(ARTICLE, "beta"));

  private final AtomicBoolean read = new AtomicBoolean();

  @TempDir private Path folder;

  private static Headnote.Builder builder() {
    return Headnote.builder().encoder(new CountingEncoder(false)).workers(1);
  }

  private static TopicModel learned(Headnote.Builder builder) {
    try (Headnote headnote = builder.build()) {
      return headnote.train(EXAMPLES.stream());
    }
  }

  @Test
  void learnsForTheLabelsOfTheTopicModelInUse() {
    TopicModel one = learned(builder().labels(LABELS));
    TopicModel several = learned(builder().labels(LABELS).multiLabel());

    assertThat(learned(builder().topicModel(one)).labels().labels()).isEqualTo(LABELS.labels());
    assertThat(learned(builder().topicModel(one)).multiLabel()).isFalse();
    assertThat(learned(builder().topicModel(several)).multiLabel()).isTrue();
    try (Headnote headnote = builder().topicModel(one).build()) {
      assertThat(headnote.adapt(Stream.of(ARTICLE)).labels().labels()).isEqualTo(LABELS.labels());
    }
  }

  @Test
  void learnsForOtherLabelsIfTheyAreNamed() {
    TopicModel several = learned(builder().labels(LABELS).multiLabel());
    LabelSet two = LabelSet.ofNames("alpha", "beta");

    TopicModel other = learned(builder().topicModel(several).labels(two));
    assertThat(other.labels().labels()).isEqualTo(two.labels());
    assertThat(other.multiLabel()).isFalse();
  }

  @Test
  void givesSeveralLabelsInWhateverOrderThatIsSaid() {
    TopicOptions options = TopicOptions.defaults().withNoneThreshold(0);

    assertThat(learned(builder().labels(LABELS).topics(options).multiLabel()).multiLabel())
        .isTrue();
    assertThat(learned(builder().labels(LABELS).multiLabel().topics(options)).multiLabel())
        .isTrue();
    assertThat(learned(builder().labels(LABELS).topics(options.withSeveralLabels())).multiLabel())
        .isTrue();
    assertThat(learned(builder().labels(LABELS).topics(options)).multiLabel()).isFalse();
  }

  @Test
  @SuppressWarnings("NullAway") // That is what is tested.
  void readsNothingIfLearningCanNotSucceed() {
    Stream<LabelledArticle> examples = EXAMPLES.stream().peek(unused -> read.set(true));
    Stream<Article> articles = Stream.of(ARTICLE).peek(unused -> read.set(true));
    try (Headnote headnote = builder().labels(LABELS).build()) {
      assertNull("progress", () -> headnote.train(examples, 1, null));
      assertNull("progress", () -> headnote.adapt(articles, null));
      assertNull("progress", () -> headnote.trainSalience(summarized(), 1, "made up", null));
      assertNull("provenance", () -> headnote.trainSalience(summarized(), 1, null, SILENT));
      // Three bytes each in the file.
      String tooLong = "\u20ac".repeat(21_846);
      assertThatThrownBy(() -> headnote.trainSalience(summarized(), 1, tooLong, SILENT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("65535");
      assertThat(read).isFalse();
    }
  }

  @Test
  void keepsAProvenanceOfTheLengthThatFits() {
    String longest = "\u20ac".repeat(21_845);
    Path file = folder.resolve("own.salience");
    try (Headnote headnote = builder().build()) {
      headnote.trainSalience(summarized(), 1, longest, SILENT).save(file);
    }
    assertThat(SalienceModel.load(file).provenance()).isEqualTo(longest);
  }

  private Stream<SummarizedArticle> summarized() {
    return Stream.of(new SummarizedArticle(ARTICLE, "A bridge opened.", 1))
        .peek(unused -> read.set(true));
  }

  private static void assertNull(String name, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
  }
}
