package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topic;
import dev.headnote.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the facade promises, with a real model. */
@Tag("model")
class HeadnoteTest {

  /** How many articles show that results are the same to the last bit. */
  private static final int FEW = 6;

  private static Headnote headnote;
  private static List<Article> articles;

  @BeforeAll
  static void load() {
    headnote = Headnote.builder().model("minilm-l6").remember(0).build();
    articles = SeedFiles.articles();
  }

  @AfterAll
  static void close() {
    headnote.close();
  }

  @Test
  void refusesToPreloadWhatIsNoName() {
    assertThatThrownBy(() -> Headnote.preload(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("model");
  }

  @Test
  void mayBePreloadedAnyNumberOfTimes() {
    Headnote.preload();
    Headnote.preload();
    try (Headnote after = Headnote.builder().model("minilm-l6").build()) {
      assertThat(after.digest(articles.get(0))).isEqualTo(headnote.digest(articles.get(0)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FP32", "BF16", "INT8"})
  void givesTheSameBitsAloneInABatchAndFromAnyThread(Precision precision) throws Exception {
    // A CPU that AUTO takes no bf16 on is many times slower with it.
    boolean slow = precision == Precision.BF16 && headnote.precision() != precision;
    List<Article> articles = HeadnoteTest.articles.subList(0, slow ? 2 : FEW);
    List<Digest> alone = new ArrayList<>();
    try (Headnote one =
        Headnote.builder().model("minilm-l6").precision(precision).workers(1).remember(0).build()) {
      articles.forEach(article -> alone.add(one.digest(article)));
    }
    List<Article> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, new Random(1));
    try (Headnote many =
        Headnote.builder().model("minilm-l6").precision(precision).workers(3).remember(0).build()) {
      many.digest(shuffled)
          .map(Outcome::orThrow)
          .forEach(digest -> assertThat(alone).contains(digest));

      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<Digest>> results = new ArrayList<>();
      for (Article article : articles) {
        results.add(threads.submit(() -> many.digest(article)));
      }
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(alone.get(i));
      }
      threads.shutdown();
    }
  }

  /** Each article twice, and each with the first half of another: sentences are met again. */
  @Test
  void givesTheSameBitsFromRememberedSentences() {
    List<Article> articles = HeadnoteTest.articles.subList(0, FEW);
    List<Article> repeating = new ArrayList<>(articles);
    for (int i = 0; i < articles.size(); i++) {
      String other = articles.get((i + 1) % articles.size()).text();
      repeating.add(articles.get(i));
      repeating.add(
          Article.of(articles.get(i).text() + "\n\n" + other.substring(0, other.length() / 2)));
    }
    try (Headnote remembering = Headnote.builder().model("minilm-l6").build()) {
      for (Article article : repeating) {
        assertThat(remembering.digest(article)).isEqualTo(headnote.digest(article));
      }
    }
  }

  @Test
  void givesTheSameFromTheThreeVerbs() {
    Article article = articles.get(0);
    Digest digest = headnote.digest(article);

    assertThat(headnote.topics(article)).isEqualTo(digest.topics());
    assertThat(headnote.summarize(article)).isEqualTo(digest.summary());
  }

  @Test
  void keepsTheOrderOfAStreamAndReadsItLazily() {
    List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    Stream<Article> endless =
        Stream.iterate(0, i -> i + 1)
            .peek(taken::add)
            .map(i -> Article.of("Sentence number " + i + " is here.").withId("" + i));

    List<String> ids;
    try (Stream<Outcome<Digest>> outcomes = headnote.digest(endless)) {
      ids = outcomes.limit(50).map(outcome -> outcome.article().id()).toList();
    }

    assertThat(ids).isEqualTo(Stream.iterate(0, i -> i + 1).limit(50).map(i -> "" + i).toList());
    assertThat(taken.size()).isLessThan(51 + 128 * Runtime.getRuntime().availableProcessors());
  }

  /** The native memory of the model must not go while a worker uses it. */
  @Test
  void endsItsStreamsWhenItIsClosed() {
    Headnote closing = Headnote.builder().model("minilm-l6").workers(2).build();
    Iterator<Outcome<Digest>> outcomes =
        closing.digest(Stream.generate(() -> articles.get(0))).iterator();
    Digest first = outcomes.next().orThrow();
    closing.close();

    List<HeadnoteException> failures = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              while (true) {
                Outcome<Digest> outcome = outcomes.next();
                if (outcome.failure() == null) {
                  assertThat(outcome.orThrow()).isEqualTo(first);
                } else {
                  failures.add(outcome.failure());
                }
              }
            })
        .isInstanceOfSatisfying(HeadnoteException.class, e -> failures.add(e));
    assertThat(failures)
        .allSatisfy(e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.CLOSED));
  }

  @Test
  void pointsIntoTheTextAsGiven() {
    for (Article article : articles) {
      Summary summary = headnote.summarize(article);

      assertThat(summary.sentences()).hasSize(Math.min(3, article.sentences().size()));
      int before = -1;
      for (ScoredSentence scored : summary.sentences()) {
        Sentence sentence = scored.sentence();
        assertThat(article.text().substring(sentence.start(), sentence.end()))
            .isEqualTo(sentence.text());
        assertThat(sentence.start()).isGreaterThan(before);
        before = sentence.start();
      }
    }
  }

  @Test
  void givesProbabilitiesBestFirstThatAddUpToOne() {
    for (Article article : articles) {
      Topics topics = headnote.topics(article);

      assertThat(topics.all())
          .hasSize(17)
          .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
      double sum = topics.noneProbability();
      for (Topic topic : topics.all()) {
        assertThat(topic.probability()).isBetween(0.0, 1.0);
        assertThat(topic.evidence()).isNotEmpty();
        sum += topic.probability();
      }
      assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  /** A window holds 256 tokens; the last words must still matter, and nothing may fail. */
  @Test
  void takesASentenceOfAnyLengthWhole() {
    String long1 = "and then they walked on ".repeat(400);
    Article plain = Article.of("They set out at dawn " + long1 + "home.");
    Article ending =
        Article.of("They set out at dawn " + long1 + "bankruptcy court shares ".repeat(72) + ".");

    assertThat(plain.sentences()).hasSize(1);
    assertThat(headnote.topics(ending)).isNotEqualTo(headnote.topics(plain));
    assertThat(headnote.summarize(plain).sentences()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "\u0000", "\uD800", "a", "[ad_1]", "\uFEFF", "。", "🙂"})
  void hasADefinedResultForTextsThatAreHardlyTexts(String text) {
    Digest digest = headnote.digest(Article.of(text));

    assertThat(digest.topics().all()).hasSize(17);
    assertThat(digest.summary().sentences().size()).isEqualTo(digest.article().sentences().size());
    if (digest.article().sentences().isEmpty()) {
      assertThat(digest.topics().best()).isEmpty();
      assertThat(digest.summary().text()).isEmpty();
    }
  }

  @Test
  void prefersSentencesThatSpeakToTheQuery() {
    Article article =
        Article.of(
            "The council approved the new budget on Monday. The vote followed a long debate about"
                + " spending. Members argued about roads and parks. A cat was rescued from the"
                + " chamber's roof by firefighters. The budget takes effect in July.");
    try (Headnote focused =
        Headnote.builder()
            .model("minilm-l6")
            .summary(SummaryOptions.maxSentences(1).focusedOn("animal rescue"))
            .build()) {
      assertThat(focused.summarize(article).text()).contains("cat");
    }
  }

  @Test
  void labelsWithTheUsersOwnNames() {
    try (Headnote own =
        Headnote.builder()
            .model("minilm-l6")
            .labels(LabelSet.ofNames("sport", "cooking", "finance"))
            .build()) {
      Topics topics =
          own.topics(Article.of("The striker scored twice as the team won the cup final."));
      assertThat(topics.all().get(0).label().name()).isEqualTo("sport");
    }
  }

  /**
   * The labels are encoded at first use, on workers that other articles may already hold; nobody
   * may wait for the one who waits for them.
   */
  @Test
  void startsWithManyCallersAtOnce() {
    List<Article> some =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .map(i -> Article.of("The council met on Monday. Vote " + i + " passed."))
            .toList();
    for (int round = 0; round < 5; round++) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try (Headnote fresh = Headnote.builder().model("minilm-l6").workers(1).build()) {
              Future<Topics> single = threads.submit(() -> fresh.topics(some.get(0)));
              Thread.sleep(5);
              Future<Integer> stream = threads.submit(() -> fresh.topics(some).toList().size());

              assertThat(single.get().all()).hasSize(17);
              assertThat(stream.get()).isEqualTo(8);
            } finally {
              threads.shutdownNow();
            }
          });
    }
  }

  @Test
  void refusesCallsAfterClosing() {
    Headnote closed = Headnote.builder().model("minilm-l6").build();
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.digest(articles.get(0)))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> assertThat(e.code()).isEqualTo(HeadnoteException.Code.CLOSED));
  }

  @Test
  void namesTheModelsThatThereAre() {
    assertThatThrownBy(() -> Headnote.builder().model("no-such-model").build())
        .isInstanceOf(HeadnoteException.class)
        .hasMessageContaining("no-such-model")
        .hasMessageContaining("minilm-l6");
  }
}
