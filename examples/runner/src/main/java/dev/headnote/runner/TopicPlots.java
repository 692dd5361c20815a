package dev.headnote.runner;

import dev.headnote.evaluate.Calibration;
import dev.headnote.evaluate.Coverage;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots of a report on topics, as PNG files. */
final class TopicPlots {

  private TopicPlots() {}

  /** How often a probability comes true, beside how often it should. */
  static byte[] reliability(Calibration calibration) throws IOException {
    List<Calibration.Bin> bins =
        calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
    XYChart chart = chart("Reliability", "mean probability", "share that came true");
    chart
        .addSeries("as it should be", new double[] {0, 1}, new double[] {0, 1})
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Plots.GREY)
        .setLineStyle(SeriesLines.DASH_DASH);
    chart
        .addSeries(
            "as it is",
            bins.stream().mapToDouble(Calibration.Bin::confidence).toArray(),
            bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(Plots.BLUE)
        .setLineColor(Plots.BLUE);
    return Plots.png(chart);
  }

  /** What a threshold for the most probable label leaves, and how much of that is right. */
  static byte[] coverage(List<Coverage> coverage) throws IOException {
    List<Coverage> covered = coverage.stream().filter(at -> at.covered() > 0).toList();
    XYChart chart = chart("Coverage and accuracy", "probability to reach", "share of articles");
    chart
        .addSeries(
            "coverage",
            coverage.stream().mapToDouble(Coverage::threshold).toArray(),
            coverage.stream().mapToDouble(Coverage::share).toArray())
        .setMarker(SeriesMarkers.DIAMOND)
        .setMarkerColor(Plots.ORANGE)
        .setLineColor(Plots.ORANGE);
    chart
        .addSeries(
            "accuracy",
            covered.stream().mapToDouble(Coverage::threshold).toArray(),
            covered.stream().mapToDouble(at -> at.accuracy().orElse(0)).toArray())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(Plots.BLUE)
        .setLineColor(Plots.BLUE);
    return Plots.png(chart);
  }

  private static XYChart chart(String title, String xTitle, String yTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(Plots.WIDTH)
            .height(Plots.HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line)
        .setXAxisMin(0.0)
        .setXAxisMax(1.0)
        .setYAxisMin(0.0)
        .setYAxisMax(1.0)
        .setLegendPosition(LegendPosition.InsideSE)
        .setChartBackgroundColor(Color.WHITE);
    return chart;
  }
}
