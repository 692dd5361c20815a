package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalienceTrainerTest {

  private static final SalienceModel MODEL = train(1);

  /** Wherever it stands, the sentence about money is the one that summaries tell. */
  @Test
  void learnsWhichSentencesSummariesHave() {
    Random random = new Random(99);
    int right = 0;
    for (int i = 0; i < 50; i++) {
      int told = random.nextInt(8);
      List<String> texts = texts(random, told);
      ArticleSalience article = MODEL.of(texts, vectors(texts.size()), null, null);
      int best = 0;
      for (int s = 1; s < texts.size(); s++) {
        best = article.select(false).gain(s) > article.select(false).gain(best) ? s : best;
      }
      right += best == told ? 1 : 0;
    }

    assertThat(right).isGreaterThan(45);
  }

  /** Each sentence is near the next by its vector, and nothing else tells the order. */
  @Test
  void learnsWhetherAnArticleIsInOrder() {
    SalienceTrainer trainer = new SalienceTrainer(1, (stage, done, total) -> {});
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      trainer.add(
          new TrainingArticle(
              texts(random, 0), turning(0, 1, 2, 3, 4, 5, 6, 7), null, null, "town", 1));
    }
    SalienceModel model = trainer.train("made up");
    List<String> texts = texts(random, 0);

    assertThat(order(model, texts, turning(0, 1, 2, 3, 4, 5, 6, 7))).isGreaterThan(0.6f);
    assertThat(order(model, texts, turning(5, 1, 3, 7, 0, 4, 2, 6))).isLessThan(0.2f);
    assertThat(trainer.articles()).isEqualTo(1_000);
  }

  private static float order(SalienceModel model, List<String> texts, float[][] vectors) {
    ReadArticle article = ReadArticle.of(texts, vectors, null, null);
    KnownWords known = KnownWords.of(article.words(), model.counts());
    float[] centrality = LexicalCentrality.of(article.words(), known);
    return SalienceModel.order(model.order(), article, known, centrality);
  }

  /** Vectors that turn, by a little from one place to the next. */
  private static float[][] turning(int... places) {
    float[][] vectors = new float[places.length][];
    for (int i = 0; i < places.length; i++) {
      double angle = 0.3 * places[i];
      vectors[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    return vectors;
  }

  @Test
  void givesTheSameModelForTheSameSeed() {
    assertThat(SalienceModelFile.toBytes(train(1))).isEqualTo(SalienceModelFile.toBytes(MODEL));
    assertThat(SalienceModelFile.toBytes(train(2))).isNotEqualTo(SalienceModelFile.toBytes(MODEL));
  }

  @Test
  void passesOverWhatHasNothingToLearnFrom() {
    SalienceTrainer trainer = new SalienceTrainer(1, (stage, done, total) -> {});

    assertThat(trainer.add(article(List.of(), "A summary."))).isFalse();
    assertThat(trainer.add(article(List.of("A sentence."), "…"))).isFalse();
    assertThatThrownBy(() -> trainer.train("nothing"))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.INVALID_INPUT))
        .hasMessageContaining("no article with a summary");
  }

  /** No sentence has a pair of words, so there is none to learn pairs from. */
  @Test
  void learnsFromSentencesOfOneWordEach() {
    SalienceTrainer trainer = new SalienceTrainer(1, (stage, done, total) -> {});
    for (int i = 0; i < 20; i++) {
      trainer.add(article(List.of("Fire!", "Rain."), "Fire!"));
    }
    SalienceModel model = trainer.train("made up");

    byte[] bytes = SalienceModelFile.toBytes(model);
    assertThat(SalienceModelFile.toBytes(SalienceModelFile.read(bytes, "made up")))
        .isEqualTo(bytes);
    assertThat(model.of(List.of("Fire broke out."), vectors(1), null, null).select(false).gain(0))
        .isFinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatIsNone(double weight) {
    List<String> texts = List.of("A sentence.");

    assertThatThrownBy(() -> new TrainingArticle(texts, vectors(1), null, null, "A.", weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight");
  }

  @Test
  void worksOnArticlesOfAnySize() {
    assertThat(MODEL.of(List.of(), new float[0][], null, null).size()).isZero();
    List<String> one = List.of("!!!");
    assertThat(MODEL.of(one, vectors(1), null, null).select(false).gain(0)).isFinite();
    assertThat(MODEL.of(one, vectors(1), "A title", vectors(1)[0]).select(false).gain(0))
        .isFinite();
  }

  private static SalienceModel train(long seed) {
    SalienceTrainer trainer = new SalienceTrainer(seed, (stage, done, total) -> {});
    Random random = new Random(7);
    for (int i = 0; i < 600; i++) {
      int told = random.nextInt(8);
      List<String> texts = texts(random, told);
      assertThat(trainer.add(article(texts, texts.get(told).replace("will", "may")))).isTrue();
    }
    return trainer.train("made up");
  }

  private static TrainingArticle article(List<String> texts, String summary) {
    return new TrainingArticle(texts, vectors(texts.size()), null, null, summary, 1);
  }

  private static List<String> texts(Random random, int told) {
    List<String> texts = new ArrayList<>();
    for (int s = 0; s < 8; s++) {
      texts.add(
          s == told
              ? "The town will spend " + random.nextInt(90) + " million euros on place" + s + "."
              : "People of quarter" + random.nextInt(500) + " like to see their river" + s + ".");
    }
    return texts;
  }

  /** All alike, so that only words and places tell sentences apart. */
  private static float[][] vectors(int count) {
    float[][] vectors = new float[count][2];
    for (float[] vector : vectors) {
      vector[0] = 1;
    }
    return vectors;
  }
}
