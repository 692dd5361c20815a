package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.evaluate.Estimate;
import dev.headnote.evaluate.RougeMean;
import dev.headnote.evaluate.RougeMetric;
import dev.headnote.evaluate.SentenceAgreement;
import dev.headnote.evaluate.SummaryMetrics;
import dev.headnote.evaluate.SystemMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** A report as one JSON object. What does not exist for a run is null; keys are never left out. */
final class SummaryReportJson {

  private final JsonGenerator json;

  private SummaryReportJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes it; the stream stays open. */
  static void write(SummaryReport report, OutputStream out) throws IOException {
    JsonDocument.write(out, json -> new SummaryReportJson(json).write(report));
  }

  private void write(SummaryReport report) throws IOException {
    SummaryMetrics metrics = report.metrics();
    json.writeStartObject();
    json.writeArrayFieldStart("files");
    for (String file : report.files()) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeStringField("model", report.model());
    json.writeStringField("precision", report.precision().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("budget");
    json.writeStringField("unit", report.options().unit().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("most", report.options().budget());
    json.writeEndObject();
    json.writeStringField("query", report.options().query());
    json.writeBooleanField("stemmed", report.isStemmed());
    json.writeNumberField("articles", metrics.articles());
    json.writeNumberField("failed", report.failed());
    write("headnote", metrics.summary());
    write("lead", metrics.lead());
    write("oracle", metrics.oracle());
    json.writeObjectFieldStart("differenceToLead");
    for (RougeMetric metric : RougeMetric.values()) {
      json.writeFieldName(metric.title());
      write(Objects.requireNonNull(metrics.differenceToLead().get(metric)));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("closedShare");
    for (RougeMetric metric : RougeMetric.values()) {
      json.writeFieldName(metric.title());
      OptionalDouble share = metrics.closedShare(metric);
      if (share.isPresent()) {
        json.writeNumber(share.getAsDouble());
      } else {
        json.writeNull();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(String key, SystemMetrics system) throws IOException {
    json.writeObjectFieldStart(key);
    for (RougeMetric metric : RougeMetric.values()) {
      RougeMean mean = system.rouge(metric);
      json.writeObjectFieldStart(metric.title());
      json.writeNumberField("precision", mean.precision());
      json.writeNumberField("recall", mean.recall());
      json.writeFieldName("f1");
      write(mean.f1());
      json.writeEndObject();
    }
    json.writeNumberField("sentences", system.sentences());
    json.writeNumberField("words", system.words());
    json.writeNumberField("position", system.position());
    json.writeNumberField("amongFirstThree", system.amongFirstThree());
    SentenceAgreement agreement = system.agreement();
    if (agreement == null) {
      json.writeNullField("agreement");
    } else {
      json.writeObjectFieldStart("agreement");
      json.writeNumberField("articles", agreement.articles());
      json.writeNumberField("precision", agreement.precision());
      json.writeNumberField("recall", agreement.recall());
      json.writeNumberField("f1", agreement.f1());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(Estimate estimate) throws IOException {
    json.writeStartObject();
    json.writeNumberField("mean", estimate.mean());
    json.writeNumberField("low", estimate.low());
    json.writeNumberField("high", estimate.high());
    json.writeEndObject();
  }
}
