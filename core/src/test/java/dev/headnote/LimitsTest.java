package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An article that takes too much fails, and those beside it don't. */
@Timeout(60)
class LimitsTest {

  private static final Article SHORT = Article.of("The council met on Monday.");
  private static final Article LONG =
      Article.of("The council met on Monday. It passed the budget. Nobody spoke against it.");

  private static Headnote headnote(Limits limits) {
    return Headnote.builder().encoder(new CountingEncoder(false)).limits(limits).build();
  }

  private static void assertCode(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void anArticleOfTooManySentencesFailsInItsPlace() {
    try (Headnote headnote = headnote(Limits.defaults().withSentences(2))) {
      List<Outcome<Digest>> outcomes = headnote.digest(List.of(SHORT, LONG, SHORT)).toList();

      assertThat(outcomes.get(0).result()).isNotNull().isEqualTo(outcomes.get(2).result());
      assertThat(outcomes.get(1).failure().code()).isEqualTo(Code.LIMIT_EXCEEDED);
      assertThat(outcomes.get(1).failure())
          .hasMessageContaining("3 sentences")
          .hasMessageContaining("the limit is 2");
    }
    try (Headnote headnote = headnote(Limits.defaults().withSentences(3))) {
      assertThat(headnote.digest(LONG)).isNotNull();
    }
  }

  @Test
  void anArticleOfTooManyCharactersFails() {
    try (Headnote headnote = headnote(Limits.defaults().withBytes(SHORT.text().length()))) {
      assertThat(headnote.summarize(SHORT)).isNotNull();
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.summarize(LONG));
    }
  }

  @Test
  void anArticleThatTakesTooLongFails() {
    CountingEncoder slow =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            sleep(50);
            return super.encode(texts);
          }
        };
    try (Headnote headnote =
        Headnote.builder()
            .encoder(slow)
            .limits(Limits.defaults().withTime(Duration.ofMillis(20)))
            .build()) {
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.digest(LONG));
    }
    try (Headnote headnote = headnote(Limits.defaults().withTime(Duration.ofDays(1_000_000)))) {
      assertThat(headnote.digest(LONG)).isNotNull();
    }
  }

  /**
   * In a long article, choosing many sentences takes minutes, when all vectors are there already.
   */
  @Test
  void theTimeAndInterruptsCountWhileSentencesAreChosen() {
    SummaryOptions slow =
        SummaryOptions.defaults()
            .withExcluded(
                sentence -> {
                  sleep(sentence.index() == 0 ? 600 : 0);
                  return false;
                });
    Limits half = Limits.defaults().withTime(Duration.ofMillis(500));
    try (Headnote headnote = choosing(slow).limits(half).build()) {
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.summarize(LONG));
    }
    SummaryOptions interrupting =
        SummaryOptions.defaults()
            .withExcluded(
                sentence -> {
                  Thread.currentThread().interrupt();
                  return false;
                });
    try (Headnote headnote = choosing(interrupting).build()) {
      assertCode(Code.INTERRUPTED, () -> headnote.summarize(LONG));
      assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
    }
  }

  /** Each sentence is compared with each label: with thousands of both that takes seconds. */
  @Test
  void theTimeAndInterruptsCountWhileAnArticleIsComparedWithLabels() throws Exception {
    Thread caller = Thread.currentThread();
    CountingEncoder interrupting =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (Thread.currentThread() == caller) {
              CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)
                  .execute(caller::interrupt);
            }
            return super.encode(texts);
          }
        };
    LabelSet labels =
        LabelSet.of(IntStream.range(0, 5_000).mapToObj(i -> Label.of("label " + i)).toList());
    Article article =
        Article.of("It passed the budget of the harbour once more today. ".repeat(5_000));
    assertThat(article.sentences()).hasSize(5_000);
    try (Headnote headnote = Headnote.builder().encoder(interrupting).labels(labels).build()) {
      CompletableFuture.runAsync(headnote::warmUp).get();
      assertCode(Code.INTERRUPTED, () -> headnote.topics(article));
      assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
    }
  }

  @Test
  void anInterruptCountsWhileLinesOfSeveralArticlesAreChosen() {
    Thread caller = Thread.currentThread();
    SummaryOptions interrupting =
        SummaryOptions.maxTokens(
            50,
            text -> {
              if (Thread.currentThread() == caller) {
                caller.interrupt();
              }
              return 1;
            });
    try (Headnote headnote = choosing(interrupting).build()) {
      assertCode(Code.INTERRUPTED, () -> headnote.summarizeTogether(List.of(LONG, SHORT)));
      assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
    }
  }

  private static Headnote.Builder choosing(SummaryOptions options) {
    return Headnote.builder().encoder(new CountingEncoder(false)).summary(options);
  }

  @Test
  void anInterruptedThreadGetsNoResult() {
    try (Headnote headnote = headnote(Limits.defaults())) {
      Thread.currentThread().interrupt();
      assertCode(Code.INTERRUPTED, () -> headnote.summarize(LONG));
      assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
      assertThat(headnote.summarize(LONG)).isNotNull();
    }
  }

  /** The first call waits for the labels, which other threads encode. */
  @Test
  void anInterruptEndsTheWaitForTheLabels() throws Exception {
    CountDownLatch encoding = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    CountingEncoder slow =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            encoding.countDown();
            await(gate);
            return super.encode(texts);
          }
        };
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Headnote headnote = Headnote.builder().encoder(slow).build();
    Thread thread =
        new Thread(
            () -> {
              try {
                headnote.topics(LONG);
              } catch (RuntimeException e) {
                thrown.complete(e);
              }
            });
    thread.start();
    encoding.await();
    thread.interrupt();

    assertThat(thrown.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INTERRUPTED));
    gate.countDown();
    assertThat(headnote.topics(LONG)).isNotNull();
    headnote.close();
  }

  /** As where other articles had the memory for a moment. */
  @Test
  void labelsThatFailedAreEncodedAgain() {
    AtomicBoolean full = new AtomicBoolean(true);
    CountingEncoder encoder =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (texts.stream().anyMatch(text -> text.contains("a label")) && full.get()) {
              throw new OutOfMemoryError();
            }
            return super.encode(texts);
          }
        };
    try (Headnote headnote =
        Headnote.builder().encoder(encoder).labels(LabelSet.ofNames("a label")).build()) {
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.topics(LONG));
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.digest(LONG));
      full.set(false);
      assertThat(headnote.topics(LONG)).isEqualTo(headnote.digest(LONG).topics());
      assertThat(headnote.topics(List.of(LONG, LONG))).allMatch(topics -> topics.failure() == null);
    }
  }

  /** Gives labels alone only once the gate is open. */
  private static CountingEncoder waitingWithLabels(CountDownLatch gate, AtomicInteger labellings) {
    return new CountingEncoder(false) {
      @Override
      public float[][] encode(List<String> texts) {
        if (texts.stream().anyMatch(text -> text.contains("a label"))) {
          labellings.incrementAndGet();
          await(gate);
        }
        return super.encode(texts);
      }
    };
  }

  @Test
  void theWaitForTheLabelsCounts() {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger labellings = new AtomicInteger();
    try (Headnote headnote =
        Headnote.builder()
            .encoder(waitingWithLabels(gate, labellings))
            .labels(LabelSet.ofNames("a label"))
            .limits(Limits.defaults().withTime(Duration.ofMillis(200)))
            .build()) {
      assertThatThrownBy(() -> headnote.topics(LONG))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED))
          .hasMessageContaining("labels are still being encoded after 0.2 seconds")
          .hasMessageContaining("warmUp()");
      assertThat(headnote.topics(List.of(LONG, SHORT)))
          .allMatch(topics -> topics.failure().code() == Code.LIMIT_EXCEEDED);
      gate.countDown();
      headnote.warmUp();
      assertThat(headnote.topics(LONG)).isNotNull();
      assertThat(labellings).hasValue(1);
    }
  }

  /** As an encoder with native memory, which waits for its calls before it frees that. */
  @Test
  void closingDoesNotWaitForLabelsThatNoCallWaitsFor() throws Exception {
    ReentrantLock encoding = new ReentrantLock();
    CountingEncoder encoder =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (texts.stream().anyMatch(text -> text.contains("a label"))) {
              encoding.lock();
              try {
                await(new CountDownLatch(1));
              } finally {
                encoding.unlock();
              }
            }
            return super.encode(texts);
          }

          @Override
          public void close() {
            encoding.lock();
            super.close();
          }
        };
    Headnote headnote =
        Headnote.builder()
            .encoder(encoder)
            .labels(LabelSet.ofNames("a label"))
            .limits(Limits.defaults().withTime(Duration.ofMillis(200)))
            .build();
    assertCode(Code.LIMIT_EXCEEDED, () -> headnote.topics(LONG));

    CompletableFuture.runAsync(headnote::close).get(10, TimeUnit.SECONDS);

    assertThat(encoder.closed).isTrue();
  }

  @Test
  void warmingUpWaitsForTheLabelsHoweverLongTheyTake() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger labellings = new AtomicInteger();
    CountingEncoder encoder = waitingWithLabels(gate, labellings);
    Headnote headnote =
        Headnote.builder()
            .encoder(encoder)
            .labels(LabelSet.ofNames("a label"))
            .summary(
                SummaryOptions.defaults()
                    .withExcluded(
                        sentence -> {
                          throw new IllegalStateException("asked of no article of ours");
                        }))
            .limits(Limits.defaults().withTime(Duration.ofMillis(1)))
            .build();
    List<CompletableFuture<Void>> calls =
        IntStream.range(0, 4)
            .mapToObj(
                i -> CompletableFuture.runAsync(headnote::warmUp, task -> new Thread(task).start()))
            .toList();
    while (labellings.get() == 0 || headnote.callsUnderWay() < 4) {
      sleep(1);
    }
    sleep(20);
    assertThat(calls).noneMatch(CompletableFuture::isDone);
    gate.countDown();
    for (CompletableFuture<Void> call : calls) {
      call.get(10, TimeUnit.SECONDS);
    }
    headnote.warmUp();
    assertThat(labellings).hasValue(1);
    headnote.close();
    assertCode(Code.CLOSED, headnote::warmUp);
  }

  @Test
  void anInterruptEndsWarmingUp() {
    try (Headnote headnote = headnote(Limits.defaults())) {
      Thread.currentThread().interrupt();
      assertCode(Code.INTERRUPTED, headnote::warmUp);
      assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
      headnote.warmUp();
    }
  }

  /** Whoever asks for it need not wait for the pause that articles make. */
  @Test
  void warmingUpTriesAgainAtOnce() {
    AtomicBoolean failing = new AtomicBoolean(true);
    CountingEncoder encoder =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (failing.get() && texts.stream().anyMatch(text -> text.contains("a label"))) {
              sleep(500);
              throw new IllegalStateException("no native memory");
            }
            return super.encode(texts);
          }
        };
    try (Headnote headnote =
        Headnote.builder().encoder(encoder).labels(LabelSet.ofNames("a label")).build()) {
      assertThatThrownBy(headnote::warmUp).hasMessageContaining("no native memory");
      failing.set(false);
      assertThatThrownBy(() -> headnote.topics(LONG)).hasMessageContaining("no native memory");
      headnote.warmUp();
      assertThat(headnote.topics(LONG)).isNotNull();
    }
  }

  /** Training has the only thread that encodes the first article beside the labels. */
  @Test
  void theWaitForAThreadCounts() throws Exception {
    CountDownLatch learning = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    try (Headnote headnote =
        Headnote.builder()
            .encoder(new CountingEncoder(false))
            .labels(LabelSet.ofNames("alpha", "beta", "gamma"))
            .workers(1)
            .limits(Limits.defaults().withTime(Duration.ofMillis(200)))
            .build()) {
      CompletableFuture<Void> adapting =
          CompletableFuture.runAsync(
              () ->
                  headnote.adapt(
                      Stream.of(LONG, LONG),
                      (stage, done, total) -> {
                        learning.countDown();
                        await(gate);
                      }),
              task -> new Thread(task).start());
      learning.await();
      assertCode(Code.LIMIT_EXCEEDED, () -> headnote.topics(LONG));
      gate.countDown();
      adapting.get(10, TimeUnit.SECONDS);
      headnote.warmUp();
      assertThat(headnote.topics(LONG)).isNotNull();
    }
  }

  /** They would cost each article what they cost the first. */
  @Test
  void labelsThatAlwaysFailAreSeldomEncodedAgain() {
    AtomicInteger labellings = new AtomicInteger();
    CountingEncoder encoder =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (texts.stream().anyMatch(text -> text.contains("a label"))) {
              labellings.incrementAndGet();
              sleep(200);
              throw new IllegalStateException("the labels again");
            }
            return super.encode(texts);
          }
        };
    try (Headnote headnote =
        Headnote.builder().encoder(encoder).labels(LabelSet.ofNames("a label")).build()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> headnote.topics(LONG)).hasMessageContaining("the labels again");
      }
      assertThat(labellings).hasValue(1);
      while (labellings.get() == 1) {
        sleep(100);
        assertCode(Code.INTERNAL, () -> headnote.digest(LONG));
      }
    }
  }

  @Test
  void workersAreNoMoreThanThreadsCanBe() {
    assertThatThrownBy(() -> Headnote.builder().workers(Short.MAX_VALUE + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32767");
  }

  @Test
  void refusesLimitsThatAreNone() {
    assertThatThrownBy(() -> Limits.defaults().withBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Limits.defaults().withSentences(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Limits.defaults().withTime(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limitsOfTheSameAreEqual() {
    assertThat(Limits.defaults().withTime(Duration.ofSeconds(5)).withSentences(9))
        .isEqualTo(Limits.defaults().withSentences(9).withTime(Duration.ofSeconds(5)))
        .isNotEqualTo(Limits.defaults());
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
