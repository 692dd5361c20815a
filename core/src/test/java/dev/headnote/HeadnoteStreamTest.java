package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.summary.Summary;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.LabelSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the facade does with streams, and which texts it encodes, without a model. */
@Timeout(60)
class HeadnoteStreamTest {

  private static final Article ARTICLE =
      Article.of("Budget passed", "The council met on Monday. It passed the budget for the year.");
  private static final List<String> ITS_TEXTS =
      List.of("Budget passed", "The council met on Monday.", "It passed the budget for the year.");

  private final CountingEncoder encoder = new CountingEncoder(true);

  private static Headnote.Builder builder(CountingEncoder encoder) {
    return Headnote.builder().encoder(encoder).workers(2).remember(0);
  }

  private static Article article(int i) {
    return Article.of("Sentence number " + i + " is here.").withId("" + i);
  }

  @Test
  void summarizesWithoutEncodingLabels() {
    try (Headnote headnote = builder(encoder).build()) {
      assertThat(encoder.calls).isEmpty();
      headnote.summarize(ARTICLE);
      assertThat(headnote.summarize(List.of(ARTICLE, ARTICLE))).hasSize(2);
      assertThat(encoder.calls).containsExactly(ITS_TEXTS, ITS_TEXTS, ITS_TEXTS);
    }
  }

  /** The labels' phrases and the background are two calls, whatever comes then. */
  @Test
  void encodesLabelsOnceAndAnArticleOnceForEachVerb() {
    try (Headnote headnote =
        builder(encoder).labels(LabelSet.ofNames("sport", "cooking", "finance")).build()) {
      headnote.topics(ARTICLE);
      assertThat(encoder.calls).hasSize(3).contains(ITS_TEXTS);
      encoder.calls.clear();

      headnote.topics(ARTICLE);
      headnote.digest(ARTICLE);
      assertThat(headnote.topics(Stream.of(ARTICLE))).hasSize(1);
      assertThat(headnote.digest(Stream.of(ARTICLE))).hasSize(1);
      assertThat(encoder.calls).containsOnly(ITS_TEXTS).hasSize(4);
    }
  }

  @Test
  void encodesADefinitionByItselfForTopicsAlone() {
    Article article = Article.of("Mira Holt was a jazz trumpeter from Leeds. She led a band.");
    List<String> sentences =
        List.of("Mira Holt was a jazz trumpeter from Leeds.", "She led a band.");
    try (Headnote headnote =
        builder(encoder).labels(LabelSet.ofNames("sport", "cooking", "finance")).build()) {
      headnote.summarize(article);
      assertThat(encoder.calls).containsExactly(sentences);

      headnote.digest(article);
      assertThat(encoder.calls)
          .contains(List.of(sentences.get(0), sentences.get(1), "jazz trumpeter"));
    }
  }

  @Test
  void encodesAQueryOnce() {
    try (Headnote headnote =
        builder(encoder).summary(SummaryOptions.defaults().focusedOn("money")).build()) {
      headnote.summarize(ARTICLE);
      headnote.summarize(ARTICLE);
      assertThat(encoder.calls).containsExactly(List.of("money"), ITS_TEXTS, ITS_TEXTS);
    }
  }

  @Test
  void encodesNothingOfAnEmptyArticle() {
    try (Headnote headnote = builder(encoder).build()) {
      headnote.summarize(Article.of(""));
      assertThat(encoder.calls).isEmpty();
    }
  }

  @Test
  void givesTheSameForTheSameArticleAgainAndForItsCopy() {
    try (Headnote headnote = builder(encoder).build()) {
      Digest alone = headnote.digest(ARTICLE);
      assertThat(headnote.digest(List.of(ARTICLE, article(1), ARTICLE)).map(Outcome::result))
          .element(2)
          .isEqualTo(alone);
      Digest copy = headnote.digest(ARTICLE.withId("copy"));
      assertThat(copy.article().id()).isEqualTo("copy");
      assertThat(copy.topics()).isEqualTo(alone.topics());
      assertThat(copy.summary()).isEqualTo(alone.summary());
    }
  }

  /** Else texts of a sentence or two would go in packs that are too small to be fast. */
  @Test
  void letsManyShortArticlesWaitForOnePack() {
    int together = 2 * 12;
    CompletableFuture<Void> all = new CompletableFuture<>();
    AtomicInteger waiting = new AtomicInteger();
    CountingEncoder patient =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (waiting.incrementAndGet() == together) {
              all.complete(null);
            }
            all.orTimeout(10, TimeUnit.SECONDS).join();
            return super.encode(texts);
          }
        };
    try (Headnote headnote = builder(patient).build()) {
      Stream<Article> articles = IntStream.range(0, together).mapToObj(i -> article(i));
      assertThat(headnote.summarize(articles)).allMatch(outcome -> outcome.failure() == null);
    }
  }

  /**
   * With threads in their place meanwhile, more articles than that would be under way ever after.
   */
  @Test
  void replacesNoThreadsThatWaitForLabels() {
    CountingEncoder slow =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (!texts.get(0).startsWith("Sentence number")) {
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            return super.encode(texts);
          }
        };
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    SummaryOptions counting =
        SummaryOptions.defaults()
            .withExcluded(
                (Sentence sentence) -> {
                  most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                  LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                  atWork.decrementAndGet();
                  return false;
                });
    try (Headnote headnote = builder(slow).summary(counting).build()) {
      Stream<Article> articles = IntStream.range(0, 100).mapToObj(i -> article(i));
      assertThat(headnote.digest(articles)).allMatch(outcome -> outcome.failure() == null);
      assertThat(most).hasValueBetween(1, headnote.workers());
    }
  }

  @Test
  void itsThreadsAreNamedAfterIt() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    CountingEncoder telling =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            names.add(Thread.currentThread().getName());
            return super.encode(texts);
          }
        };
    try (Headnote headnote = builder(telling).build()) {
      List<Article> articles = IntStream.range(0, 20).mapToObj(i -> article(i)).toList();
      assertThat(headnote.digest(articles)).hasSize(20);
    }
    assertThat(names).isNotEmpty().allMatch(name -> name.startsWith("headnote-"));
  }

  @Test
  void givesEachVerbOverStreamsAndIterables() {
    List<Article> articles = IntStream.range(0, 200).mapToObj(i -> article(i)).toList();
    try (Headnote headnote = builder(encoder).build()) {
      List<Digest> alone = articles.stream().map(headnote::digest).toList();
      assertThat(headnote.digest(articles).map(Outcome::orThrow)).isEqualTo(alone);
      assertThat(headnote.digest(articles.stream()).map(Outcome::orThrow)).isEqualTo(alone);
      List<?> topics = alone.stream().map(Digest::topics).toList();
      assertThat(headnote.topics(articles).map(o -> (Object) o.orThrow())).isEqualTo(topics);
      assertThat(headnote.topics(articles.stream()).map(o -> (Object) o.orThrow()))
          .isEqualTo(topics);
      List<?> summaries = alone.stream().map(Digest::summary).toList();
      assertThat(headnote.summarize(articles).map(o -> (Object) o.orThrow())).isEqualTo(summaries);
      assertThat(headnote.summarize(articles.stream()).map(o -> (Object) o.orThrow()))
          .isEqualTo(summaries);
    }
  }

  @Test
  void givesAFailureInItsPlaceAndGoesOn() {
    CountingEncoder failing =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            for (String text : texts) {
              if (text.contains("number 3 ")) {
                throw new IllegalStateException("a fault");
              }
              if (text.contains("number 5 ")) {
                throw new OutOfMemoryError("a large one");
              }
            }
            return super.encode(texts);
          }
        };
    try (Headnote headnote = builder(failing).build()) {
      List<Outcome<Digest>> outcomes =
          headnote.digest(IntStream.range(0, 1000).mapToObj(i -> article(i))).toList();
      assertThat(outcomes).hasSize(1000);
      for (int i = 0; i < 1000; i++) {
        Outcome<Digest> outcome = outcomes.get(i);
        assertThat(outcome.article().id()).isEqualTo("" + i);
        if (i == 3 || i == 5) {
          HeadnoteException failure = outcome.failure();
          assertThat(failure.code()).isEqualTo(i == 3 ? Code.INTERNAL : Code.LIMIT_EXCEEDED);
          assertThat(failure).hasMessageContaining(i == 3 ? "a fault" : "does not fit the memory");
        } else {
          assertThat(outcome.result()).isNotNull();
        }
      }
    }
  }

  /** Articles of half a million characters: three reach the bound of two workers, and one waits. */
  @Test
  void holdsFewArticlesThatAreLarge() {
    String large = "The council met on Monday. ".repeat(20_000);
    List<Integer> read = new ArrayList<>();
    try (Headnote headnote = builder(new CountingEncoder(false)).build();
        Stream<Outcome<Digest>> outcomes =
            headnote.digest(
                Stream.iterate(0, i -> i + 1)
                    .peek(
                        i -> {
                          synchronized (read) {
                            read.add(i);
                          }
                        })
                    .map(i -> Article.of(large)))) {
      Iterator<Outcome<Digest>> iterator = outcomes.iterator();
      for (int taken = 1; taken <= 5; taken++) {
        iterator.next().orThrow();
        synchronized (read) {
          assertThat(read.size() - taken).isBetween(0, 4);
        }
      }
    }
  }

  /**
   * Closed while both workers are at work and others wait for them: those at work are finished, the
   * others fail, in their places, and then the stream ends.
   */
  @Test
  void closesWhileAStreamIsOpen() throws Exception {
    CountDownLatch working = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    CountingEncoder held =
        new CountingEncoder(false) {
          @Override
          public float[][] encode(List<String> texts) {
            if (closed) {
              throw new AssertionError("encodes after it was closed");
            }
            working.countDown();
            try {
              assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return super.encode(texts);
          }
        };
    Headnote headnote = builder(held).build();
    List<Outcome<Summary>> outcomes = new ArrayList<>();
    Stream<Article> source = Stream.iterate(0, i -> i + 1).map(i -> article(i));
    FutureTask<?> consuming =
        new FutureTask<>(() -> headnote.summarize(source).forEach(outcomes::add), null);
    new Thread(consuming).start();
    assertThat(working.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(headnote::close);
    closing.start();
    while (closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(held.closed).isFalse();
    release.countDown();
    closing.join();

    assertThat(held.closed).isTrue();
    assertThatThrownBy(consuming::get)
        .cause()
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    assertThat(outcomes.stream().filter(outcome -> outcome.result() != null)).hasSize(2);
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome<Summary> outcome = outcomes.get(i);
      assertThat(outcome.article().id()).isEqualTo("" + i);
      if (outcome.failure() != null) {
        assertThat(outcome.failure().code()).isEqualTo(Code.CLOSED);
      }
    }
    assertThatThrownBy(() -> headnote.summarize(List.of(ARTICLE)))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
  }
}
