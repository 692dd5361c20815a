package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.keyphrase.Keyphrase;
import dev.headnote.keyphrase.KeyphraseExtractor;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.Evidence;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topic;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicOptions;
import dev.headnote.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The instant tier answers where it is sure, and the transformer is asked only elsewhere. */
class CascadeTest {

  private static final LabelSet LABELS =
      LabelSet.of(
          List.of(
              new Label("sport", "sport", "goals, matches and players", null),
              new Label("cooking", "cooking", "recipes, ovens and flour", null),
              new Label("finance", "finance", "shares, banks and profits", null)));

  private static final Article SURE =
      Article.of("", "Sport: goals, matches and players. Goals of players in matches of a sport.");
  private static final Article UNSURE =
      Article.of("", "The players of the match baked. Their recipes need ovens and goals.");

  private final ForkJoinPool pool = new ForkJoinPool(1);
  private final WordEncoder table = new WordEncoder("table");
  private final WordEncoder transformer = new WordEncoder("transformer");

  @AfterEach
  void stop() {
    pool.shutdown();
  }

  @Test
  void asksOnlyTheInstantTierWhereItIsSure() {
    Digest digest = cascade(0.3).digest(SURE, Deadline.none());

    assertThat(digest.topics().model()).isEqualTo("table");
    assertThat(digest.topics().best().orElseThrow().label().id()).isEqualTo("sport");
    assertThat(digest.summary().model()).isEqualTo("table");
    assertThat(transformer.texts).isEmpty();
  }

  @Test
  void asksTheTransformerForTopicsWhereTwoLabelsAreClose() {
    Digest digest = cascade(0.9).digest(UNSURE, Deadline.none());

    assertThat(digest.topics())
        .isEqualTo(pass(new WordEncoder("transformer")).topics(UNSURE, Deadline.none()));
    assertThat(digest.topics().model()).isEqualTo("transformer");
    assertThat(digest.summary())
        .isEqualTo(pass(new WordEncoder("table")).summarize(UNSURE, Deadline.none()));
  }

  @Test
  void findsKeyphrasesByTheInstantTierWhicheverLabels() {
    for (double margin : new double[] {0, 1.01}) {
      assertThat(cascade(margin).digest(SURE, Deadline.none()).keyphrases())
          .extracting(Keyphrase::text)
          .containsExactlyInAnyOrder("Sport", "matches");
      assertThat(transformer.texts).doesNotContain("Sport", "matches");
    }
    assertThat(transformer.texts).isNotEmpty();
  }

  @Test
  void asksAboutNoneOfTheLabelsAsAboutALabel() {
    // Nothing speaks for any label, so "none of these" is as near to them as they are to it.
    Topics topics =
        cascade(0.9).topics(Article.of("", "Nobody knew what this was."), Deadline.none());

    assertThat(topics.model()).isEqualTo("transformer");
  }

  /** Sport and a kind of sport don't contradict each other. */
  @Test
  void comparesTheTopLevelOfAHierarchy() {
    List<Label> labels = new ArrayList<>(LABELS.labels());
    labels.add(new Label("game", "sport", "goals, matches and players", "sport"));
    LabelSet hierarchy = LabelSet.of(labels);
    Topics topics =
        new Cascade(pass(table, hierarchy), pass(transformer, hierarchy), 0.6)
            .topics(SURE, Deadline.none());

    assertThat(topics.all().get(0).probability() - topics.all().get(1).probability())
        .isLessThan(0.6);
    assertThat(topics.model()).isEqualTo("table");
  }

  @Test
  void mustBeSurerWhereTheArticleBeginsWithADefinition() {
    Article defined = Article.of("", "Rugby is a match. The recipes of players need ovens.");
    Article told = Article.of("", "Rugby as a match. The recipes of players need ovens.");

    assertThat(modelBetweenCubeAndLead(defined)).isEqualTo("transformer");
    assertThat(modelBetweenCubeAndLead(told)).isEqualTo("table");
  }

  /** Which tier decides where the margin is less than the table's lead, and more than its cube. */
  private String modelBetweenCubeAndLead(Article article) {
    double lead = lead(pass(table).topics(article, Deadline.none()));
    assertThat(lead).isBetween(0.01, 0.99);
    return cascade((lead + Math.pow(lead, 3)) / 2).topics(article, Deadline.none()).model();
  }

  private static double lead(Topics topics) {
    return topics.all().get(0).probability()
        - Math.max(topics.all().get(1).probability(), topics.noneProbability());
  }

  @Test
  void aMarginOfZeroNeverAsksAndOneAboveOneAlwaysDoes() {
    assertThat(cascade(0).topics(UNSURE, Deadline.none()).model()).isEqualTo("table");
    assertThat(cascade(1.01).topics(SURE, Deadline.none()).model()).isEqualTo("transformer");
  }

  @Test
  void readsTheFirstAndTheLongestSentencesAndPointsAtThemInTheWholeArticle() {
    List<String> sentences = new ArrayList<>(List.of("So it began."));
    for (int i = 1; i < 30; i++) {
      sentences.add(
          i % 2 == 0
              ? "It was so."
              : "The players of match number " + i + " baked with recipes and goals.");
    }
    Article article = Article.of("", String.join(" ", sentences));
    assertThat(article.sentences()).hasSize(30);

    Topics topics = cascade(1.01).topics(article, Deadline.none());

    List<String> read = new ArrayList<>(transformer.texts);
    read.retainAll(sentences);
    assertThat(read).hasSize(12).contains("So it began.").doesNotContain("It was so.");
    assertThat(topics.all())
        .flatExtracting(Topic::evidence)
        .extracting(Evidence::sentence)
        .isNotEmpty()
        .allMatch(index -> read.contains(article.sentences().get(index).text()));
  }

  /** As where the pool's queue could not grow: waiting for labels that never begin has no end. */
  @Test
  @Timeout(30)
  void labelsThatNoThreadTookAreEncodedAgain() {
    AtomicBoolean full = new AtomicBoolean(true);
    AtomicBoolean articleToCome = new AtomicBoolean();
    ForkJoinPool refusing =
        new ForkJoinPool(1) {
          @Override
          public void execute(Runnable task) {
            if (full.get() && !articleToCome.getAndSet(false)) {
              throw new RejectedExecutionException("full");
            }
            super.execute(task);
          }
        };
    try {
      OnePass pass = pass(transformer, refusing, LABELS);
      Article article = Article.of("So it began. It was so.");
      for (int i = 0; i < 2; i++) {
        articleToCome.set(true);
        assertThatThrownBy(() -> pass.topics(article, Deadline.none()))
            .isInstanceOf(RejectedExecutionException.class);
      }
      full.set(false);
      assertThat(pass.topics(article, Deadline.none()).all()).isNotEmpty();
    } finally {
      refusing.shutdown();
    }
  }

  private Cascade cascade(double margin) {
    return new Cascade(pass(table), pass(transformer), margin);
  }

  private OnePass pass(SentenceEncoder encoder) {
    return pass(encoder, pool, LABELS);
  }

  private OnePass pass(SentenceEncoder encoder, LabelSet labels) {
    return pass(encoder, pool, labels);
  }

  private static OnePass pass(SentenceEncoder encoder, ForkJoinPool pool, LabelSet labels) {
    return new OnePass(
        encoder,
        () -> new TopicClassifier(labels, encoder, TopicOptions.defaults()),
        SummaryOptions.maxSentences(1),
        null,
        new KeyphraseExtractor(encoder, 3),
        pool);
  }

  /** Counts words by their hash, and remembers what it encoded. */
  private static final class WordEncoder implements SentenceEncoder {

    private static final int DIMENSIONS = 256;

    private final String model;
    private final List<String> texts = new ArrayList<>();

    WordEncoder(String model) {
      this.model = model;
    }

    @Override
    public String model() {
      return model;
    }

    @Override
    public Precision precision() {
      return Precision.FP32;
    }

    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public synchronized float[][] encode(List<String> encoded) {
      texts.addAll(encoded);
      return encoded.stream().map(WordEncoder::vector).toArray(float[][]::new);
    }

    private static float[] vector(String text) {
      float[] vector = new float[DIMENSIONS];
      for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
        vector[Math.floorMod((word.hashCode() * 0x9E3779B9) >>> 8, DIMENSIONS)] += 1;
      }
      double squares = 0;
      for (float value : vector) {
        squares += value * value;
      }
      for (int d = 0; d < DIMENSIONS; d++) {
        vector[d] /= (float) Math.sqrt(squares);
      }
      return vector;
    }

    @Override
    public void close() {}
  }
}
