package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headnote.encode.ModelCard;
import java.io.IOException;

/**
 * What is known of a model.
 *
 * @param card what the model says of itself
 * @param isDefault whether it is taken where none is named
 */
record ModelRow(ModelCard card, boolean isDefault) implements Row {

  @Override
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeBooleanField("default", isDefault);
    json.writeStringField("description", card.description());
    json.writeNumberField("dimensions", card.dimensions());
    json.writeStringField("licence", card.licence());
    json.writeStringField("origin", card.origin());
  }

  @Override
  public void print(Page page) {
    page.paragraph(card.description(), 2)
        .paragraph(card.dimensions() + " dimensions; licence " + card.licence(), 2)
        .paragraph("from " + card.origin(), 2);
    if (isDefault) {
      page.paragraph("the default", 2);
    }
  }
}
