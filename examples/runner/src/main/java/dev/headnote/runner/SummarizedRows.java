package dev.headnote.runner;

import java.util.function.Consumer;

/** Reads articles with summaries that people wrote, {@code "summary"} or {@code "summaries"}. */
final class SummarizedRows extends GoldRows<SummarizedRow> {

  /**
   * @param failures is told of what can't be used, in the reading thread
   */
  SummarizedRows(InputReader reader, ItemParser parser, Consumer<Item.Failed> failures) {
    super(reader, parser, failures);
  }

  @Override
  SummarizedRow row(Item.Ready ready, String sourceName, long line) {
    return new SummarizedRow(ready.id(), ready.article(), ready.summaries(), sourceName, line);
  }
}
