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

  void write(Report report, Output output, Terminal terminal) throws IOException {
    switch (this) {
      case TEXT -> {
        Page page = new Page(terminal.columns(), output.isStandard() && terminal.styled());
        report.print(page);
        output.stream().write(page.toString().getBytes(StandardCharsets.UTF_8));
      }
      case JSON -> report.writeJson(output.stream());
      case HTML -> output.stream().write(report.html().getBytes(StandardCharsets.UTF_8));
    }
  }
}
