package dev.headnote.topic;

import static dev.headnote.topic.TopicWords.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Adapting to articles without labels, with vectors that only know which words are shared. */
class TopicAdapterTest {

  private static final WordEncoder ENCODER = new WordEncoder("words");

  /** How many of a label's words its description says; the others only its articles say. */
  private static final int SAID = 2;

  private static final LabelSet LABELS =
      LabelSet.of(
          List.of(
              Label.of("sport", String.join(" ", WORDS.get(0).subList(0, SAID))),
              Label.of("food", String.join(" ", WORDS.get(1).subList(0, SAID))),
              Label.of("money", String.join(" ", WORDS.get(2).subList(0, SAID)))));

  private record Example(EncodedArticle article, String label) {}

  /** Articles of two sentences, half of whose words are of their label, any of them. */
  private static List<Example> examples(int count, long seed, int... labels) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = labels[i % labels.length];
      String[] sentences = new String[2];
      for (int s = 0; s < sentences.length; s++) {
        sentences[s] = TopicWords.sentence(8, 2, () -> WORDS.get(label), random);
      }
      examples.add(
          new Example(
              ENCODER.article(i % 3 == 0 ? sentences[0] : null, sentences),
              LABELS.labels().get(label).id()));
    }
    return examples;
  }

  /** Nothing is learned from three articles of no label, so a hierarchy is labelled as before. */
  @Test
  void aTopLevelLabelsOwnMeaningStillCountsOnceMore() {
    List<Label> labels = new ArrayList<>(LABELS.labels());
    labels.add(new Label("keeper", "keeper", "keeper whistle", "food"));
    labels.add(new Label("whistle", "whistle", "whistle referee", "food"));
    LabelSet hierarchy = LabelSet.of(labels);
    TopicAdapter adapter = new TopicAdapter(hierarchy, ENCODER);
    for (int i = 0; i < 3; i++) {
      adapter.add(ENCODER.article(null, "violets tulips roses bloom spring " + i));
    }
    TopicModel model = adapter.adapt((stage, done, total) -> {});
    EncodedArticle article =
        ENCODER.article(null, String.join(" ", WORDS.get(0).subList(0, SAID)) + " keeper");
    Topics before =
        new TopicClassifier(hierarchy, ENCODER, TopicOptions.defaults()).classify(article);

    Topics after = after(model).classify(article);

    for (int i = 0; i < before.all().size(); i++) {
      assertThat(after.all().get(i).label()).isEqualTo(before.all().get(i).label());
      assertThat(after.all().get(i).probability())
          .isCloseTo(before.all().get(i).probability(), within(1e-3));
    }
  }

  private static TopicModel adapt(List<Example> examples) {
    TopicAdapter adapter = new TopicAdapter(LABELS, ENCODER);
    examples.forEach(example -> adapter.add(example.article));
    return adapter.adapt((stage, done, total) -> {});
  }

  private static TopicClassifier before() {
    return new TopicClassifier(LABELS, ENCODER, TopicOptions.defaults());
  }

  private static TopicClassifier after(TopicModel model) {
    return new TopicClassifier(
        model, ENCODER, TopicOptions.defaults().withEvidence(Integer.MAX_VALUE));
  }

  private static double accuracy(TopicClassifier classifier, List<Example> test) {
    long right =
        test.stream()
            .filter(
                example ->
                    classifier
                        .classify(example.article)
                        .all()
                        .get(0)
                        .label()
                        .id()
                        .equals(example.label))
            .count();
    return (double) right / test.size();
  }

  @Test
  void learnsWhatArticlesOfALabelSayBesideItsDescription() {
    List<Example> test = examples(300, 99, 0, 1, 2);
    TopicModel model = adapt(examples(300, 1, 0, 1, 2));
    EncodedArticle other = ENCODER.article(null, "keeper whistle keeper whistle");

    assertThat(accuracy(before(), test)).isLessThan(0.93);
    assertThat(accuracy(after(model), test)).isGreaterThan(0.98);
    assertThat(after(model).classify(other).all().get(0).label().id()).isEqualTo("sport");
  }

  /** Nothing is known of how they differ from articles of other labels. */
  @Test
  void articlesOfOneLabelAloneAreFoundAndTheOthersStillAre() {
    List<Example> test = examples(200, 99, 0);
    List<Example> others = examples(200, 98, 1, 2);
    TopicModel model = adapt(examples(300, 1, 0));

    assertThat(accuracy(after(model), test)).isGreaterThan(accuracy(before(), test) - 0.03);
    assertThat(accuracy(after(model), others)).isGreaterThan(accuracy(before(), others) - 0.05);
  }

  @Test
  void aLabelWithoutArticlesKeepsItsMeaningAndItsBiasFallsWhereOthersMove() {
    TopicModel model = adapt(examples(300, 1, 0, 1));
    TopicModel.Parameters learned = model.parameters();
    double[] meaning = learned.meanings().vectors()[2];
    double[] moved = learned.weights()[2].clone();
    DoubleVectors.subtract(moved, meaning);

    assertThat(DoubleVectors.dot(moved, moved))
        .isLessThan(0.05 * DoubleVectors.dot(meaning, meaning));
    double[] seen = learned.weights()[0].clone();
    DoubleVectors.subtract(seen, learned.meanings().vectors()[0]);
    assertThat(DoubleVectors.dot(seen, seen))
        .isGreaterThan(0.05 * DoubleVectors.dot(meaning, meaning));
    assertThat(learned.biases()[2]).isNegative();
    assertThat(accuracy(after(model), examples(100, 98, 2))).isGreaterThan(0.85);
  }

  /** Of no article is it sure enough to count. */
  @Test
  void articlesOfNoLabelChangeNearlyNothing() {
    TopicAdapter adapter = new TopicAdapter(LABELS, ENCODER);
    for (int i = 0; i < 100; i++) {
      adapter.add(ENCODER.article(null, "violets tulips roses bloom spring " + i));
    }
    TopicModel.Parameters learned = adapter.adapt((stage, done, total) -> {}).parameters();
    double[][] meanings = learned.meanings().vectors();

    for (int label = 0; label < meanings.length; label++) {
      double[] moved = learned.weights()[label].clone();
      DoubleVectors.subtract(moved, meanings[label]);
      assertThat(DoubleVectors.dot(moved, moved))
          .isLessThan(0.02 * DoubleVectors.dot(meanings[label], meanings[label]));
    }
  }

  @Test
  void findsNoneMoreProbableOfAnArticleUnlikeAll() {
    TopicClassifier classifier = after(adapt(examples(300, 1, 0, 1, 2)));
    EncodedArticle other =
        ENCODER.article(null, "Violets bloom early.", "Tulips need rain and a mild spring.");

    double largest =
        examples(150, 99, 0, 1, 2).stream()
            .mapToDouble(example -> classifier.classify(example.article).noneProbability())
            .max()
            .orElseThrow();

    assertThat(classifier.classify(other).noneProbability()).isGreaterThan(largest);
  }

  /** Blocks of articles are worked on by several threads. */
  @Test
  void givesTheSameModelForTheSameArticlesInWholeAndReadAgain() {
    List<Example> examples = examples(1_100, 1, 0, 1, 2);
    byte[] one = TopicModelFile.toBytes(adapt(examples));

    assertThat(TopicModelFile.toBytes(adapt(examples))).isEqualTo(one);
    assertThat(TopicModelFile.toBytes(TopicModelFile.read(one, "a"))).isEqualTo(one);
  }

  @Test
  void keepsWhatItLearnedFrom() {
    TopicAdapter adapter = new TopicAdapter(LABELS, ENCODER);
    examples(30, 1, 0, 1, 2).forEach(example -> adapter.add(example.article));
    adapter.add(ENCODER.article(null));
    List<Long> steps = new ArrayList<>();
    Provenance provenance = adapter.adapt((stage, done, total) -> steps.add(done)).provenance();

    assertThat(adapter.size()).isEqualTo(30);
    assertThat(provenance.unlabelled()).isEqualTo(30);
    assertThat(provenance.examples()).isZero();
    assertThat(provenance.examplesOfLabels()).isEqualTo(Map.of("sport", 0, "food", 0, "money", 0));
    assertThat(provenance.dataSha256()).hasSize(64);
    assertThat(steps).containsExactly(0L, 1L, 2L);
  }

  @Test
  void refusesTwoLabelsAndNoArticles() {
    assertThatThrownBy(() -> new TopicAdapter(LabelSet.ofNames("a"), ENCODER))
        .hasMessageStartingWith("one label can't be adapted");
    assertThatThrownBy(() -> new TopicAdapter(LabelSet.ofNames("a", "b"), ENCODER))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_LABELS))
        .hasMessageContaining("2 labels");
    assertThatThrownBy(() -> adapt(List.of()))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT))
        .hasMessageContaining("no article");
  }

  @Test
  void givesSeveralLabelsWhereThatIsAskedFor() {
    TopicModel model = adapt(examples(300, 1, 0, 1, 2));
    TopicClassifier classifier =
        new TopicClassifier(model, ENCODER, TopicOptions.defaults().withSeveralLabels());
    EncodedArticle both =
        ENCODER.article("striker flour", "keeper whistle coach", "simmer recipe flour salt onion");
    Topics topics = classifier.classify(both);

    assertThat(model.multiLabel()).isFalse();
    assertThat(topics.all().stream().limit(2))
        .extracting(topic -> topic.label().id())
        .containsExactlyInAnyOrder("sport", "food");
    assertThat(topics.all().get(2).probability()).isLessThan(0.1);
    assertThat(Arrays.stream(model.parameters().thresholds()).boxed()).containsOnly(0.5);
  }
}
