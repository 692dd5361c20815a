package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * An article's prose without what a copy has around it.
 *
 * @param title its title, or empty
 * @param text its prose, a blank line between paragraphs
 */
record CleanRow(String title, String text) implements Row {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("title", title);
    json.writeStringField("text", text);
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    cells.put(CsvRows.Column.TITLE, title);
    cells.put(CsvRows.Column.TEXT, text);
  }

  @Override
  public void print(Page page) {
    if (!title.isEmpty()) {
      page.heading(title).gap();
    }
    page.lines(text);
  }
}
