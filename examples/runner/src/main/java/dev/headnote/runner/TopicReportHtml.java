package dev.headnote.runner;

import dev.headnote.evaluate.Calibration;
import dev.headnote.evaluate.ConfusionMatrix;
import dev.headnote.evaluate.TopicMetrics;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * A report as one page that needs nothing else: no script, no style sheet, no picture of its own.
 * Text from outside goes in as text nodes, which escapes it.
 */
final class TopicReportHtml {

  /** A larger matrix would be too much for a browser, and for a reader. */
  private static final int MOST_LABELS = 100;

  private static final String STYLE =
      """
      body { font: 1em/1.5 system-ui, sans-serif; color: #222; background: #fff;
             max-width: 70em; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.4em; }
      table { border-collapse: collapse; margin: 1.5em 0; font-variant-numeric: tabular-nums; }
      caption { text-align: left; font-weight: bold; padding-bottom: .4em; }
      caption::first-letter { text-transform: uppercase; }
      th, td { padding: .15em .7em; text-align: right; border-bottom: 1px solid #ddd; }
      th:first-child { text-align: left; font-weight: normal; }
      img { max-width: 100%; height: auto; }
      .wide { overflow-x: auto; }
      """;

  private final TopicMetrics metrics;
  private final TopicTables tables;
  private final Element body;

  private TopicReportHtml(TopicReport report, Element body) {
    this.metrics = report.metrics();
    this.tables = new TopicTables(report);
    this.body = body;
  }

  /** The page's source. */
  static String page(TopicReport report) throws IOException {
    Document document = Document.createShell("");
    document.outputSettings().charset("UTF-8").prettyPrint(false);
    document.prependChild(new DocumentType("html", "", ""));
    document.getElementsByTag("html").attr("lang", "en");
    document.head().appendElement("meta").attr("charset", "UTF-8");
    document
        .head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width");
    document.title("Headnote: evaluation of topics");
    document.head().appendElement("style").appendChild(new DataNode(STYLE));
    new TopicReportHtml(report, document.body()).fill();
    return document.outerHtml() + "\n";
  }

  private void fill() throws IOException {
    body.appendElement("h1").text("Topics: " + tables.title());
    table(tables.summary());
    table(tables.labelScores());
    ConfusionMatrix confusion = metrics.confusion();
    if (confusion != null && TopicTables.occurring(confusion).length <= MOST_LABELS) {
      shade(table(TopicTables.confusion(confusion)), confusion);
    }
    List<Table> calibrations = tables.calibrations();
    Calibration calibration = metrics.calibration();
    if (calibration != null) {
      plot(
          TopicPlots.reliability(calibration),
          "Reliability diagram of the most probable label; the calibration error is "
              + String.format(Locale.ROOT, "%.3f", calibration.error())
              + ". The table below has its points.");
    }
    if (metrics.labelCalibration() != null) {
      plot(
          TopicPlots.reliability(metrics.labelCalibration()),
          "Reliability diagram of all labels. The last table of calibration has its points.");
    }
    calibrations.forEach(this::table);
    plot(
        TopicPlots.coverage(metrics.coverage()),
        "Coverage and accuracy by the probability that the most probable label has to reach. The"
            + " table below has its points.");
    table(tables.coverage());
  }

  private Element table(Table table) {
    Element element = body.appendElement("div").addClass("wide").appendElement("table");
    element.appendElement("caption").text(table.title());
    if (table.headings().stream().anyMatch(heading -> !heading.isEmpty())) {
      Element head = element.appendElement("thead").appendElement("tr");
      table.headings().forEach(name -> head.appendElement("th").attr("scope", "col").text(name));
    }
    Element rows = element.appendElement("tbody");
    for (List<String> cells : table.rows()) {
      Element row = rows.appendElement("tr");
      row.appendElement("th").attr("scope", "row").text(cells.get(0));
      cells.stream().skip(1).forEach(cell -> row.appendElement("td").text(cell));
    }
    return element;
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

  private void plot(byte[] png, String description) {
    body.appendElement("p")
        .appendElement("img")
        .attr("alt", description)
        .attr("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }
}
