package dev.headnote.runner;

import dev.headnote.Article;
import java.util.Set;

/**
 * An article with the labels that it is said to have.
 *
 * @param id its identifier, or else its line
 * @param article the article
 * @param labels the ids of its labels, all of the set; empty if none of them applies
 * @param sourceName what messages call the input
 * @param line its line, from 1
 */
record LabelledRow(RowId id, Article article, Set<String> labels, String sourceName, long line)
    implements GoldRow {

  LabelledRow {
    labels = Set.copyOf(labels);
  }
}
