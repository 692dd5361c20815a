package dev.headnote.runner;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Reads articles with summaries that people wrote, {@code "summary"} or {@code "summaries"}. */
final class SummarizedRows extends GoldRows<SummarizedRow> {

  /**
   * @param sources files of rows
   * @param standardInput what is read for a source that stands for it
   * @param failures is told of what can't be used, in the reading thread
   */
  SummarizedRows(List<Source> sources, InputStream standardInput, Consumer<Item.Failed> failures) {
    super(sources, standardInput, Gold.SUMMARIES, failures);
  }

  @Override
  SummarizedRow row(Item.Ready ready, String sourceName, long line) {
    return new SummarizedRow(ready.id(), ready.article(), ready.summaries(), sourceName, line);
  }
}
