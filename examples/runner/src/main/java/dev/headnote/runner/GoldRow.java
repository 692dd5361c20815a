package dev.headnote.runner;

import dev.headnote.Article;

/** An article with what people made of it. */
sealed interface GoldRow permits LabelledRow, SummarizedRow {

  /** Its identifier, or else its line. */
  RowId id();

  /** The article. */
  Article article();

  /** What messages call the input. */
  String sourceName();

  /** Its line, from 1. */
  long line();

  /** The row as one that can't be worked on. */
  default Item.Failed failed(String problem) {
    return new Item.Failed(id(), sourceName(), line(), problem);
  }
}
