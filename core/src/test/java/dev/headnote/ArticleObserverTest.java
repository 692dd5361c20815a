package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.ArticleCall.Verb;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.topic.LabelSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an observer is told, and that it can't do harm. */
@Timeout(60)
class ArticleObserverTest {

  private static final Article ARTICLE =
      Article.of("Budget passed", "The council met on Monday. It passed the budget for the year.");

  private final List<ArticleCall> calls = Collections.synchronizedList(new ArrayList<>());

  private static Headnote.Builder builder() {
    return Headnote.builder().encoder(new CountingEncoder(false)).workers(2);
  }

  private List<Verb> verbs() {
    return calls.stream().map(ArticleCall::verb).toList();
  }

  @Test
  void isToldOfEachVerb() {
    LabelSet labels = LabelSet.ofNames("sport", "cooking");
    try (Headnote headnote = builder().labels(labels).observer(calls::add).build()) {
      headnote.digest(ARTICLE);
      headnote.topics(ARTICLE);
      headnote.summarize(ARTICLE);
      headnote.summarizeTogether(List.of(ARTICLE, ARTICLE));
      headnote.embed(List.of("no article"));
      assertThat(verbs())
          .containsExactly(
              Verb.DIGEST,
              Verb.TOPICS,
              Verb.SUMMARIZE,
              Verb.SUMMARIZE_TOGETHER,
              Verb.SUMMARIZE_TOGETHER);
      assertThat(calls)
          .allSatisfy(
              call -> {
                assertThat(call.article()).isSameAs(ARTICLE);
                assertThat(call.failure()).isNull();
                assertThat(call.time()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(60));
              });
      calls.clear();
      headnote.train(
          Stream.of("sport", "cooking", "sport", "cooking")
              .map(label -> new LabelledArticle(ARTICLE, Set.of(label))));
      assertThat(verbs()).hasSize(4).containsOnly(Verb.TRAIN);
    }
  }

  @Test
  void isToldOfEachArticleOfAStream() {
    try (Headnote headnote = builder().observer(calls::add).build()) {
      List<Article> articles =
          IntStream.range(0, 500).mapToObj(i -> ARTICLE.withId("" + i)).toList();
      assertThat(headnote.digest(articles)).hasSize(500);
      assertThat(calls.stream().map(ArticleCall::article))
          .containsExactlyInAnyOrderElementsOf(articles);
    }
  }

  @Test
  void isToldWhyAnArticleFailed() {
    Headnote headnote =
        builder().limits(Limits.defaults().withSentences(1)).observer(calls::add).build();
    assertThatThrownBy(() -> headnote.digest(ARTICLE)).isInstanceOf(HeadnoteException.class);
    headnote.close();
    assertThatThrownBy(() -> headnote.topics(ARTICLE)).isInstanceOf(HeadnoteException.class);
    assertThat(calls.stream().map(call -> call.failure().code()))
        .containsExactly(Code.LIMIT_EXCEEDED, Code.CLOSED);
  }

  @Test
  void timesTheWork() {
    CountingEncoder slow =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            try {
              Thread.sleep(30);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return super.encode(texts);
          }
        };
    try (Headnote headnote = Headnote.builder().encoder(slow).observer(calls::add).build()) {
      headnote.summarize(ARTICLE);
      assertThat(calls.get(0).time()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }
  }

  /** One that fails changes neither results nor failures, and is complained of once. */
  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoSuchMethodError.class})
  void doesNoHarmIfItFails(Class<? extends Throwable> fault) {
    ArticleObserver failing =
        call -> {
          calls.add(call);
          try {
            throw fault.getConstructor(String.class).newInstance("a fault");
          } catch (RuntimeException | Error e) {
            throw e;
          } catch (Throwable e) {
            throw new IllegalArgumentException(e);
          }
        };
    PrintStream stderr = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (Headnote plain = builder().build();
        Headnote observed =
            builder().limits(Limits.defaults().withSentences(2)).observer(failing).build()) {
      assertThat(observed.digest(ARTICLE)).isEqualTo(plain.digest(ARTICLE));
      assertThat(observed.digest(List.of(ARTICLE, ARTICLE)).map(Outcome::orThrow)).hasSize(2);
      assertThatThrownBy(() -> observed.digest(Article.of("One is. Two are. Three are.")))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_EXCEEDED));
      assertThat(calls).hasSize(4);
    } finally {
      System.setErr(stderr);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("the observer")
        .contains("a fault");
  }

  /** Closing waits for calls, so an observer that is in one would wait for itself. */
  @Test
  void mayCloseTheHeadnote() {
    CompletableFuture<Headnote> opened = new CompletableFuture<>();
    Headnote headnote = builder().observer(call -> opened.join().close()).build();
    opened.complete(headnote);
    assertThat(headnote.summarize(ARTICLE)).isNotNull();
    assertThatThrownBy(() -> headnote.summarize(ARTICLE)).isInstanceOf(HeadnoteException.class);
  }

  @Test
  void callsUnderWayAreCountedUntilTheyEnd() throws Exception {
    CountDownLatch working = new CountDownLatch(3);
    Semaphore gate = new Semaphore(0);
    CountingEncoder held =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            working.countDown();
            gate.acquireUninterruptibly();
            return super.encode(texts);
          }
        };
    Headnote headnote = Headnote.builder().encoder(held).workers(2).build();
    assertThat(headnote.workers()).isEqualTo(2);
    assertThat(headnote.callsUnderWay()).isZero();
    List<Thread> callers =
        IntStream.range(0, 3)
            .mapToObj(i -> new Thread(() -> headnote.summarize(ARTICLE.withId("" + i))))
            .toList();
    callers.forEach(Thread::start);
    assertThat(working.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(headnote.callsUnderWay()).isEqualTo(3);
    Thread closing = new Thread(headnote::close);
    closing.start();
    while (closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(headnote.callsUnderWay()).as("while it closes").isEqualTo(3);
    gate.release(3);
    closing.join();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(headnote.callsUnderWay()).isZero();
  }
}
