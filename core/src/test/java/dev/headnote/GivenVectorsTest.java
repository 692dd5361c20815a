package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.Deadline;
import dev.headnote.keyphrase.KeyphraseExtractor;
import dev.headnote.salience.SalienceModel;
import dev.headnote.salience.SalienceTrainer;
import dev.headnote.salience.TrainingArticle;
import dev.headnote.summary.LineOrder;
import dev.headnote.summary.MultiDocumentSummarizer;
import dev.headnote.summary.SourceDocument;
import dev.headnote.summary.Summarizer;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.Title;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Vectors that callers give, without an encoder in between, are refused where they are none. */
class GivenVectorsTest {

  private static final CountingEncoder ENCODER = new CountingEncoder(false);
  private static final LabelSet LABELS = LabelSet.ofNames("alpha", "beta", "gamma");
  private static final String TITLE = "A budget";
  private static final List<Sentence> SENTENCES =
      Article.of("The city council met on Monday. It passed the budget of the harbour.")
          .sentences();
  private static final List<String> TEXTS = SENTENCES.stream().map(Sentence::text).toList();
  private static final float[] SOUND = ENCODER.encode(List.of(TITLE))[0];
  private static final SummaryOptions OPTIONS = SummaryOptions.defaults();

  private static final List<Supplier<SalienceModel>> MODELS = modelsOrNone();

  private static List<Supplier<SalienceModel>> modelsOrNone() {
    List<Supplier<SalienceModel>> models = new ArrayList<>();
    models.add(null);
    models.add(SalienceModel::builtIn);
    return models;
  }

  private static float[] with(float number) {
    float[] vector = SOUND.clone();
    vector[3] = number;
    return vector;
  }

  /** Calls that take one odd vector: a sentence's, a title's, a query's. */
  private static List<ThrowingCallable> calls(float[] odd) {
    List<ThrowingCallable> calls = new ArrayList<>();
    float[][] sound = {SOUND, SOUND};
    float[][] sentences = {SOUND, odd};
    Title title = new Title(TITLE, odd, true);
    for (Supplier<SalienceModel> model : MODELS) {
      Summarizer one = new Summarizer("own", String::length, model);
      calls.add(() -> one.summarize(SENTENCES, sentences, null, null, OPTIONS));
      calls.add(() -> one.summarize(SENTENCES, sound, title, null, OPTIONS));
      calls.add(() -> one.summarize(SENTENCES, sound, null, odd, OPTIONS));
      MultiDocumentSummarizer several = new MultiDocumentSummarizer("own", String::length, model);
      calls.add(() -> several.read(0, SENTENCES, sentences, null, null, OPTIONS));
      calls.add(() -> several.read(0, SENTENCES, sound, null, odd, OPTIONS));
      calls.add(() -> several.read(0, SENTENCES, sound, title, null, OPTIONS));
      SourceDocument document = several.read(0, SENTENCES, sound, null, null, OPTIONS);
      calls.add(() -> several.summarize(List.of(document), odd, OPTIONS, LineOrder.TIME));
    }
    KeyphraseExtractor keyphrases = new KeyphraseExtractor(ENCODER, 3);
    calls.add(() -> keyphrases.extract("", SENTENCES, sentences, Deadline.none()));
    SalienceTrainer salience = new SalienceTrainer(1, (stage, done, total) -> {});
    calls.add(
        () -> salience.add(new TrainingArticle(TEXTS, sentences, null, null, "The budget.", 1)));
    calls.add(() -> salience.add(new TrainingArticle(TEXTS, sound, TITLE, odd, "The budget.", 1)));
    for (EncodedArticle article :
        List.of(
            new EncodedArticle(TEXTS, sentences, null, null, null),
            new EncodedArticle(TEXTS, sound, TITLE, odd, null),
            new EncodedArticle(TEXTS, sound, null, null, odd))) {
      calls.add(() -> new TopicTrainer(LABELS, ENCODER, false, 1).add(article, Set.of("alpha")));
      calls.add(() -> new TopicAdapter(LABELS, ENCODER).add(article));
    }
    return calls;
  }

  @Test
  void thoseWithoutNumbersAreRefused() {
    for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      for (ThrowingCallable call : calls(with(number))) {
        assertThatThrownBy(call)
            .isInstanceOfSatisfying(
                HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
            .hasMessageContaining("a NaN or an infinity");
      }
    }
  }

  /** They would be compared as far as they go, or not at all. */
  @Test
  void thoseOfAnotherLengthAreRefused() {
    for (int length : new int[] {0, SOUND.length - 1, SOUND.length + 1}) {
      for (ThrowingCallable call : calls(Arrays.copyOf(SOUND, length))) {
        assertThatIllegalArgumentException()
            .isThrownBy(call)
            .withMessageContaining(length + " dimensions")
            .withMessageContaining("the same encoder");
      }
    }
  }

  /** None of the second one's sentences is a candidate, but it has a say in what is central. */
  @Test
  void documentsOfTwoEncodersAreRefused() {
    MultiDocumentSummarizer several =
        new MultiDocumentSummarizer("own", String::length, MODELS.get(0));
    SourceDocument first =
        several.read(0, SENTENCES, new float[][] {SOUND, SOUND}, null, null, OPTIONS);
    SourceDocument second =
        several.read(
            1, SENTENCES, new float[2][5], null, null, OPTIONS.withExcluded(sentence -> true));
    for (List<SourceDocument> documents : List.of(List.of(first, second), List.of(second, first))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> several.summarize(documents, null, OPTIONS, LineOrder.TIME))
          .withMessageContaining("5 dimensions");
    }
  }

  @Test
  void keyphrasesNeedAVectorForEachSentenceThatEndsWithTheirEncoders() {
    KeyphraseExtractor keyphrases = new KeyphraseExtractor(ENCODER, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> keyphrases.extract("", SENTENCES, new float[][] {SOUND}, Deadline.none()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keyphrases.extract("", SENTENCES, new float[2][5], Deadline.none()))
        .withMessageContaining("5 dimensions");
  }

  @Test
  void thoseThatAreSoundAreTaken() throws Throwable {
    for (ThrowingCallable call : calls(SOUND)) {
      call.call();
    }
  }
}
