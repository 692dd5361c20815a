package dev.headnote.runner;

import java.io.IOException;
import java.io.OutputStream;

/** What an evaluation was of, and what it came to. */
sealed interface Report permits TopicReport, SummaryReport {

  /** How many rows could not be used. */
  long failed();

  /** Writes tables for a person. */
  void print(Page page);

  /** Writes all figures as one JSON object; the stream stays open. */
  void writeJson(OutputStream out) throws IOException;

  /** A page's source. */
  String html() throws IOException;
}
