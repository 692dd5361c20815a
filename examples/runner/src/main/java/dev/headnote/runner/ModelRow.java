package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.Headnote;
import dev.headnote.encode.ModelCard;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model.
 *
 * @param card what the model says of itself
 * @param bytes the size of its files
 * @param isDefault whether it is taken where none is named
 * @param measured null if nothing was
 */
record ModelRow(ModelCard card, long bytes, boolean isDefault, @Nullable Measured measured)
    implements Row {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeBooleanField("default", isDefault);
    json.writeStringField("kind", card.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("description", card.description());
    json.writeNumberField("bytes", bytes);
    json.writeNumberField("dimensions", card.dimensions());
    json.writeStringField("licence", card.licence());
    json.writeStringField("origin", card.origin());
    if (measured != null) {
      json.writeObjectFieldStart("measured");
      json.writeNumberField("accuracy", measured.accuracy());
      json.writeNumberField("rouge1", measured.rouge1());
      json.writeNumberField("speed", measured.speed());
      json.writeEndObject();
    }
  }

  @Override
  public void print(Page page) {
    page.paragraph(card.description() + (isDefault ? " The default." : ""), 2);
    if (measured != null) {
      page.paragraph(
          String.format(
              Locale.ROOT,
              "topics %.3f accurate, summaries %.1f ROUGE-1, %s times the speed of %s",
              measured.accuracy(),
              measured.rouge1(),
              measured.speed() < 10
                  ? String.format(Locale.ROOT, "%.1f", measured.speed())
                  : Long.toString(Math.round(measured.speed())),
              Headnote.DEFAULT_MODEL),
          2);
    }
    page.paragraph(
            String.format(Locale.ROOT, "%.0f MB, %d dimensions", bytes / 1e6, card.dimensions()), 2)
        .paragraph("weights: " + card.origin() + "; licence: " + card.licence(), 2);
  }
}
