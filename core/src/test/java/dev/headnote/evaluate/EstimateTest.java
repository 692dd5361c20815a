package dev.headnote.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EstimateTest {

  @Test
  void isSureOfASingleValue() {
    assertThat(Estimate.ofMean(new double[] {0.3})).isEqualTo(new Estimate(0.3, 0.3, 0.3));
  }

  /** Of two values, a quarter of the resamples has the first twice, and a quarter the second. */
  @Test
  void reachesTheEndsOfFewValues() {
    assertThat(Estimate.ofMean(new double[] {0, 1})).isEqualTo(new Estimate(0.5, 0, 1));
  }

  /** The ends are at 1.96 standard errors, up to what a thousand resamples leave to chance. */
  @Test
  void isAsWideAsTheNormalIntervalOfManyValues() {
    Random random = new Random(7);
    double[] values = random.doubles(2000).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double error = 1.96 * Math.sqrt(variance / values.length);

    Estimate estimate = Estimate.ofMean(values);

    assertThat(estimate.mean()).isCloseTo(mean, within(1e-12));
    assertThat(estimate.low()).isCloseTo(mean - error, within(0.15 * error));
    assertThat(estimate.high()).isCloseTo(mean + error, within(0.15 * error));
  }

  /** Drawing each of them took more than ten seconds, and of a million articles minutes. */
  @Test
  @Timeout(10)
  void isAsWideOfMoreValuesThanAreDrawnWhateverTheirOrder() {
    double[] skewed = new Random(7).doubles(1_234_567).map(v -> v < 0.01 ? 1 : 0).toArray();
    double[] ascending = skewed.clone();
    Arrays.sort(ascending);
    double[] alternating = IntStream.range(0, 1_000_000).mapToDouble(i -> i % 2).toArray();
    for (double[] values : List.of(skewed, ascending, alternating)) {
      double mean = Arrays.stream(values).average().orElseThrow();
      double error = 1.96 * Math.sqrt(mean * (1 - mean) / values.length);

      Estimate estimate = Estimate.ofMean(values);

      assertThat(estimate.mean()).isCloseTo(mean, within(1e-12));
      assertThat(estimate.low()).isCloseTo(mean - error, within(0.01 * error));
      assertThat(estimate.high()).isCloseTo(mean + error, within(0.01 * error));
    }
  }

  /** So a report doesn't jump where the one takes the other's place. */
  @Test
  void isNearlyTheSameDrawnOrNot() {
    double[] values = new Random(7).doubles(50_001).map(v -> v < 0.01 ? 1 : 0).toArray();
    Estimate drawn = Estimate.ofMean(Arrays.copyOf(values, 50_000));
    Estimate normal = Estimate.ofMean(values);
    double width = normal.high() - normal.low();
    assertThat(drawn.low()).isCloseTo(normal.low(), within(0.1 * width));
    assertThat(drawn.high()).isCloseTo(normal.high(), within(0.1 * width));
  }

  @Property(tries = 50)
  void isTheSameForTheSameValuesAndHoldsTheirMean(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1, max = 1) Double> list) {
    double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
    Estimate estimate = Estimate.ofMean(values);
    assertThat(estimate).isEqualTo(Estimate.ofMean(values.clone()));
    assertThat(estimate.mean()).isBetween(estimate.low() - 1e-9, estimate.high() + 1e-9);
  }
}
