package dev.headnote.encode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The strings, numbers and booleans of a JSON document by their JSON pointers, without nulls.
 * Binding objects to classes would take a fifth of a start; a stream of tokens does not.
 */
final class JsonScalars {

  private JsonScalars() {}

  /**
   * Reads to the document's end.
   *
   * @return a {@link String}, {@link Number} or {@link Boolean} for each pointer, such as {@code
   *     /model/type}; the last one where a key comes twice
   * @throws IOException if it is not JSON
   */
  static Map<String, Object> read(JsonParser parser) throws IOException {
    Map<String, Object> values = new HashMap<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        Object value =
            switch (token) {
              case VALUE_STRING -> parser.getText();
              case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
              default -> parser.getNumberValue();
            };
        values.put(parser.getParsingContext().pathAsPointer().toString(), value);
      }
    }
    return values;
  }
}
