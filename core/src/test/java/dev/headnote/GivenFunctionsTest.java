package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException.Code;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topics;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What callers' own functions throw is told as theirs, with what they threw as the cause. */
class GivenFunctionsTest {

  private static final Article ARTICLE =
      Article.of("The council met on Monday. It passed the budget.");

  private static final IllegalStateException THROWN = new IllegalStateException("of the caller's");

  private static Headnote headnote(SummaryOptions options) {
    return Headnote.builder()
        .encoder(new CountingEncoder(false))
        .labels(LabelSet.ofNames("alpha", "beta", "gamma"))
        .summary(options)
        .build();
  }

  private static boolean failing(Sentence sentence) {
    throw THROWN;
  }

  private static int failing(String text) {
    throw THROWN;
  }

  private static void failing(String stage, long done, long total) {
    throw THROWN;
  }

  private static void assertFails(String function, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeadnoteException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.FUNCTION_FAILED);
              assertThat(e.action()).doesNotContain("report");
            })
        .hasMessageContaining(function)
        .hasMessageContaining("of the caller's")
        .hasRootCause(THROWN);
  }

  @Test
  void aPredicateOrCounterOfTheSummaryIsNamed() {
    SummaryOptions defaults = SummaryOptions.defaults();
    try (Headnote headnote = headnote(defaults.withRequired(GivenFunctionsTest::failing))) {
      assertFails("withRequired", () -> headnote.digest(ARTICLE));
      assertThat(headnote.digest(List.of(ARTICLE)).toList().get(0).failure().code())
          .isEqualTo(Code.FUNCTION_FAILED);
    }
    try (Headnote headnote = headnote(defaults.withExcluded(sentence -> failing(sentence)))) {
      assertFails("withExcluded", () -> headnote.summarize(ARTICLE));
      assertFails("withExcluded", () -> headnote.summarizeTogether(List.of(ARTICLE)));
    }
    try (Headnote headnote = headnote(SummaryOptions.maxTokens(9, GivenFunctionsTest::failing))) {
      assertFails("counter of tokens", () -> headnote.summarize(ARTICLE));
      assertFails("counter of tokens", () -> headnote.summarizeTogether(List.of(ARTICLE)));
    }
  }

  @Test
  void aCounterThatCountsBelowZeroIsRefused() {
    try (Headnote headnote = headnote(SummaryOptions.maxTokens(9, text -> -1))) {
      assertThatThrownBy(() -> headnote.summarize(ARTICLE))
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.FUNCTION_FAILED))
          .hasMessageContaining("-1");
    }
  }

  @Test
  void aListenerToProgressIsNamed() {
    Progress listener = GivenFunctionsTest::failing;
    try (Headnote headnote = headnote(SummaryOptions.defaults())) {
      assertFails("progress", () -> headnote.train(examples(), 1, listener));
      assertFails("progress", () -> headnote.adapt(Stream.of(ARTICLE, ARTICLE), listener));
      assertFails(
          "progress",
          () -> headnote.trainSalience(Stream.of(summarized()), 1, "made up", listener));
    }
  }

  /** It would wait for the call that it is within, for ever. */
  @Test
  @Timeout(30)
  void noneCanCloseTheHeadnoteThatCallsIt() {
    AtomicReference<Headnote> opened = new AtomicReference<>();
    SummaryOptions options =
        SummaryOptions.defaults()
            .withExcluded(
                sentence -> {
                  opened.get().close();
                  return false;
                });
    try (Headnote headnote = headnote(options)) {
      opened.set(headnote);
      assertClosesItself(() -> headnote.summarize(ARTICLE));
      assertClosesItself(
          () -> headnote.adapt(Stream.of(ARTICLE), (stage, done, total) -> opened.get().close()));
      assertThat(headnote.topics(ARTICLE)).as("it is still open").isNotNull();
    }
  }

  /** Whichever thread tells of the progress; cross-validating takes several. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void noListenerToTrainingCanCloseItsHeadnote() {
    AtomicReference<Headnote> opened = new AtomicReference<>();
    for (int told = 1; told <= 5; told++) {
      int last = told;
      try (Headnote headnote = headnote(SummaryOptions.defaults())) {
        opened.set(headnote);
        assertClosesItself(
            () ->
                headnote.train(
                    examples(),
                    1,
                    (stage, done, total) -> {
                      if (stage.equals("cross-validating") && done == last) {
                        opened.get().close();
                      }
                    }));
      }
    }
  }

  /** The labels are not encoded yet, and the threads that would do it wait to tell, too. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aListenerToProgressMayAskForTopics() {
    AtomicReference<Topics> topics = new AtomicReference<>();
    for (int workers : new int[] {1, 2, 4}) {
      try (Headnote headnote =
          Headnote.builder()
              .encoder(new CountingEncoder(false))
              .labels(LabelSet.ofNames("alpha", "beta", "gamma"))
              .workers(workers)
              .build()) {
        headnote.train(examples(), 1, (stage, done, total) -> topics.set(headnote.topics(ARTICLE)));
        assertThat(topics.getAndSet(null)).isEqualTo(headnote.topics(ARTICLE));
      }
    }
  }

  private static void assertClosesItself(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.FUNCTION_FAILED))
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be closed within one of its own calls");
  }

  /** As of a predicate that asks another Headnote, which is closed. */
  @Test
  void whatHeadnoteItselfThrewStaysAsItIs() {
    HeadnoteException closed = new HeadnoteException(Code.CLOSED, "another one");
    SummaryOptions options =
        SummaryOptions.defaults()
            .withExcluded(
                sentence -> {
                  throw closed;
                });
    try (Headnote headnote = headnote(options)) {
      assertThatThrownBy(() -> headnote.summarize(ARTICLE)).isSameAs(closed);
    }
  }

  private static Stream<LabelledArticle> examples() {
    return Stream.of("alpha", "beta", "gamma")
        .flatMap(label -> Stream.generate(() -> LabelledArticle.of(ARTICLE, label)).limit(8));
  }

  private static SummarizedArticle summarized() {
    return new SummarizedArticle(ARTICLE, "The council passed the budget.", 1);
  }
}
