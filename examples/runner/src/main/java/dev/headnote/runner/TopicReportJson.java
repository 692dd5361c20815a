package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.evaluate.Calibration;
import dev.headnote.evaluate.ConfusionMatrix;
import dev.headnote.evaluate.Coverage;
import dev.headnote.evaluate.LabelScore;
import dev.headnote.evaluate.NoneDetection;
import dev.headnote.evaluate.TopicMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object. What does not exist for a run is null; keys are never left out. */
final class TopicReportJson {

  private final JsonGenerator json;

  private TopicReportJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes it; the stream stays open. */
  static void write(TopicReport report, OutputStream out) throws IOException {
    JsonDocument.write(out, json -> new TopicReportJson(json).write(report));
  }

  private void write(TopicReport report) throws IOException {
    TopicMetrics metrics = report.metrics();
    json.writeStartObject();
    json.writeArrayFieldStart("files");
    for (String file : report.files()) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeStringField("labelSet", report.labels());
    json.writeStringField("model", report.model());
    json.writeStringField("precision", report.precision().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("multiLabel", report.multiLabel());
    json.writeNumberField("articles", metrics.articles());
    json.writeNumberField("failed", report.failed());
    json.writeNumberField("accuracy", metrics.accuracy());
    json.writeNumberField("subsetAccuracy", metrics.subsetAccuracy());
    write("topLevelAccuracy", metrics.topLevelAccuracy());
    write("hierarchicalF1", metrics.hierarchicalF1());
    json.writeNumberField("microF1", metrics.microF1());
    json.writeNumberField("macroF1", metrics.macroF1());
    json.writeArrayFieldStart("labels");
    for (LabelScore score : metrics.labels()) {
      write(score);
    }
    json.writeEndArray();
    write(metrics.confusion());
    write("calibration", metrics.calibration());
    write("labelCalibration", metrics.labelCalibration());
    json.writeArrayFieldStart("coverage");
    for (Coverage coverage : metrics.coverage()) {
      write(coverage);
    }
    json.writeEndArray();
    write(metrics.none());
    json.writeEndObject();
  }

  private void write(LabelScore score) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", score.label().id());
    json.writeStringField("name", score.label().name());
    json.writeNumberField("support", score.support());
    json.writeNumberField("given", score.given());
    json.writeNumberField("correct", score.correct());
    json.writeNumberField("precision", score.precision());
    json.writeNumberField("recall", score.recall());
    json.writeNumberField("f1", score.f1());
    json.writeEndObject();
  }

  /** The cells that aren't 0; of hundreds of labels these are few. */
  private void write(@Nullable ConfusionMatrix matrix) throws IOException {
    if (matrix == null) {
      json.writeNullField("confusion");
      return;
    }
    json.writeArrayFieldStart("confusion");
    for (int own = 0; own <= matrix.none(); own++) {
      for (int given = 0; given <= matrix.none(); given++) {
        if (matrix.count(own, given) > 0) {
          json.writeStartObject();
          json.writeStringField("label", id(matrix, own));
          json.writeStringField("given", id(matrix, given));
          json.writeNumberField("articles", matrix.count(own, given));
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
  }

  /** Null for none of the labels. */
  private static @Nullable String id(ConfusionMatrix matrix, int label) {
    return label == matrix.none() ? null : matrix.labels().get(label).id();
  }

  private void write(String key, @Nullable Calibration calibration) throws IOException {
    if (calibration == null) {
      json.writeNullField(key);
      return;
    }
    json.writeObjectFieldStart(key);
    json.writeNumberField("error", calibration.error());
    json.writeArrayFieldStart("bins");
    for (Calibration.Bin bin : calibration.bins()) {
      json.writeStartObject();
      json.writeNumberField("from", bin.from());
      json.writeNumberField("to", bin.to());
      json.writeNumberField("count", bin.count());
      json.writeNumberField("confidence", bin.confidence());
      json.writeNumberField("accuracy", bin.accuracy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Coverage coverage) throws IOException {
    json.writeStartObject();
    json.writeNumberField("threshold", coverage.threshold());
    json.writeNumberField("articles", coverage.covered());
    json.writeNumberField("share", coverage.share());
    write("accuracy", coverage.accuracy());
    json.writeEndObject();
  }

  private void write(NoneDetection none) throws IOException {
    json.writeObjectFieldStart("none");
    json.writeNumberField("articles", none.articles());
    json.writeNumberField("givenNone", none.givenNone());
    json.writeNumberField("others", none.others());
    json.writeNumberField("othersGivenNone", none.othersGivenNone());
    write("auroc", none.auroc());
    json.writeEndObject();
  }

  private void write(String key, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(key, value.getAsDouble());
    } else {
      json.writeNullField(key);
    }
  }
}
