package dev.headnote.examples.spring;

import dev.headnote.Headnote;
import dev.headnote.micrometer.HeadnoteMetrics;
import dev.headnote.summary.SummaryOptions;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One Headnote for all requests. */
@Configuration(proxyBeanMethods = false)
class HeadnoteConfiguration {

  /**
   * Loads the model once, and encodes the labels before the first request comes. Spring closes it
   * when the context stops: after the web server, which waits for its requests, so none finds it
   * closed, and before the process ends.
   */
  @Bean(destroyMethod = "close")
  Headnote headnote(HeadnoteProperties properties, MeterRegistry registry) {
    HeadnoteMetrics metrics = new HeadnoteMetrics(registry);
    Headnote headnote =
        Headnote.builder()
            .model(properties.model())
            .labels(properties.labelSet())
            .summary(SummaryOptions.maxSentences(properties.sentences()))
            .observer(metrics)
            .build();
    metrics.watch(headnote);
    headnote.warmUp();
    return headnote;
  }
}
