package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Article;
import dev.headnote.Furniture;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * An article's prose, and of each part that was left out why.
 *
 * @param row the prose as it is without
 * @param article what to explain
 */
record ExplainedCleanRow(CleanRow row, Article article) implements Row {

  private static final int INDENT = 4;

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    row.writeFields(json);
    json.writeArrayFieldStart("furniture");
    for (Furniture piece : article.furniture()) {
      json.writeStartObject();
      json.writeNumberField("start", piece.start());
      json.writeNumberField("end", piece.end());
      json.writeStringField("text", article.text().substring(piece.start(), piece.end()));
      json.writeStringField("reason", piece.reason().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    row.fillCells(cells);
  }

  /**
   * Lays out the whole text in its order: what stays as it is, what goes set in, with its reason.
   */
  @Override
  public void print(Page page) {
    row.printHead(page);
    int from = 0;
    for (Furniture piece : article.furniture()) {
      keep(page, from, piece.start());
      page.line("- " + piece.reason().description() + ":");
      page.paragraph(article.text().substring(piece.start(), piece.end()), INDENT);
      from = piece.end();
    }
    keep(page, from, article.text().length());
  }

  private void keep(Page page, int start, int end) {
    article
        .text()
        .substring(start, end)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(page::paragraph);
  }
}
