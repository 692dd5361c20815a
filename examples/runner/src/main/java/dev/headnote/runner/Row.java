package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * What was found out about one article, in the shapes in which it is written. A further format adds
 * a method here and a {@link RowWriter}.
 */
interface Row {

  /** Writes the fields that follow "id" in the row's JSON object. */
  void writeFields(JsonGenerator json) throws IOException;

  /**
   * Writes what a page shows beside an article's title, text and sentences, in the names of
   * page.js: an array "topics" of {"name", "probability", "given", "evidence"} with "none"; for
   * each sentence a number in "strength", and perhaps words in "reasons"; the indexes of the
   * summary's in "chosen", or why there are none in "empty"; an array "keyphrases".
   */
  default void writePage(JsonGenerator json) throws IOException {}

  /** Adds what a spreadsheet shows; nothing unless there is a column for it. */
  default void fillCells(Map<CsvRows.Column, String> cells) {}

  /** Lays the row out for a person. */
  void print(Page page);
}
