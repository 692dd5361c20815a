package dev.headnote.runner;

import dev.headnote.evaluate.Calibration;
import dev.headnote.evaluate.ConfusionMatrix;
import dev.headnote.evaluate.TopicMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** A report on topics as one page. */
final class TopicReportHtml {

  /** A larger matrix would be too much for a browser, and for a reader. */
  private static final int MOST_LABELS = 100;

  private final TopicMetrics metrics;
  private final TopicTables tables;
  private final ReportPage page = new ReportPage("Headnote: evaluation of topics");

  private TopicReportHtml(TopicReport report) {
    this.metrics = report.metrics();
    this.tables = new TopicTables(report);
  }

  /** The page's source. */
  static String page(TopicReport report) throws IOException {
    TopicReportHtml html = new TopicReportHtml(report);
    html.fill();
    return html.page.source();
  }

  private void fill() throws IOException {
    page.heading("Topics: " + tables.title());
    page.table(tables.summary());
    page.table(tables.labelScores());
    ConfusionMatrix confusion = metrics.confusion();
    if (confusion != null && TopicTables.occurring(confusion).length <= MOST_LABELS) {
      shade(page.table(TopicTables.confusion(confusion)), confusion);
    }
    List<Table> calibrations = tables.calibrations();
    Calibration calibration = metrics.calibration();
    if (calibration != null) {
      page.plot(
          TopicPlots.reliability(calibration),
          "Reliability diagram of the most probable label; the calibration error is "
              + String.format(Locale.ROOT, "%.3f", calibration.error())
              + ". The table below has its points.");
    }
    if (metrics.labelCalibration() != null) {
      page.plot(
          TopicPlots.reliability(metrics.labelCalibration()),
          "Reliability diagram of all labels. The last table of calibration has its points.");
    }
    calibrations.forEach(page::table);
    page.plot(
        TopicPlots.coverage(metrics.coverage()),
        "Coverage and accuracy by the probability that the most probable label has to reach. The"
            + " table below has its points.");
    page.table(tables.coverage());
  }

  /** Colours each cell by its share of its row. */
  private static void shade(Element table, ConfusionMatrix matrix) {
    int[] occurring = TopicTables.occurring(matrix);
    List<Element> rows = table.select("tbody > tr");
    for (int i = 0; i < occurring.length; i++) {
      List<Element> cells = rows.get(i).select("td");
      for (int j = 0; j < occurring.length; j++) {
        long count = matrix.count(occurring[i], occurring[j]);
        double share = (double) count / Math.max(1, matrix.support(occurring[i]));
        cells
            .get(j)
            .attr(
                "style",
                String.format(Locale.ROOT, "background: rgb(31 95 168 / %.2f)", 0.7 * share));
      }
    }
  }
}
