package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Article;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An article's prose without what a copy has around it.
 *
 * @param title its title, or empty
 * @param about what a page says of it, by the names of the fields; empty for plain text
 * @param text its prose, a blank line between paragraphs
 */
record CleanRow(String title, Map<String, String> about, String text) implements Row {

  static CleanRow of(Article article) {
    return new CleanRow(article.title(), about(article), article.cleaned());
  }

  private static Map<String, String> about(Article article) {
    Map<String, String> about = new LinkedHashMap<>();
    article
        .page()
        .ifPresent(
            page -> {
              page.byline().ifPresent(names -> about.put("byline", names));
              page.published().ifPresent(date -> about.put("published", date));
              page.language().ifPresent(language -> about.put("language", language));
            });
    return about;
  }

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("title", title);
    for (Map.Entry<String, String> field : about.entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    json.writeStringField("text", text);
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    cells.put(CsvRows.Column.TITLE, title);
    cells.put(CsvRows.Column.TEXT, text);
  }

  @Override
  public void print(Page page) {
    printHead(page);
    page.lines(text);
  }

  /** Lays out what stands above the text. */
  void printHead(Page page) {
    if (!title.isEmpty()) {
      page.heading(title);
    }
    if (!about.isEmpty()) {
      page.paragraph(String.join(" \u00b7 ", about.values()));
    }
    page.gap();
  }
}
