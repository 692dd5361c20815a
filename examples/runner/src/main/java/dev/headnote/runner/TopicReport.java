package dev.headnote.runner;

import dev.headnote.Precision;
import dev.headnote.evaluate.TopicMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What an evaluation of topics was of, and what it came to.
 *
 * @param files the inputs, as they were named
 * @param labels what the command line calls the labels
 * @param model the model's name
 * @param precision the precision in use
 * @param multiLabel whether an article could be given several labels
 * @param failed how many rows could not be used
 * @param metrics the figures
 */
record TopicReport(
    List<String> files,
    String labels,
    String model,
    Precision precision,
    boolean multiLabel,
    long failed,
    TopicMetrics metrics)
    implements Report {

  TopicReport {
    files = List.copyOf(files);
  }

  @Override
  public void print(Page page) {
    new TopicTables(this).print(page);
  }

  @Override
  public void writeJson(OutputStream out) throws IOException {
    TopicReportJson.write(this, out);
  }

  @Override
  public String html() throws IOException {
    return TopicReportHtml.page(this);
  }
}
