package dev.headnote.runner;

import dev.headnote.evaluate.Estimate;
import dev.headnote.evaluate.RougeMetric;
import dev.headnote.evaluate.SystemMetrics;
import java.awt.Color;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The plot of a report on summaries, as a PNG file. */
final class SummaryPlots {

  private static final List<Color> COLORS = List.of(Plots.BLUE, Plots.GREY, Plots.ORANGE);

  private SummaryPlots() {}

  /**
   * The F1 of systems, a bar each with its interval.
   *
   * @param systems three of them, by name
   */
  static byte[] f1(Map<String, SystemMetrics> systems) throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(Plots.WIDTH)
            .height(Plots.HEIGHT)
            .title("F1 by ROUGE")
            .yAxisTitle("F1, 0 to 100")
            .build();
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.OutsideS)
        .setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisMin(0.0);
    List<String> metrics = Stream.of(RougeMetric.values()).map(RougeMetric::title).toList();
    Iterator<Color> colors = COLORS.iterator();
    systems.forEach(
        (name, system) -> {
          List<Estimate> f1 =
              Stream.of(RougeMetric.values()).map(metric -> system.rouge(metric).f1()).toList();
          chart
              .addSeries(
                  name,
                  metrics,
                  f1.stream().map(estimate -> 100 * estimate.mean()).toList(),
                  // XChart's bars reach as far up as down.
                  f1.stream().map(estimate -> 50 * (estimate.high() - estimate.low())).toList())
              .setFillColor(colors.next());
        });
    return Plots.png(chart);
  }
}
