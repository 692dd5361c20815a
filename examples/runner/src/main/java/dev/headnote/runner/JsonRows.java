package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Rows as JSON objects: one a line, or all in one indented array. */
final class JsonRows implements RowWriter {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().rootValueSeparator((String) null).build();

  private final JsonGenerator json;
  private final boolean inArray;

  private JsonRows(OutputStream out, boolean inArray) throws IOException {
    this.json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.inArray = inArray;
  }

  static JsonRows lines(OutputStream out) throws IOException {
    return new JsonRows(out, false);
  }

  static JsonRows array(OutputStream out) throws IOException {
    JsonRows rows = new JsonRows(out, true);
    rows.json.setPrettyPrinter(JsonDocument.indented());
    rows.json.writeStartArray();
    return rows;
  }

  @Override
  public void write(RowId id, Row row) throws IOException {
    json.writeStartObject();
    json.writeFieldName("id");
    id.write(json);
    row.writeFields(json);
    endRow();
  }

  @Override
  public void fail(Item.Failed failed) throws IOException {
    json.writeStartObject();
    if (failed.id() != null) {
      json.writeFieldName("id");
      failed.id().write(json);
    }
    if (failed.line() > 0) {
      json.writeNumberField("line", failed.line());
    }
    json.writeStringField("error", failed.problem());
    endRow();
  }

  private void endRow() throws IOException {
    json.writeEndObject();
    if (!inArray) {
      json.writeRaw('\n');
    }
    json.flush();
  }

  @Override
  public void finish() throws IOException {
    if (inArray) {
      json.writeEndArray();
      json.writeRaw('\n');
    }
    json.close();
  }
}
