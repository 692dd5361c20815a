package dev.headnote.runner;

import dev.headnote.Precision;
import dev.headnote.evaluate.SummaryMetrics;
import dev.headnote.summary.SummaryOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What an evaluation of summaries was of, and what it came to.
 *
 * @param files the inputs, as they were named
 * @param model the model's name
 * @param precision the precision in use
 * @param options how long summaries could be
 * @param isStemmed whether words were compared without their endings
 * @param failed how many rows could not be used
 * @param metrics the figures
 */
record SummaryReport(
    List<String> files,
    String model,
    Precision precision,
    SummaryOptions options,
    boolean isStemmed,
    long failed,
    SummaryMetrics metrics)
    implements Report {

  SummaryReport {
    files = List.copyOf(files);
  }

  @Override
  public void print(Page page) {
    new SummaryTables(this).print(page);
  }

  @Override
  public void writeJson(OutputStream out) throws IOException {
    SummaryReportJson.write(this, out);
  }

  @Override
  public String html() throws IOException {
    SummaryTables tables = new SummaryTables(this);
    ReportPage page = new ReportPage("Headnote: evaluation of summaries");
    page.heading("Summaries: " + tables.title());
    page.plot(
        SummaryPlots.f1(tables.systems()),
        "F1 by each metric with its interval. The table below has the figures.");
    tables.all().forEach(page::table);
    return page.source();
  }
}
