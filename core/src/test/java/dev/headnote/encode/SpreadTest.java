package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.headnote.Device;
import dev.headnote.Precision;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spreads in the models' cards, by which a blend mixes them, are those of their vectors. */
@Tag("model")
class SpreadTest {

  @ParameterizedTest
  @ValueSource(strings = {"minilm-l6", "e5-small", "bge-small"})
  void isWhatTheCardSays(String model) {
    ModelFiles files = ModelFiles.named(model);
    ForkJoinPool pool = new ForkJoinPool(2);
    try (SentenceEncoder encoder = files.load(Device.CPU, Precision.AUTO, pool)) {
      double spread = BlendedEncoder.spread(encoder);
      System.out.printf(Locale.ROOT, "%s: spread %.4f%n", model, spread);
      assertThat(files.card().spread()).isCloseTo(spread, withinPercentage(1));
    } finally {
      pool.shutdown();
    }
  }
}
