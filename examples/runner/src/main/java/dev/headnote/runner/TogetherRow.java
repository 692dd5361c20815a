package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Precision;
import dev.headnote.Sentence;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.MultiDocumentSummary.Line;
import dev.headnote.summary.MultiDocumentSummary.Source;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One summary of all articles, each line with all that say it.
 *
 * @param ids the articles' identifiers, in the order in which they were summarised
 * @param summary the summary
 * @param precision the precision in use
 */
record TogetherRow(List<RowId> ids, MultiDocumentSummary summary, Precision precision)
    implements Row {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("summary");
    for (Line line : summary.lines()) {
      json.writeStartObject();
      writePlace(json, line.source());
      json.writeStringField("text", line.source().sentence().text());
      json.writeNumberField("score", (float) line.salience());
      json.writeArrayFieldStart("sources");
      for (Source source : line.sources()) {
        json.writeStartObject();
        writePlace(json, source);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    if (summary.whyEmpty().isPresent()) {
      json.writeStringField("whyEmpty", summary.whyEmpty().get());
    }
    json.writeNumberField("articles", summary.documents());
    json.writeStringField("model", summary.model());
    json.writeStringField("precision", precision.name().toLowerCase(Locale.ROOT));
  }

  private void writePlace(JsonGenerator json, Source source) throws IOException {
    Sentence sentence = source.sentence();
    json.writeFieldName("article");
    ids.get(source.document()).write(json);
    json.writeNumberField("index", sentence.index());
    json.writeNumberField("start", sentence.start());
    json.writeNumberField("end", sentence.end());
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    cells.put(
        CsvRows.Column.SUMMARY,
        summary.lines().stream()
            .map(line -> line.source().sentence().text())
            .collect(Collectors.joining(" ")));
  }

  @Override
  public void print(Page page) {
    summary.whyEmpty().ifPresent(why -> page.paragraph("(no summary: " + why + ")"));
    for (Line line : summary.lines()) {
      page.paragraph(line.source().sentence().inOneLine());
      page.paragraph(
          line.sources().stream()
              .map(source -> ids.get(source.document()).text())
              .distinct()
              .collect(Collectors.joining(", ", "(", ")")),
          2);
    }
  }
}
