package dev.headnote.runner;

import dev.headnote.Article;
import java.util.List;

/**
 * An article with summaries that people wrote.
 *
 * @param id its identifier, or else its line
 * @param article the article
 * @param summaries the summaries, at least one; a sentence a line
 * @param sourceName what messages call the input
 * @param line its line, from 1
 */
record SummarizedRow(
    RowId id, Article article, List<String> summaries, String sourceName, long line)
    implements GoldRow {

  SummarizedRow {
    summaries = List.copyOf(summaries);
  }
}
