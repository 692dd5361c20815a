package dev.headnote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The line of least squares through samples, and its slope's standard error. */
final class Trend {

  private final List<double[]> samples = new ArrayList<>();

  void add(double x, double y) {
    samples.add(new double[] {x, y});
  }

  int count() {
    return samples.size();
  }

  private double mean(int coordinate) {
    return samples.stream().mapToDouble(sample -> sample[coordinate]).average().orElse(0);
  }

  private double squaresOfX() {
    double mean = mean(0);
    return samples.stream().mapToDouble(sample -> Math.pow(sample[0] - mean, 2)).sum();
  }

  double slope() {
    double x = mean(0);
    double y = mean(1);
    return samples.stream().mapToDouble(s -> (s[0] - x) * (s[1] - y)).sum() / squaresOfX();
  }

  /** Of independent samples; those of a drifting process are not quite, so it is a lower bound. */
  double standardError() {
    double slope = slope();
    double x = mean(0);
    double y = mean(1);
    double squares =
        samples.stream().mapToDouble(s -> Math.pow(s[1] - y - slope * (s[0] - x), 2)).sum();
    return Math.sqrt(squares / (samples.size() - 2) / squaresOfX());
  }

  /** How much the line rises from the first sample to the last. */
  double rise() {
    return slope() * (samples.get(samples.size() - 1)[0] - samples.get(0)[0]);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%+.2f +- %.2f (%d samples)", slope(), standardError(), samples.size());
  }
}
