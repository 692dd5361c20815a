package dev.headnote.examples.spring;

import dev.headnote.Article;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Shows in /actuator/health, as "headnote", what is in use and whether it works. With a transformer
 * it waits for its turn, as a request does.
 */
@Component
class HeadnoteHealthIndicator implements HealthIndicator {

  /** Summarised, and not digested, so that metrics of digests have requests alone. */
  private static final Article PROBE = Article.of("The council met on Monday. It was a short one.");

  private final Headnote headnote;

  HeadnoteHealthIndicator(Headnote headnote) {
    this.headnote = headnote;
  }

  @Override
  public Health health() {
    Health.Builder health =
        new Health.Builder()
            .withDetail("model", headnote.model())
            .withDetail("precision", lowerCase(headnote.precision()))
            .withDetail("device", lowerCase(headnote.device()))
            .withDetail("callsUnderWay", headnote.callsUnderWay());
    try {
      headnote.summarize(PROBE);
      return health.up().build();
    } catch (HeadnoteException e) {
      return health.down(e).withDetail("code", e.code()).build();
    }
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
