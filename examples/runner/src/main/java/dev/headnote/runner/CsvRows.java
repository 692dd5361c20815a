package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows for a spreadsheet: RFC 4180, UTF-8, a heading, and the same columns whatever the command, so
 * that files can be joined. Cells that a command doesn't fill, or an input that failed, are empty.
 * One that a spreadsheet would take for a formula, such as a title that begins with {@code =}, gets
 * an apostrophe before it (OWASP, "CSV injection").
 */
final class CsvRows implements RowWriter {

  /** The columns, in order. */
  enum Column {
    ID,
    LINE,
    TITLE,
    TOPIC,
    TOPIC_NAME,
    PROBABILITY,
    TOPICS,
    SUMMARY,
    KEYPHRASES,
    TEXT,
    SENTENCES,
    ERROR
  }

  /** How a cell begins that is a formula; a sign alone is none. */
  private static final Pattern FORMULA = Pattern.compile("[=+@\t\r-].", Pattern.DOTALL);

  private final CsvGenerator csv;

  /** Writes the heading; the stream stays open. */
  CsvRows(OutputStream out) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    for (Column column : Column.values()) {
      schema.addColumn(name(column));
    }
    // Writes a question mark for half a surrogate pair, at which Jackson's own writer would throw.
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    csv = new CsvFactory().createGenerator(writer);
    csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
    csv.setSchema(schema.build());
  }

  private static String name(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void write(RowId id, Row row) throws IOException {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    putId(id, cells);
    row.fillCells(cells);
    print(cells);
  }

  @Override
  public void fail(Item.Failed failed) throws IOException {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    if (failed.id() != null) {
      putId(failed.id(), cells);
    }
    if (failed.line() > 0) {
      cells.put(Column.LINE, Long.toString(failed.line()));
    }
    cells.put(Column.ERROR, failed.problem());
    print(cells);
  }

  /** A number that is negative is no formula. */
  private static void putId(RowId id, Map<Column, String> cells) {
    cells.put(Column.ID, id.isNumber() ? id.text() : harmless(id.text()));
  }

  private static String harmless(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  private void print(Map<Column, String> cells) throws IOException {
    csv.writeStartObject();
    for (Map.Entry<Column, String> cell : cells.entrySet()) {
      Column column = cell.getKey();
      String text = cell.getValue();
      csv.writeStringField(name(column), column == Column.ID ? text : harmless(text));
    }
    csv.writeEndObject();
    csv.flush();
  }

  @Override
  public void finish() throws IOException {
    csv.close();
  }
}
