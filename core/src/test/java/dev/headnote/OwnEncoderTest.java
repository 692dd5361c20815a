package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.distil.Distiller;
import dev.headnote.distil.Recipe;
import dev.headnote.encode.BlendedEncoder;
import dev.headnote.encode.Deadline;
import dev.headnote.encode.MemoizingEncoder;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.encode.WordPieceTokenizer;
import dev.headnote.keyphrase.KeyphraseExtractor;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicOptions;
import dev.headnote.topic.TopicTrainer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An encoder of the caller's that gives what it must not is told as such, wherever it is used. */
class OwnEncoderTest {

  private static final LabelSet LABELS = LabelSet.ofNames("alpha", "beta", "gamma");
  private static final Article ARTICLE =
      Article.of("The city council met on Monday. It passed the budget of the harbour.");

  private static final WordPieceTokenizer PIECES =
      new WordPieceTokenizer(
          "[PAD]\n[UNK]\none\ntwo\n".getBytes(StandardCharsets.UTF_8),
          WordPieceTokenizer.Settings.UNCASED);

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("gave null for", vectors -> null),
        fault("gave 0 vectors for", vectors -> new float[0][]),
        fault("vectors for", vectors -> Arrays.copyOf(vectors, vectors.length + 1)),
        fault("gave null for text 1 of", vectors -> new float[vectors.length][]),
        fault("gave a vector of 5 numbers for text 1 of", vectors -> new float[vectors.length][5]),
        fault("says that it has 16 dimensions", vectors -> new float[vectors.length][17]),
        fault("a NaN or an infinity", vectors -> with(vectors, Float.NaN)),
        fault("a NaN or an infinity", vectors -> with(vectors, Float.NEGATIVE_INFINITY)));
  }

  private static Arguments fault(String message, UnaryOperator<float[][]> mischief) {
    return arguments(
        message,
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            return mischief.apply(super.encode(texts));
          }
        });
  }

  private static float[][] with(float[][] vectors, float number) {
    vectors[vectors.length - 1][3] = number;
    return vectors;
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("faults")
  void isNamedWithWhatItGave(String message, SentenceEncoder faulty) {
    SentenceEncoder sound = new CountingEncoder(false);
    assertDamaged(message, () -> new TopicClassifier(LABELS, faulty, TopicOptions.defaults()));
    assertDamaged(message, () -> new TopicTrainer(LABELS, faulty, false, 1));
    assertDamaged(message, () -> new TopicAdapter(LABELS, faulty));
    assertDamaged(
        message,
        () ->
            new KeyphraseExtractor(faulty, 3)
                .extract("", ARTICLE.sentences(), vectors(ARTICLE), Deadline.none()));
    List<String> texts = List.of("one", "two");
    assertDamaged(message, () -> new MemoizingEncoder(faulty, 0).encode(texts));
    assertDamaged(message, () -> new MemoizingEncoder(faulty, 0).encode(List.of("one", "one")));
    assertDamaged(
        message,
        () ->
            new Distiller(List.of(faulty), PIECES, Recipe.defaults().withDimensions(2))
                .distil(List.of(), (stage, done, total) -> {}));
    assertDamaged(message, () -> new BlendedEncoder(faulty, 0, sound));
    assertDamaged(message, () -> new BlendedEncoder(faulty, 1, sound).encode(texts));
  }

  /** As of a model from a folder whose weights are too large for its precision. */
  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("faults")
  void givesNoResultsWithoutMeaning(String message, SentenceEncoder faulty) {
    try (Headnote headnote = Headnote.builder().encoder(faulty).labels(LABELS).build()) {
      assertDamaged(message, () -> headnote.digest(ARTICLE));
      assertDamaged(message, () -> headnote.summarize(ARTICLE));
      assertDamaged(message, () -> headnote.embed(List.of("one", "two")));
    }
    assertDamaged(
        message,
        () ->
            Headnote.builder()
                .encoder(faulty)
                .summary(SummaryOptions.defaults().focusedOn("harbour"))
                .build());
  }

  private static float[][] vectors(Article article) {
    return new CountingEncoder(false)
        .encode(article.sentences().stream().map(Sentence::text).toList());
  }

  private static void assertDamaged(String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
        .hasMessageContaining("counting")
        .hasMessageContaining(message);
  }
}
