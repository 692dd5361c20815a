package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.summary.Contribution;
import dev.headnote.summary.Reason;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Shortfall;
import dev.headnote.summary.Summary;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A summary, and of each sentence of the article what it is worth and why it is in it or not.
 *
 * @param row the summary as it is without
 * @param summary what to explain
 */
record ExplainedRow(Row row, Summary summary) implements Row {

  private static final int INDENT = 6;

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    row.writeFields(json);
    json.writeArrayFieldStart("explanation");
    for (ScoredSentence scored : summary.all()) {
      write(json, scored);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ScoredSentence scored) throws IOException {
    Reason reason = scored.reason();
    json.writeStartObject();
    json.writeNumberField("index", scored.sentence().index());
    json.writeNumberField("start", scored.sentence().start());
    json.writeNumberField("end", scored.sentence().end());
    json.writeNumberField("score", (float) scored.salience());
    json.writeNumberField("rank", scored.rank());
    json.writeBooleanField("chosen", scored.chosen());
    json.writeStringField("reason", reason.kind().name().toLowerCase(Locale.ROOT));
    if (reason.other().isPresent()) {
      json.writeNumberField("other", reason.other().getAsInt());
    }
    if (reason.cosine().isPresent()) {
      json.writeNumberField("cosine", (float) reason.cosine().getAsDouble());
    }
    if (reason.shortfall().isPresent()) {
      json.writeNumberField("needed", reason.shortfall().get().needed());
      json.writeNumberField("left", reason.shortfall().get().left());
    }
    json.writeObjectFieldStart("contributions");
    for (Contribution contribution : scored.contributions()) {
      json.writeNumberField(contribution.name(), (float) contribution.value());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void fillCells(Map<CsvRows.Column, String> cells) {
    row.fillCells(cells);
  }

  @Override
  public void writePage(JsonGenerator json) throws IOException {
    row.writePage(json);
    json.writeArrayFieldStart("reasons");
    for (ScoredSentence scored : summary.all()) {
      json.writeString("rank " + scored.rank() + ": " + inWords(scored.reason()));
    }
    json.writeEndArray();
  }

  @Override
  public void print(Page page) {
    row.print(page);
    page.gap();
    for (ScoredSentence scored : summary.all()) {
      page.line(
          String.format(
              Locale.ROOT,
              "%s %3d  score %.2f (rank %d): %s",
              scored.chosen() ? "*" : " ",
              scored.sentence().index(),
              scored.salience(),
              scored.rank(),
              inWords(scored.reason())));
      page.paragraph(scored.sentence().text(), INDENT);
      page.paragraph(
          scored.contributions().stream()
              .filter(part -> part.value() != 0)
              .map(part -> String.format(Locale.ROOT, "%s %+.2f", part.name(), part.value()))
              .collect(Collectors.joining(", ", "(", ")")),
          INDENT);
    }
  }

  private static String inWords(Reason reason) {
    return switch (reason.kind()) {
      case CHOSEN -> "chosen";
      case ANTECEDENT -> "chosen, since " + reason.other().orElseThrow() + " points back to it";
      case REQUIRED -> "chosen, since it is required";
      case EXCLUDED -> "excluded";
      case TOO_SHORT -> "too short";
      case TOO_LONG -> "too long";
      case FRAGMENT -> "a heading, a pleasantry or the like";
      case REDUNDANT ->
          String.format(
              Locale.ROOT,
              "adds too little to the summary, where %d is nearest (cosine %.2f)",
              reason.other().orElseThrow(),
              reason.cosine().orElseThrow());
      case COVERED -> "its part of the text has its share";
      case DANGLING -> "points back to what is not in the summary";
      case OVER_BUDGET -> overBudget(reason.shortfall().orElseThrow());
      case LESS_SALIENT -> "less salient";
    };
  }

  private static String overBudget(Shortfall shortfall) {
    return String.format(
        Locale.ROOT,
        "does not fit: takes %d %s, %d left",
        shortfall.needed(),
        shortfall.unit().name().toLowerCase(Locale.ROOT),
        shortfall.left());
  }
}
