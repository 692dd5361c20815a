package dev.headnote.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How the report of an evaluation is written. */
enum ReportFormat {
  /** Tables for a person. */
  TEXT,
  /** All figures as one JSON object. */
  JSON,
  /** A page with plots that needs no other file. */
  HTML;

  void write(TopicReport report, Output output, Terminal terminal) throws IOException {
    switch (this) {
      case TEXT -> {
        Page page = new Page(terminal.columns(), output.isStandard() && terminal.styled());
        new TopicTables(report).print(page);
        output.stream().write(page.toString().getBytes(StandardCharsets.UTF_8));
      }
      case JSON -> TopicReportJson.write(report, output.stream());
      case HTML ->
          output.stream().write(TopicReportHtml.page(report).getBytes(StandardCharsets.UTF_8));
    }
  }
}
