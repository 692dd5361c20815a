package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * An article's identifier, which is written back as it came.
 *
 * @param text its text; a number's digits as they stood
 * @param isNumber whether it is a JSON number
 */
record RowId(String text, boolean isNumber) {

  static RowId ofText(String text) {
    return new RowId(text, false);
  }

  void write(JsonGenerator json) throws IOException {
    if (isNumber) {
      json.writeNumber(text);
    } else {
      json.writeString(text);
    }
  }
}
