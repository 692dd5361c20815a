package dev.headnote.runner;

import dev.headnote.evaluate.Calibration;
import dev.headnote.evaluate.Coverage;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots of a report, as PNG files. */
final class TopicPlots {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 440;
  private static final Color BLUE = new Color(0x1F, 0x5F, 0xA8);
  private static final Color ORANGE = new Color(0xC8, 0x5A, 0x00);
  private static final Color GREY = new Color(0x88, 0x88, 0x88);

  static {
    // Read when AWT is first used; plots go to files alone.
    System.setProperty("java.awt.headless", "true");
  }

  private TopicPlots() {}

  /**
   * Makes sure that plots can be drawn, before long work whose outcome they are to show.
   *
   * @throws RunFailure if they can't
   */
  static void check() {
    try {
      new Font(Font.SANS_SERIF, Font.PLAIN, 12)
          .getLineMetrics("", new FontRenderContext(null, false, false));
    } catch (RuntimeException | InternalError | LinkageError e) {
      // What Java throws differs by what is missing.
      throw new RunFailure(
          Exit.FAILED,
          "plots need fonts, which are missing here; install fontconfig and a font, or take --format"
              + " json",
          e);
    }
  }

  /** How often a probability comes true, beside how often it should. */
  static byte[] reliability(Calibration calibration) throws IOException {
    List<Calibration.Bin> bins =
        calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
    XYChart chart = chart("Reliability", "mean probability", "share that came true");
    chart
        .addSeries("as it should be", new double[] {0, 1}, new double[] {0, 1})
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(GREY)
        .setLineStyle(SeriesLines.DASH_DASH);
    chart
        .addSeries(
            "as it is",
            bins.stream().mapToDouble(Calibration.Bin::confidence).toArray(),
            bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(BLUE)
        .setLineColor(BLUE);
    return png(chart);
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
        .setMarkerColor(ORANGE)
        .setLineColor(ORANGE);
    chart
        .addSeries(
            "accuracy",
            covered.stream().mapToDouble(Coverage::threshold).toArray(),
            covered.stream().mapToDouble(at -> at.accuracy().orElse(0)).toArray())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(BLUE)
        .setLineColor(BLUE);
    return png(chart);
  }

  private static XYChart chart(String title, String xTitle, String yTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
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

  private static byte[] png(XYChart chart) throws IOException {
    return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
  }
}
