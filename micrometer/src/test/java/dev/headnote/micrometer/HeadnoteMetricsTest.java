package dev.headnote.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.Limits;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeadnoteMetricsTest {

  private static final Article ARTICLE =
      Article.of("Budget passed", "The council met on Monday. It passed the budget for the year.");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private Headnote open(HeadnoteMetrics metrics) {
    Headnote headnote =
        Headnote.builder()
            .model(Headnote.INSTANT_MODEL)
            .workers(2)
            .limits(Limits.defaults().withSentences(2))
            .observer(metrics)
            .build();
    metrics.watch(headnote);
    return headnote;
  }

  @Test
  void countsAndTimesArticlesBySuccessAndFailure() {
    try (Headnote headnote = open(new HeadnoteMetrics(registry))) {
      assertThat(headnote.digest(Collections.nCopies(10, ARTICLE))).hasSize(10);
      headnote.topics(ARTICLE);
      assertThatThrownBy(() -> headnote.digest(Article.of("One is. Two are. Three are.")))
          .isInstanceOf(HeadnoteException.class);
    }
    assertThat(count("digest", "success")).isEqualTo(10);
    assertThat(count("topics", "success")).isEqualTo(1);
    assertThat(count("digest", "limit_exceeded")).isEqualTo(1);
    assertThat(
            registry
                .get("headnote.articles")
                .tags("verb", "topics")
                .timer()
                .totalTime(TimeUnit.NANOSECONDS))
        .isPositive();
    assertThat(registry.get("headnote.sentences").tags("verb", "digest").summary().totalAmount())
        .isEqualTo(20);
  }

  private long count(String verb, String outcome) {
    return registry.get("headnote.articles").tags("verb", verb, "outcome", outcome).timer().count();
  }

  @Test
  void showsHowBusyItIs() {
    try (Headnote headnote = open(new HeadnoteMetrics(registry, Tags.of("feed", "news")))) {
      Tags tags = Tags.of("feed", "news", "model", "instant", "precision", "int8", "device", "cpu");
      assertThat(registry.get("headnote.workers").tags(tags).gauge().value()).isEqualTo(2);
      assertThat(registry.get("headnote.calls").tags(tags).gauge().value()).isZero();
      headnote.summarize(ARTICLE);
      assertThat(registry.get("headnote.articles").tags("feed", "news").timer().count()).isOne();
    }
  }

  /** As where labels change while an application runs. */
  @Test
  void showsTheHeadnoteThatWasBuiltLast() {
    HeadnoteMetrics metrics = new HeadnoteMetrics(registry);
    open(metrics).close();
    try (Headnote later = Headnote.builder().model(Headnote.INSTANT_MODEL).workers(3).build()) {
      metrics.watch(later);
      assertThat(registry.get("headnote.workers").gauge().value()).isEqualTo(3);
    }
  }
}
