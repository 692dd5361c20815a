package dev.headnote.topic;

import static dev.headnote.topic.TopicWords.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Learning from examples, with vectors that only know which words are shared. */
class TopicTrainerTest {

  static final WordEncoder ENCODER = new WordEncoder("words");

  /** Their names say nothing of the words that their articles use. */
  static final LabelSet LABELS = LabelSet.ofNames("alpha", "beta", "gamma");

  private static final TopicOptions ALL_EVIDENCE =
      TopicOptions.defaults().withEvidence(Integer.MAX_VALUE);

  record Example(EncodedArticle article, Set<String> labels) {}

  /** Articles of three sentences, a third of whose words is of their labels. */
  static List<Example> examples(int count, long seed, int labelsEach) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> topics = new ArrayList<>();
      for (int k = 0; k < labelsEach; k++) {
        topics.add((i + k) % WORDS.size());
      }
      String[] sentences = new String[3];
      for (int s = 0; s < sentences.length; s++) {
        sentences[s] =
            TopicWords.sentence(
                9, 3, () -> WORDS.get(topics.get(random.nextInt(topics.size()))), random);
      }
      String title = i % 2 == 0 ? null : sentences[0];
      Set<String> ids =
          topics.stream().map(topic -> LABELS.labels().get(topic).id()).collect(Collectors.toSet());
      examples.add(new Example(ENCODER.article(title, sentences), ids));
    }
    return examples;
  }

  /** Without examples they are none: nothing says what digits are about. */
  @Test
  void learnsWhatArticlesWithoutALetterAre() {
    List<String> digits = List.of("12 50", "1961 04", "77 78");
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      examples.add(
          new Example(
              ENCODER.article(null, digits.get(i % 3)), Set.of(LABELS.labels().get(i % 3).id())));
    }
    TopicClassifier learned =
        new TopicClassifier(train(examples, false), ENCODER, TopicOptions.defaults());
    for (Example example : examples) {
      assertThat(learned.classify(example.article).best())
          .map(topic -> topic.label().id())
          .hasValue(example.labels.iterator().next());
    }
  }

  static TopicModel train(List<Example> examples, boolean multiLabel) {
    TopicTrainer trainer = new TopicTrainer(LABELS, ENCODER, multiLabel, 1);
    examples.forEach(example -> trainer.add(example.article(), example.labels()));
    return trainer.train((stage, done, total) -> {});
  }

  private static double accuracy(TopicClassifier classifier) {
    List<Example> test = examples(150, 99, 1);
    long right =
        test.stream()
            .filter(
                example ->
                    example
                        .labels()
                        .contains(classifier.classify(example.article()).all().get(0).label().id()))
            .count();
    return (double) right / test.size();
  }

  @Test
  void learnsWhatTheNamesDoNotSay() {
    double without = accuracy(new TopicClassifier(LABELS, ENCODER, TopicOptions.defaults()));
    TopicModel model = train(examples(120, 1, 1), false);

    assertThat(without).isLessThan(0.6);
    assertThat(accuracy(new TopicClassifier(model, ENCODER, TopicOptions.defaults())))
        .isGreaterThan(0.95);
    assertThat(model.provenance().metrics().get("accuracy")).isGreaterThan(0.9);
    assertThat(model.provenance().examples()).isEqualTo(120);
    assertThat(model.provenance().examplesOfLabels())
        .isEqualTo(Map.of("alpha", 40, "beta", 40, "gamma", 40));
  }

  @Test
  void showsEvidenceThatAddsUpToTheLogitsWithWordsAndWithout() {
    TopicModel many = train(examples(200, 1, 1), false);
    TopicModel few = train(examples(6, 1, 1), false);
    assertThat(many.parameters().lexical()).isNotNull();
    assertThat(few.parameters().lexical()).isNull();
    for (TopicModel model : List.of(many, few)) {
      TopicClassifier classifier = new TopicClassifier(model, ENCODER, ALL_EVIDENCE);
      for (Example example : examples(10, 5, 1)) {
        for (Topic topic : classifier.classify(example.article()).all()) {
          double sum =
              topic.evidence().stream().mapToDouble(Evidence::contribution).sum()
                  + topic.prior()
                  + topic.title();
          assertThat(topic.evidence()).hasSize(3);
          assertThat(sum).isCloseTo(topic.logit(), within(1e-9));
          assertThat(topic.title() == 0).isEqualTo(example.article().title() == null);
        }
      }
    }
  }

  @Test
  void saysNoneOfAnArticleUnlikeAllExamples() {
    TopicClassifier classifier =
        new TopicClassifier(train(examples(120, 1, 1), false), ENCODER, TopicOptions.defaults());
    EncodedArticle other =
        ENCODER.article(null, "Violets bloom early.", "Tulips need rain and a mild spring.");

    assertThat(classifier.classify(other).none()).isTrue();
    long none =
        examples(150, 99, 1).stream()
            .filter(example -> classifier.classify(example.article()).none())
            .count();
    assertThat(none).isLessThan(25);
  }

  /** News comes several times; where copies judged what was learned from them, none took over. */
  @Test
  void copiesOfExamplesDoNoHarm() {
    List<Example> once = examples(60, 1, 1);
    List<Example> thrice = new ArrayList<>();
    for (Example example : once) {
      List<String> sentences = example.article().sentences();
      thrice.add(example);
      thrice.add(example);
      thrice.add(
          new Example(
              ENCODER.article("a copy", sentences.toArray(String[]::new)), example.labels()));
    }
    TopicClassifier classifier =
        new TopicClassifier(train(thrice, false), ENCODER, TopicOptions.defaults());

    List<Example> test = examples(150, 99, 1);
    assertThat(
            test.stream().filter(example -> classifier.classify(example.article()).none()).count())
        .isLessThan(10);
    assertThat(accuracy(classifier))
        .isGreaterThan(
            accuracy(new TopicClassifier(train(once, false), ENCODER, TopicOptions.defaults()))
                - 0.05);
  }

  @Test
  void learnsSeveralLabelsEachByItself() {
    List<Example> examples = new ArrayList<>(examples(120, 1, 1));
    examples.addAll(examples(120, 2, 2));
    examples.add(new Example(ENCODER.article(null, "Nothing of all that today."), Set.of()));
    TopicModel model = train(examples, true);
    TopicClassifier classifier = new TopicClassifier(model, ENCODER, TopicOptions.defaults());

    int exact = 0;
    List<Example> test = new ArrayList<>(examples(60, 77, 1));
    test.addAll(examples(60, 78, 2));
    for (Example example : test) {
      Topics topics = classifier.classify(example.article());
      Set<String> given =
          topics.assigned().stream().map(t -> t.label().id()).collect(Collectors.toSet());
      exact += given.equals(example.labels()) ? 1 : 0;
    }
    assertThat(model.multiLabel()).isTrue();
    assertThat(exact).isGreaterThan(96);
  }

  /** Where all examples have it, only articles that are as near to it as these are given it. */
  @Test
  void aLabelOfAllExamplesIsNotGivenToEveryArticle() {
    List<Example> all =
        examples(30, 1, 1).stream()
            .map(example -> new Example(example.article(), Set.of("alpha")))
            .toList();
    TopicModel model = train(all, true);

    assertThat(model.parameters().thresholds()[0]).isBetween(0.01, 1.0);
  }

  @Test
  void givesTheSameModelForTheSameExamplesAndSeed() {
    byte[] one = TopicModelFile.toBytes(train(examples(60, 1, 1), false));
    byte[] again = TopicModelFile.toBytes(train(examples(60, 1, 1), false));
    byte[] other = TopicModelFile.toBytes(train(examples(60, 3, 1), false));

    assertThat(again).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  /** An example a label, of labels whose descriptions say what they mean. */
  @Test
  void oneExampleALabelLeavesTheLabelsMeaning() {
    LabelSet described =
        LabelSet.of(
            List.of(
                Label.of("alpha", String.join(" ", WORDS.get(0))),
                Label.of("beta", String.join(" ", WORDS.get(1))),
                Label.of("gamma", String.join(" ", WORDS.get(2)))));
    TopicTrainer trainer = new TopicTrainer(described, ENCODER, false, 1);
    examples(3, 4, 1).forEach(example -> trainer.add(example.article(), example.labels()));

    double without = accuracy(new TopicClassifier(described, ENCODER, TopicOptions.defaults()));
    double with =
        accuracy(
            new TopicClassifier(
                trainer.train((stage, done, total) -> {}), ENCODER, TopicOptions.defaults()));
    assertThat(with).isGreaterThanOrEqualTo(without - 0.01);
  }

  /** Its articles are found by what its name says, as before. */
  @Test
  void aLabelWithoutExamplesKeepsItsMeaning() {
    LabelSet withFlowers =
        LabelSet.of(
            List.of(
                Label.of("alpha"),
                Label.of("beta"),
                Label.of("gamma"),
                Label.of("flowers", "Violets, tulips and roses bloom in spring.")));
    TopicTrainer trainer = new TopicTrainer(withFlowers, ENCODER, false, 1);
    examples(120, 1, 1).forEach(example -> trainer.add(example.article(), example.labels()));
    TopicClassifier classifier =
        new TopicClassifier(
            trainer.train((stage, done, total) -> {}), ENCODER, TopicOptions.defaults());

    assertThat(
            classifier
                .classify(ENCODER.article(null, "Violets bloom, and roses and tulips in spring."))
                .best())
        .map(topic -> topic.label().id())
        .hasValue("flowers");
    assertThat(accuracy(classifier)).isGreaterThan(0.9);
  }

  @Test
  void refusesWhatCanNotBeLearnedAndGoesOn() {
    EncodedArticle article = ENCODER.article(null, "goal");
    TopicTrainer trainer = new TopicTrainer(LABELS, ENCODER, false, 1);

    assertFails(() -> trainer.add(article, Set.of("delta")), Code.INVALID_INPUT, "\"delta\"");
    assertFails(() -> trainer.add(article, Set.of()), Code.INVALID_INPUT, "0 labels");
    assertFails(
        () -> trainer.add(article, Set.of("alpha", "beta")), Code.INVALID_INPUT, "2 labels");
    assertFails(
        () -> trainer.add(ENCODER.article(null), Set.of("alpha")), Code.INVALID_INPUT, "no text");
    assertFails(() -> trainer.train((stage, done, total) -> {}), Code.INVALID_INPUT, "no article");
    assertFails(
        () -> new TopicTrainer(LabelSet.ofNames("alpha"), ENCODER, false, 1),
        Code.INVALID_LABELS,
        "one label");

    trainer.add(article, Set.of("alpha"));
    assertThat(trainer.size()).isEqualTo(1);
    assertThat(trainer.train((stage, done, total) -> {}).provenance().examples()).isEqualTo(1);
  }

  @Test
  void goesWithTheEncoderThatItWasTrainedWithAlone() {
    TopicModel model = train(examples(6, 1, 1), false);

    assertFails(
        () -> new TopicClassifier(model, new WordEncoder("others"), TopicOptions.defaults()),
        Code.MODEL_MISMATCH,
        "model words",
        "others");
  }

  private static void assertFails(ThrowingCallable call, Code code, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContainingAll(parts);
  }
}
