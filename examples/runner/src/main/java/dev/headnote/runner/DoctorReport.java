package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an examination found.
 *
 * @param findings in the order in which they were made
 */
record DoctorReport(List<Finding> findings) {

  private static final int INDENT = 4;

  /** Writes it for a person; the stream stays open. */
  void print(OutputStream out, Terminal terminal) throws IOException {
    Page page = new Page(terminal.columns(), terminal.styled());
    for (Finding finding : findings) {
      String state = name(finding.state());
      page.heading(
          finding.state() == Finding.State.OK
              ? finding.subject()
              : finding.subject() + ": " + state.toUpperCase(Locale.ROOT));
      page.paragraph(finding.message(), INDENT);
      if (finding.action() != null) {
        page.paragraph("What to do: " + finding.action(), INDENT);
      }
    }
    long problems = count(Finding.State.PROBLEM);
    long warnings = count(Finding.State.WARNING);
    page.line("");
    page.heading(
        problems + warnings == 0
            ? "All is well."
            : counted(problems, "problem") + ", " + counted(warnings, "warning") + ".");
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private long count(Finding.State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String name(Finding.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Writes it as one JSON object; the stream stays open. */
  void writeJson(OutputStream out) throws IOException {
    JsonDocument.write(out, this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", Main.version());
    json.writeBooleanField("fine", Finding.areFine(findings));
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      write(json, finding);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", finding.subject());
    json.writeStringField("state", name(finding.state()));
    json.writeStringField("message", finding.message());
    if (finding.action() != null) {
      json.writeStringField("action", finding.action());
    }
    json.writeObjectFieldStart("facts");
    for (Map.Entry<String, Object> fact : new TreeMap<>(finding.facts()).entrySet()) {
      json.writeFieldName(fact.getKey());
      if (fact.getValue() instanceof List<?> list) {
        json.writeStartArray();
        for (Object item : list) {
          json.writeString(String.valueOf(item));
        }
        json.writeEndArray();
      } else {
        // Strings, numbers and booleans.
        json.writeObject(fact.getValue());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
