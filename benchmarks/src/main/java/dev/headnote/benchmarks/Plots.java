package dev.headnote.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/** The plots of a report, as PNG files. */
final class Plots {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  private final List<Measured> results;
  private final Path folder;
  private final List<String> files = new ArrayList<>();

  private Plots(List<Measured> results, Path folder) {
    this.results = results;
    this.folder = folder;
  }

  /** Writes a plot for each kind of benchmark that has results, and returns their file names. */
  static List<String> write(List<Measured> results, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Plots plots = new Plots(results, folder);
    plots.throughput();
    plots.lines("LengthScalingBenchmark", "words", "words an article", "µs a token", "length");
    plots.lines("LabelScalingBenchmark", "labels", "labels", "digests a second", "labels");
    return plots.files;
  }

  private void throughput() throws IOException {
    List<Measured> bars =
        results.stream()
            .filter(
                m ->
                    m.benchmark().equals("EncoderBenchmark")
                        || m.benchmark().equals("LimitBenchmark"))
            .filter(m -> m.param("workers").equals("0"))
            .toList();
    List<String> groups =
        bars.stream()
            .sorted(
                Comparator.comparing((Measured m) -> m.param("model"))
                    .reversed()
                    .thenComparing(m -> Tables.PRECISIONS.indexOf(m.param("precision"))))
            .map(Plots::group)
            .distinct()
            .toList();
    List<String> methods = bars.stream().map(Measured::method).distinct().toList();
    if (bars.isEmpty()) {
      return;
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("The encoder alone, all cores")
            .yAxisTitle("tokens a second")
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    for (String method : methods) {
      List<Number> values = new ArrayList<>();
      for (String group : groups) {
        values.add(
            bars.stream()
                .filter(m -> m.method().equals(method) && group(m).equals(group))
                .findFirst()
                .map(m -> m.counter("tokens"))
                .orElse(null));
      }
      chart.addSeries(method.equals("linears") ? "limit" : method, groups, values);
    }
    save(chart, "throughput");
  }

  private static String group(Measured m) {
    return m.param("model") + " " + m.param("precision");
  }

  private void lines(String benchmark, String param, String xTitle, String yTitle, String file)
      throws IOException {
    Map<String, List<Measured>> series = new LinkedHashMap<>();
    for (Measured m : results) {
      if (m.benchmark().equals(benchmark)) {
        String name = m.param("model") + ", workers " + Tables.workers(m);
        series.computeIfAbsent(name, k -> new ArrayList<>()).add(m);
      }
    }
    if (series.isEmpty()) {
      return;
    }
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(yTitle + " by " + xTitle)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0);
    series.forEach(
        (name, points) -> {
          points.sort(Comparator.comparingInt(m -> Integer.parseInt(m.param(param))));
          chart.addSeries(
              name,
              points.stream().mapToDouble(m -> Double.parseDouble(m.param(param))).toArray(),
              points.stream()
                  .mapToDouble(
                      m -> param.equals("words") ? Tables.microsAToken(m) : m.counter("digests"))
                  .toArray());
        });
    save(chart, file);
  }

  private void save(org.knowm.xchart.internal.chartpart.Chart<?, ?> chart, String name)
      throws IOException {
    BitmapEncoder.saveBitmap(chart, folder.resolve(name).toString(), BitmapFormat.PNG);
    files.add(name + ".png");
  }
}
