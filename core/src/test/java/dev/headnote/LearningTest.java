package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.salience.SalienceTrainer;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.TopicAdapter;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicTrainer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Learning when all examples are taken: what closing and the end of memory do to it. */
class LearningTest {

  private static final List<String> SENTENCES = List.of("The bridge was opened on Monday.");
  private static final Progress SILENT = (stage, done, total) -> {};

  private final CountingEncoder encoder = new CountingEncoder(false);
  private final float[][] vectors = encoder.encode(SENTENCES);
  private final Outcome<EncodedArticle> article =
      new Outcome<>(
          Article.of(SENTENCES.get(0)),
          new EncodedArticle(SENTENCES, vectors, null, null, null),
          null);
  private final LabelSet labels = LabelSet.ofNames("alpha", "beta", "gamma");
  private final ForkJoinPool pool = new ForkJoinPool(1);
  private final Calls calls = new Calls(Duration.ofMinutes(1));
  private final Learning learning = new Learning(calls, pool);

  @AfterEach
  void shutDown() {
    pool.shutdown();
  }

  @Test
  void isRefusedOnceItIsClosed() {
    calls.refuse();
    assertClosed(
        () ->
            TopicLearning.train(
                new TopicTrainer(labels, encoder, false, 1),
                Stream.of(new TopicLearning.Example(Set.of("alpha"), article)),
                SILENT,
                learning));
    assertClosed(
        () ->
            TopicLearning.adapt(
                new TopicAdapter(labels, encoder), Stream.of(article), SILENT, learning));
    assertClosed(
        () ->
            SalienceLearning.train(
                new SalienceTrainer(1, SILENT),
                Stream.of(
                    new SalienceLearning.Example(
                        new SummarizedArticle(article.article(), "A bridge opened.", 1), article)),
                "none",
                learning));
  }

  /** The pool is shut down behind it. */
  @Test
  void closingWaitsForIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<String> learned =
        CompletableFuture.supplyAsync(
            () ->
                learning.from(
                    "the examples",
                    () -> {
                      begun.countDown();
                      return await(end);
                    }));
    begun.await();
    calls.refuse();
    Thread closing = new Thread(calls::awaitEnd);
    closing.start();
    closing.join(100);
    assertThat(closing.isAlive()).isTrue();

    end.countDown();
    closing.join();
    assertThat(learned.join()).isEqualTo("learned");
  }

  /** The work goes on in the pool until it ends, and closing waits for that. */
  @Test
  void anInterruptGivesControlBackAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                learning.from(
                    "the examples",
                    () -> {
                      begun.countDown();
                      return await(end);
                    });
              } catch (RuntimeException e) {
                e.addSuppressed(new Exception("interrupted: " + Thread.interrupted()));
                thrown.complete(e);
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();

    assertThat(thrown.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.INTERRUPTED);
              assertThat(e.getSuppressed()[0]).hasMessage("interrupted: true");
            });
    calls.refuse();
    Thread closing = new Thread(calls::awaitEnd);
    closing.start();
    closing.join(100);
    assertThat(closing.isAlive()).isTrue();
    end.countDown();
    closing.join();
  }

  @Test
  void isRefusedOnceThePoolIsShutDown() {
    pool.shutdown();
    assertClosed(() -> learning.from("the examples", () -> "learned"));
  }

  /** Vectors of articles are kept, so that it is their number that ends the memory. */
  @Test
  void saysThatSoManyArticlesEndTheMemory() {
    OutOfMemoryError error = new OutOfMemoryError("thrown on purpose");
    assertSoMany(
        () ->
            Learning.withinMemory(
                () -> {
                  throw error;
                }));

    HeadnoteException failure = new HeadnoteException(Code.LIMIT_EXCEEDED, "no memory", error);
    Outcome<EncodedArticle> last = new Outcome<>(Article.of(""), null, failure);
    assertSoMany(() -> Learning.withinMemory(() -> adapt(Stream.of(article, article, last))));
    assertThatThrownBy(() -> Learning.withinMemory(() -> adapt(Stream.of(last))))
        .as("an article that does not even fit alone")
        .hasMessage("article 1: no memory");
  }

  /** Whoever gave the articles names knows them by these. */
  @Test
  void namesTheArticleThatFails() {
    Article fine = Article.of("It was cold.");
    Article wordy = Article.of("It was. It is. It will be.").withId("wordy.txt");
    try (Headnote headnote =
        Headnote.builder()
            .encoder(encoder)
            .labels(labels)
            .limits(Limits.defaults().withSentences(2))
            .build()) {
      assertNamed(
          "example 2 (wordy.txt): ",
          () ->
              headnote.train(Stream.of(fine, wordy).map(one -> LabelledArticle.of(one, "alpha"))));
      assertNamed("article 2 (wordy.txt): ", () -> headnote.adapt(Stream.of(fine, wordy)));
      assertNamed(
          "article 1 (wordy.txt): ",
          () ->
              headnote.trainSalience(
                  Stream.of(new SummarizedArticle(wordy, "It was.", 1)), 1, "none", SILENT));
    }
  }

  private static void assertNamed(String name, ThrowingCallable learning) {
    assertThatThrownBy(learning)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
        .hasMessageStartingWith(name + "the article has 3 sentences");
  }

  /** The articles come from a stream that ends the memory. */
  @Test
  void saysSoOfAllThatLearns() {
    Article bridge = Article.of(SENTENCES.get(0));
    try (Headnote headnote =
        Headnote.builder().encoder(encoder).labels(labels).workers(1).build()) {
      assertSoMany(() -> headnote.train(endless(LabelledArticle.of(bridge, "alpha"))));
      assertSoMany(() -> headnote.adapt(endless(bridge)));
      assertSoMany(
          () ->
              headnote.trainSalience(
                  endless(new SummarizedArticle(bridge, "A bridge opened.", 1)),
                  1,
                  "none",
                  SILENT));
    }
  }

  private static <T> Stream<T> endless(T element) {
    return Stream.iterate(1, number -> number + 1)
        .map(
            number -> {
              if (number > 2) {
                throw new OutOfMemoryError("thrown on purpose");
              }
              return element;
            });
  }

  private TopicModel adapt(Stream<Outcome<EncodedArticle>> articles) {
    return TopicLearning.adapt(new TopicAdapter(labels, encoder), articles, SILENT, learning);
  }

  private static void assertSoMany(ThrowingCallable learning) {
    assertThatThrownBy(learning)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
        .hasMessage("so many articles do not fit the memory; give fewer, or raise java -Xmx");
  }

  private static String await(CountDownLatch end) {
    try {
      end.await();
      return "learned";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysThatTheMemoryEnded() {
    assertThatThrownBy(
            () ->
                learning.from(
                    "what the examples hold",
                    () -> {
                      throw new OutOfMemoryError("thrown on purpose");
                    }))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
        .hasMessageStartingWith("what the examples hold does not fit the memory");
  }

  private static void assertClosed(ThrowingCallable learning) {
    assertThatThrownBy(learning)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
  }
}
