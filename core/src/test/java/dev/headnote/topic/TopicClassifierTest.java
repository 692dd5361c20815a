package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What topics promise whatever the model, with vectors that only know which words are shared. */
class TopicClassifierTest {

  private static final SentenceEncoder WORDS = new WordEncoder("fake");

  private static final Label SPORT =
      Label.of("sport", "Football match, team, players, goal, coach, league, cup final.");
  private static final Label COOKING =
      Label.of("cooking", "Recipe, oven, butter, onions, soup, simmer, bake, kitchen.");
  private static final Label FINANCE =
      Label.of("finance", "Bank, shares, market, investors, profit, interest, loan.");

  private static final String GOAL =
      "The team scored a goal, and its players and coach won the football match and the cup final.";
  private static final String SOUP = "Simmer the soup with butter and onions in the kitchen oven.";
  private static final String SHARES = "Shares of the bank fell as investors saw less profit.";

  private static final TopicClassifier THREE =
      new TopicClassifier(
          LabelSet.of(List.of(SPORT, COOKING, FINANCE)), WORDS, TopicOptions.defaults());

  @Test
  void findsTheLabelThatAnArticleIsAbout() {
    assertThat(best(THREE, GOAL)).isEqualTo("sport");
    assertThat(best(THREE, SOUP)).isEqualTo("cooking");
    assertThat(best(THREE, SHARES)).isEqualTo("finance");
  }

  /** They would be compared as far as they go, or not at all. */
  @Test
  void refusesVectorsOfAnotherEncoder() {
    int right = WORDS.dimensions();
    float[] unit = new float[right];
    unit[0] = 1;
    LabelSet labels = LabelSet.of(List.of(SPORT, COOKING, FINANCE));
    TopicTrainer trainer = new TopicTrainer(labels, WORDS, false, 1);
    TopicAdapter adapter = new TopicAdapter(labels, WORDS);
    for (int wrong : new int[] {right - 1, right + 1}) {
      float[] other = Arrays.copyOf(unit, wrong);
      for (EncodedArticle article :
          List.of(
              new EncodedArticle(
                  List.of(GOAL, SOUP), new float[][] {unit, other}, null, null, null),
              new EncodedArticle(List.of(), new float[0][], GOAL, other, null),
              new EncodedArticle(List.of(GOAL), new float[][] {unit}, null, null, other))) {
        assertOtherDimensions(() -> THREE.classify(article), wrong);
        assertOtherDimensions(() -> trainer.add(article, Set.of("sport")), wrong);
        assertOtherDimensions(() -> adapter.add(article), wrong);
      }
    }
    assertThat(trainer.size() + adapter.size()).isZero();
  }

  private static void assertOtherDimensions(ThrowingCallable call, int wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(call)
        .withMessageContaining("a vector of " + wrong + " dimensions")
        .withMessageContaining("the labels have " + WORDS.dimensions());
  }

  /** It would give the first label, with a probability that is no number. */
  @Test
  void refusesVectorsThatHoldNoNumbers() {
    float[] broken = new float[WORDS.dimensions()];
    broken[3] = Float.NaN;
    EncodedArticle article =
        new EncodedArticle(List.of(GOAL), new float[][] {broken}, null, null, null);
    TopicOptions options = TopicOptions.defaults();
    for (TopicOptions each : List.of(options, options.withSeveralLabels())) {
      TopicClassifier classifier = new TopicClassifier(LabelSet.iptc(), WORDS, each);

      assertThatThrownBy(() -> classifier.classify(article))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
          .hasMessageContaining("hold what is no number");
    }
  }

  /** It is asked for each few sentences, of which there may be very many. */
  @Test
  void asksWhetherToGoOnWhileSentencesAreCompared() {
    LabelSet labels = LabelSet.of(List.of(SPORT, COOKING, FINANCE));
    EncodedArticle article = article(WORDS.encode(Collections.nCopies(100, GOAL)), 100);
    TopicAdapter adapter = new TopicAdapter(labels, WORDS);
    adapter.add(article);
    TopicClassifier learned =
        new TopicClassifier(
            adapter.adapt((stage, done, total) -> {}), WORDS, TopicOptions.defaults());
    IllegalStateException enough = new IllegalStateException();
    for (TopicClassifier classifier : List.of(THREE, learned)) {
      AtomicInteger asked = new AtomicInteger();
      assertThat(classifier.classify(article, asked::incrementAndGet))
          .isEqualTo(classifier.classify(article));
      // What was learned is compared once more with each 16 sentences.
      assertThat(asked.get()).isBetween(classifier == learned ? 14 : 7, 100);
      int last = asked.get();
      asked.set(0);
      assertThatThrownBy(
              () ->
                  classifier.classify(
                      article,
                      () -> {
                        if (asked.incrementAndGet() == last) {
                          throw enough;
                        }
                      }))
          .isSameAs(enough);
    }
  }

  private static EncodedArticle article(float[][] vectors, int sentences) {
    return new EncodedArticle(Collections.nCopies(sentences, GOAL), vectors, null, null, null);
  }

  @Test
  void givesProbabilitiesBestFirstThatAddUpToOneWithNone() {
    List<TopicClassifier> classifiers =
        List.of(
            THREE,
            new TopicClassifier(LabelSet.iptc(), WORDS, TopicOptions.defaults()),
            new TopicClassifier(LabelSet.ofNames("sport"), WORDS, TopicOptions.defaults()),
            new TopicClassifier(
                LabelSet.ofNames("sport", "cooking"), WORDS, TopicOptions.defaults()));
    String[][] articles = {{GOAL}, {SOUP, SHARES}, {GOAL, SOUP, SHARES, "Nothing else."}, {"a"}};
    for (TopicClassifier classifier : classifiers) {
      for (String[] article : articles) {
        for (String title : new String[] {null, SHARES}) {
          Topics topics = classify(classifier, title, article);

          assertProbabilities(topics);
        }
      }
    }
  }

  @Test
  void showsEvidenceThatAddsUpToTheLogits() {
    TopicClassifier all =
        new TopicClassifier(
            LabelSet.of(List.of(SPORT, COOKING, FINANCE)),
            WORDS,
            TopicOptions.defaults().withEvidence(Integer.MAX_VALUE));
    for (String title : new String[] {null, SHARES}) {
      Topics topics = classify(all, title, SOUP, GOAL, SHARES, GOAL, "Nothing else.");
      for (Topic one : topics.all()) {
        assertThat(one.evidence()).hasSize(5);
        assertThat(one.prior() + one.title() + sum(one)).isCloseTo(one.logit(), within(1e-9));
        assertThat(one.title() == 0).isEqualTo(title == null);
        for (Topic other : topics.all()) {
          // The softmax adds the same constant to all logits.
          assertThat(one.logit() - other.logit())
              .isCloseTo(Math.log(one.probability() / other.probability()), within(1e-6));
        }
      }
    }
  }

  @Test
  void showsTheThreeStrongestSentencesStrongestFirst() {
    Topics topics = classify(THREE, null, SOUP, SHARES, GOAL, SOUP, "The team won the match.");
    Topic sport =
        topics.all().stream()
            .filter(topic -> topic.label().equals(SPORT))
            .findFirst()
            .orElseThrow();

    assertThat(sport.evidence())
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> Double.compare(b.contribution(), a.contribution()));
    assertThat(sport.evidence().subList(0, 2)).extracting(Evidence::sentence).contains(2, 4);
  }

  @Test
  void takesASentenceWithoutCharactersForAShortOne() {
    Topics topics = classify(THREE, null, "");

    assertThat(topics.noneProbability()).isBetween(0.0, 1.0);
  }

  /** As all are equally probable. */
  @Test
  void showsTheNarrowerLabelsFirstWhereThereIsNothingToLabel() {
    LabelSet set =
        LabelSet.of(
            List.of(
                new Label("games", "games", "", null),
                new Label("chess", "chess", "", "games"),
                new Label("food", "food", "", null)));
    TopicClassifier classifier = new TopicClassifier(set, WORDS, TopicOptions.defaults());

    assertThat(classifier.classify(article(new float[0][], new int[0], null)).all())
        .extracting(topic -> topic.label().id())
        .containsExactly("chess", "games", "food");
  }

  /** An encoder has a vector for them, too, which was nearest to some label. */
  @ParameterizedTest
  @ValueSource(strings = {"\uD83C\uDF89\uD83C\uDF89", "?! ...", "2,000 3.5 %"})
  void saysNoneWhereNothingHasALetter(String text) {
    Topics topics = classify(THREE, null, text);

    assertThat(topics.noneProbability()).isEqualTo(1);
    assertThat(topics.best()).isEmpty();
    assertThat(best(THREE, text + " goal")).isEqualTo("sport");
  }

  @Test
  void saysNoneWhereThereIsNeitherASentenceNorATitle() {
    Topics topics = THREE.classify(article(new float[0][], new int[0], null));

    assertThat(topics.noneProbability()).isEqualTo(1);
    assertThat(topics.best()).isEmpty();
    assertThat(topics.all()).extracting(Topic::label).containsExactly(SPORT, COOKING, FINANCE);
    assertThat(topics.all())
        .allSatisfy(
            topic -> {
              assertThat(topic.probability()).isZero();
              assertThat(topic.evidence()).isEmpty();
            });
  }

  @Test
  void givesThePathInAHierarchyAndConsistentProbabilities() {
    Label root = new Label("leisure", "leisure", "Spare time at home and outside.", null);
    LabelSet set =
        LabelSet.of(
            List.of(
                root,
                FINANCE,
                new Label("sport", "sport", SPORT.description(), "leisure"),
                new Label("cooking", "cooking", COOKING.description(), "leisure")));
    Topics topics = classify(new TopicClassifier(set, WORDS, TopicOptions.defaults()), null, GOAL);

    assertThat(topics.path()).extracting(t -> t.label().id()).containsExactly("leisure", "sport");
    assertThat(topics.best()).map(topic -> topic.label().id()).hasValue("sport");
    assertThat(probability(topics, root))
        .isGreaterThanOrEqualTo(
            probability(topics, set.labels().get(2)) + probability(topics, set.labels().get(3)));
    assertThat(probability(topics, root) + probability(topics, FINANCE) + topics.noneProbability())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void givesSeveralLabelsThatDoNotCompete() {
    TopicOptions several = TopicOptions.defaults().withSeveralLabels();
    TopicClassifier classifier =
        new TopicClassifier(LabelSet.of(List.of(SPORT, COOKING, FINANCE)), WORDS, several);

    Topics both =
        classify(
            classifier,
            null,
            "Football team match goal.",
            "Recipe oven butter soup.",
            "Bake onions, simmer soup.");
    assertThat(both.assigned()).extracting(Topic::label).containsExactlyInAnyOrder(SPORT, COOKING);
    assertThat(both.assigned()).isEqualTo(both.all().subList(0, 2));
    assertThat(both.assigned().stream().mapToDouble(Topic::probability).sum()).isGreaterThan(1);
    assertThat(classify(classifier, null, SHARES).assigned())
        .extracting(Topic::label)
        .containsExactly(FINANCE);
    assertThat(classify(classifier, null, "Violets bloom early.").noneProbability())
        .isGreaterThan(both.noneProbability());
  }

  /** A label is as probable as its narrower one, at least, and says less. */
  @Test
  void putsTheNarrowerOfEquallyProbableLabelsFirst() {
    Label football = new Label("football", "football", SPORT.description(), "leisure");
    Label leisure = new Label("leisure", "leisure", "Pottery.", null);
    TopicOptions options = TopicOptions.defaults().withSeveralLabels();
    List<List<String>> orders = new ArrayList<>();
    for (List<Label> labels :
        List.of(
            List.of(leisure, football, COOKING, FINANCE),
            List.of(football, COOKING, leisure, FINANCE))) {
      Topics topics =
          classify(new TopicClassifier(LabelSet.of(labels), WORDS, options), null, GOAL);

      assertThat(topics.all().get(0).probability()).isEqualTo(topics.all().get(1).probability());
      assertThat(topics.best()).map(topic -> topic.label().id()).contains("football");
      assertThat(topics.path())
          .extracting(topic -> topic.label().id())
          .containsExactly("leisure", "football");
      assertThat(topics.assigned()).startsWith(topics.all().get(0));
      orders.add(topics.all().stream().map(topic -> topic.label().id()).toList());
    }
    assertThat(orders.get(0)).startsWith("football", "leisure").isEqualTo(orders.get(1));
  }

  @Test
  void leavesNoLabelWhereNoneIsMoreProbableThanTheThreshold() {
    Topics topics = classify(THREE, null, GOAL, "Violets bloom early.");
    for (double threshold : new double[] {0, topics.noneProbability(), 1}) {
      TopicClassifier classifier =
          new TopicClassifier(
              LabelSet.of(List.of(SPORT, COOKING, FINANCE)),
              WORDS,
              TopicOptions.defaults().withNoneThreshold(threshold));
      assertThat(classify(classifier, null, GOAL, "Violets bloom early.").none())
          .isEqualTo(topics.noneProbability() > threshold);
    }
  }

  /** The more labels there are, the more of an outsider's probability they share. */
  @Test
  void amongManyLabelsALowerProbabilityOfNoneLeavesNoLabel() {
    TopicOptions usual = TopicOptions.defaults();
    LabelSet three = LabelSet.of(List.of(SPORT, COOKING, FINANCE));

    assertThat(new TopicClassifier(three, WORDS, usual).noneThreshold()).isEqualTo(0.35);
    assertThat(new TopicClassifier(LabelSet.iptc(), WORDS, usual).noneThreshold())
        .isCloseTo(0.2621, within(0.0001));
    assertThat(new TopicClassifier(LabelSet.iptcLevel2(), WORDS, usual).noneThreshold())
        .as("top-level labels alone count")
        .isCloseTo(0.2621, within(0.0001));
    assertThat(
            new TopicClassifier(LabelSet.iptc(), WORDS, usual.withNoneThreshold(0.5))
                .noneThreshold())
        .isEqualTo(0.5);
  }

  /** With nothing to compare a label with, a softmax alone would always say it. */
  @Test
  void canSayTheOnlyLabelOrNone() {
    TopicClassifier only =
        new TopicClassifier(LabelSet.of(List.of(COOKING)), WORDS, TopicOptions.defaults());

    assertThat(classify(only, null, SOUP).best()).map(Topic::label).hasValue(COOKING);
    assertThat(classify(only, null, GOAL).none()).isTrue();
    assertThat(classify(only, null, GOAL).all()).hasSize(1);
  }

  /** The subjects that say what is usual have the same label once more. */
  @Test
  void givesOneOfTwoLabelsThatIptcHasToo() {
    Label weather =
        LabelSet.iptc().labels().stream()
            .filter(l -> l.name().equals("weather"))
            .findFirst()
            .orElseThrow();
    LabelSet two = LabelSet.of(List.of(weather, SPORT));

    Topics topics =
        classify(
            new TopicClassifier(two, WORDS, TopicOptions.defaults()), null, weather.description());

    assertThat(topics.best()).map(Topic::label).hasValue(weather);
    assertThat(topics.noneProbability()).isLessThan(0.1);
  }

  @Test
  void givesLabelsOfTheSameMeaningTheSameProbability() {
    for (int count : new int[] {2, 3, 50}) {
      List<Label> same =
          IntStream.range(0, count).mapToObj(i -> new Label("id" + i, "sport", "", null)).toList();
      Topics topics =
          classify(
              new TopicClassifier(LabelSet.of(same), WORDS, TopicOptions.defaults()), null, GOAL);

      assertProbabilities(topics);
      double first = topics.all().get(0).probability();
      assertThat(topics.all())
          .allSatisfy(topic -> assertThat(topic.probability()).isCloseTo(first, within(1e-9)));
    }
  }

  /** The labels hardly lie apart, and one lies so far off that its logit has no exponential. */
  @Test
  void staysFiniteWithOneLabelFarFromManyAlike() {
    float[] same = {1, 0};
    float[] odd = {-1, 0};
    float[] background = {0, 1};
    SentenceEncoder encoder =
        new FunctionEncoder(
            2, text -> text.contains("label") ? same : text.contains("odd") ? odd : background);
    String[] names =
        Stream.concat(Stream.of("odd"), IntStream.range(0, 400).mapToObj(i -> "label " + i))
            .toArray(String[]::new);
    TopicClassifier classifier =
        new TopicClassifier(LabelSet.ofNames(names), encoder, TopicOptions.defaults());

    Topics topics =
        classifier.classify(article(new float[][] {{-0.8f, 0.6f}}, new int[] {50}, null));

    assertProbabilities(topics);
    assertThat(topics.best()).map(topic -> topic.label().id()).hasValue("odd");
  }

  @Test
  void countsTheTitle() {
    double without = probability(classify(THREE, null, SOUP, GOAL), FINANCE);
    double with = probability(classify(THREE, SHARES, SOUP, GOAL), FINANCE);

    assertThat(with).isGreaterThan(without);
    assertThat(classify(THREE, SHARES).best()).map(Topic::label).hasValue(FINANCE);
    assertThat(classify(THREE, SHARES).all())
        .allSatisfy(topic -> assertThat(topic.evidence()).isEmpty());
  }

  @Test
  void countsALongerSentenceForMoreUpToALimit() {
    float[][] vectors = WORDS.encode(List.of(GOAL, SOUP));

    double even = probability(THREE.classify(article(vectors, new int[] {50, 50}, null)), SPORT);
    double longer = probability(THREE.classify(article(vectors, new int[] {100, 50}, null)), SPORT);
    assertThat(longer).isGreaterThan(even);
    assertThat(THREE.classify(article(vectors, new int[] {9_000, 50}, null)))
        .isEqualTo(THREE.classify(article(vectors, new int[] {200, 50}, null)));
  }

  @Test
  void countsTheFirstSentenceDouble() {
    float[][] three = WORDS.encode(List.of(GOAL, SOUP, SHARES));
    assertThat(article(three, new int[] {40, 80, 40}, null).shares())
        .containsExactly(0.4, 0.4, 0.2);
    assertThat(article(three, new int[] {40, 80, 40}, three[0]).shares())
        .as("the title has a fifth")
        .containsExactly(new double[] {0.32, 0.32, 0.16}, within(1e-9));

    assertThat(classify(THREE, null, GOAL, SOUP).best()).map(Topic::label).hasValue(SPORT);
    assertThat(classify(THREE, null, SOUP, GOAL).best()).map(Topic::label).hasValue(COOKING);
  }

  /** The name by itself is the direction that the description is at right angles to. */
  @Test
  void countsANameForAFifthBesideItsDescription() {
    SentenceEncoder encoder =
        new FunctionEncoder(
            5,
            text -> {
              float[] vector = new float[5];
              vector[List.of("a", "b", "c", "d").indexOf(text) + 1] = 1;
              return vector;
            });
    List<Label> labels =
        Stream.of("a", "b", "c", "d").map(name -> Label.of(name, "described")).toList();

    double[][] vectors = LabelDirections.of(labels, encoder).vectors();

    // All descriptions are alike, and so is the background, so names alone lie apart: by an angle
    // whose tangent is a fifth over what the centring leaves of the description.
    double described = (1 - 0.25) / Math.hypot(1, 0.2) - 0.5;
    double name = 0.2 / Math.hypot(1, 0.2);
    double own = name * (1 - 0.25 / 4);
    double other = -name * 0.25 / 4;
    double squares = described * described + own * own + 3 * other * other;
    double cosine = (described * described + 2 * own * other + 2 * other * other) / squares;
    double factor = LabelDirections.INVERSE_TEMPERATURE / (1 - cosine);
    assertThat(vectors[0][1])
        .isCloseTo(factor * (own - other) * 0.75 / Math.sqrt(squares), within(1e-9));
    assertThat(vectors[0][2])
        .isCloseTo(-factor * (own - other) * 0.25 / Math.sqrt(squares), within(1e-9));
  }

  /** Descriptions and articles are of one kind of text, and names are of another. */
  @Test
  void holdsNothingAgainstANameAmongDescriptions() {
    List<String> subjects = List.of("harbour", "orchard", "glacier");
    SentenceEncoder encoder =
        new FunctionEncoder(
            4,
            text -> {
              boolean isSentence = text.endsWith(".");
              float[] vector = {isSentence ? 0.95f : 0, 0, 0, 0};
              for (int i = 0; i < subjects.size(); i++) {
                if (text.contains(subjects.get(i))) {
                  vector[i + 1] = isSentence ? 0.3f : 1;
                }
              }
              return vector;
            });
    List<Label> mixed =
        List.of(Label.of("harbour"), Label.of("orchard", "Fruit."), Label.of("glacier", "Ice."));
    TopicClassifier classifier =
        new TopicClassifier(LabelSet.of(mixed), encoder, TopicOptions.defaults());

    for (String subject : subjects) {
      String sentence = "Words on a " + subject + ".";
      Topics topics =
          classifier.classify(
              new EncodedArticle(
                  List.of(sentence), encoder.encode(List.of(sentence)), null, null, null));
      assertThat(topics.all().get(0).label().id()).isEqualTo(subject);
    }
  }

  /**
   * Whole tiles of labels, a part of one, and more than one; more and fewer sentences than shown.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 63, 64, 65, 200, 1000})
  void givesWhatThePlainestLoopsGiveToTheLastBit(int count) {
    Random random = new Random(count);
    SentenceEncoder encoder =
        new FunctionEncoder(31, text -> vector(31, new Random(text.hashCode() * 31L)));
    LabelSet labels =
        LabelSet.ofNames(
            IntStream.range(0, count).mapToObj(i -> "label " + i).toArray(String[]::new));
    TopicClassifier classifier = new TopicClassifier(labels, encoder, TopicOptions.defaults());
    PlainTopicClassifier plain = new PlainTopicClassifier(labels, encoder);
    for (int sentences : new int[] {0, 1, 2, 3, 4, 40}) {
      float[][] vectors = new float[sentences][];
      for (int s = 0; s < sentences; s++) {
        // Every third sentence twice, so that some contributions are equal.
        vectors[s] = s % 3 == 2 ? vectors[s - 1] : vector(31, random);
      }
      int[] lengths = IntStream.range(0, sentences).map(s -> 150).toArray();
      float[] title = sentences % 2 == 0 ? vector(31, random) : null;

      EncodedArticle article = article(vectors, lengths, title);
      assertThat(classifier.classify(article)).isEqualTo(plain.classify(article));
    }
  }

  private static float[] vector(int dimensions, Random random) {
    float[] vector = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      vector[d] = (float) random.nextGaussian() / (float) Math.sqrt(dimensions);
    }
    return vector;
  }

  private static void assertProbabilities(Topics topics) {
    double sum = topics.noneProbability();
    assertThat(topics.noneProbability()).isBetween(0.0, 1.0);
    for (Topic topic : topics.all()) {
      assertThat(topic.probability()).isBetween(0.0, 1.0);
      sum += topic.probability();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(topics.all())
        .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
  }

  private static double sum(Topic topic) {
    return topic.evidence().stream().mapToDouble(Evidence::contribution).sum();
  }

  private static double probability(Topics topics, Label label) {
    return topics.all().stream()
        .filter(topic -> topic.label().equals(label))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static String best(TopicClassifier classifier, String sentence) {
    return classify(classifier, null, sentence).best().orElseThrow().label().id();
  }

  private static Topics classify(
      TopicClassifier classifier, @Nullable String title, String... sentences) {
    return classifier.classify(
        new EncodedArticle(
            List.of(sentences),
            WORDS.encode(List.of(sentences)),
            title,
            title == null ? null : WordEncoder.vector(title),
            null));
  }

  /** An article of which nothing but vectors and lengths is known. */
  private static EncodedArticle article(
      float[][] vectors, int[] lengths, float @Nullable [] title) {
    return new EncodedArticle(
        Arrays.stream(lengths).mapToObj("x"::repeat).toList(),
        vectors,
        title == null ? null : "title",
        title,
        null);
  }
}
