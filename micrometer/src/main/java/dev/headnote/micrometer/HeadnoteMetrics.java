package dev.headnote.micrometer;

import dev.headnote.ArticleCall;
import dev.headnote.ArticleObserver;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Counts and times a {@link Headnote}'s articles in a Micrometer registry.
 *
 * <pre>{@code
 * HeadnoteMetrics metrics = new HeadnoteMetrics(registry);
 * Headnote headnote = Headnote.builder().observer(metrics).build();
 * metrics.watch(headnote);
 * }</pre>
 *
 * <ul>
 *   <li>{@code headnote.articles}, a timer: how many articles, and how long each took, waiting for
 *       others included. Tag {@code verb}: {@code digest}, {@code topics} and so on; tag {@code
 *       outcome}: {@code success}, or the {@link HeadnoteException.Code} of a failure, such as
 *       {@code limit_exceeded}.
 *   <li>{@code headnote.sentences}, a distribution summary: the sentences of each article that did
 *       not fail. Tag {@code verb}.
 *   <li>{@code headnote.calls}, a gauge: calls under way; while there are more than {@code
 *       headnote.workers}, a gauge too, some wait. Tags {@code model}, {@code precision} and {@code
 *       device}.
 * </ul>
 *
 * <p>Native memory is in none of them, as the engine doesn't tell it: watch the process. Safe for
 * use by several threads.
 */
public final class HeadnoteMetrics implements ArticleObserver {

  private static final String VERB = "verb";

  private final MeterRegistry registry;
  private final Tags tags;

  /** Makes metrics without further tags. */
  public HeadnoteMetrics(MeterRegistry registry) {
    this(registry, Tags.empty());
  }

  /**
   * @param tags of all metrics: they tell apart the Headnotes of a program that has several
   */
  public HeadnoteMetrics(MeterRegistry registry, Iterable<Tag> tags) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.tags = Tags.of(tags);
  }

  /**
   * Adds the gauges of a Headnote, which they don't keep from being collected. They take the place
   * of those with the same tags, such as of a Headnote that was closed and built again.
   */
  public void watch(Headnote headnote) {
    gauge(
        "headnote.calls", "Calls that have begun and not ended", headnote, Headnote::callsUnderWay);
    gauge("headnote.workers", "Cores in use at most", headnote, Headnote::workers);
  }

  private void gauge(
      String name, String description, Headnote headnote, ToDoubleFunction<Headnote> value) {
    Tags its =
        tags.and(
            "model", headnote.model(),
            "precision", lowerCase(headnote.precision()),
            "device", lowerCase(headnote.device()));
    // A registry would keep the gauge that it has.
    registry.removeByPreFilterId(new Meter.Id(name, its, null, description, Meter.Type.GAUGE));
    Gauge.builder(name, headnote, value).description(description).tags(its).register(registry);
  }

  @Override
  public void ended(ArticleCall call) {
    Tags verb = tags.and(VERB, lowerCase(call.verb()));
    HeadnoteException failure = call.failure();
    Timer.builder("headnote.articles")
        .description("Articles, with the time that each took")
        .tags(verb.and("outcome", failure == null ? "success" : lowerCase(failure.code())))
        .register(registry)
        .record(call.time());
    if (failure == null) {
      DistributionSummary.builder("headnote.sentences")
          .description("Sentences of an article")
          .tags(verb)
          .register(registry)
          .record(call.article().sentences().size());
    }
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
