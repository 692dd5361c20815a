package dev.headnote.topic;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads labels from JSON lines, and says in which line what is wrong. */
final class LabelLines {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Of two values for one key neither can be trusted.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** What Jackson says of its own settings, to programmers. */
  private static final String PARSER_SETTING =
      ": enable `[^`]*` to allow|, from `[^`]*`|\\(consider enabling .*"
          + "|\\(not recognized as one since [^)]*\\)";

  private LabelLines() {}

  /**
   * Reads a set.
   *
   * @param file UTF-8, with a byte order mark or without
   * @param source what messages call it
   * @throws HeadnoteException with code INVALID_LABELS that names the line and what is wrong
   */
  static LabelSet read(byte[] file, String source) {
    try {
      String content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return parse(content, source);
    } catch (CharacterCodingException e) {
      throw LabelSet.invalid(source + ": is not UTF-8 text; save the label file as UTF-8", e);
    }
  }

  /** Reads a set, as {@link #read} does, from its characters. */
  static LabelSet parse(String content, String source) {
    List<Label> labels = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int lineNumber = 0;
    String body = content.startsWith("\uFEFF") ? content.substring(1) : content;
    if (body.stripLeading().startsWith("[")) {
      throw LabelSet.invalid(source + ": is a JSON array; give one object a line", null);
    }
    for (String line : body.split("\n", -1)) {
      lineNumber++;
      if (!line.isBlank()) {
        String where = source + ", line " + lineNumber;
        labels.add(parseLine(line, where));
        places.add(where);
      }
    }
    return LabelSet.checked(labels, places, source);
  }

  private static Label parseLine(String line, String where) {
    Map<String, @Nullable Object> row;
    try {
      row = fields(line);
    } catch (JacksonException e) {
      throw LabelSet.invalid(where + ": is not JSON: " + reason(e) + "; give one object a line", e);
    } catch (IOException e) {
      throw LabelSet.invalid(where + ": is not JSON: " + e.getMessage(), e);
    }
    String id = field(row, "label", where);
    if (id == null) {
      throw LabelSet.invalid(where + ": has no \"label\"" + instead(row.keySet()), null);
    }
    if (id.isBlank()) {
      throw LabelSet.invalid(where + ": \"label\" is empty", null);
    }
    String name = field(row, "name", where);
    String description = field(row, "description", where);
    return new Label(
        id,
        name == null ? id : name,
        description == null ? "" : description,
        field(row, "parent", where));
  }

  /** Names what a row has that is no label: keys of usual length, few of them. */
  private static String instead(Set<String> keys) {
    String some =
        keys.stream()
            .filter(key -> key.length() <= 30 && !key.equals("label"))
            .sorted()
            .limit(6)
            .map(key -> "\"" + key + "\"")
            .collect(Collectors.joining(", "));
    return some.isEmpty() ? "" : ", but " + some;
  }

  /** Without what only a program's author understands. */
  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int marker = message.indexOf("(start marker at ");
    return (marker < 0 ? message : message.substring(0, marker))
        .replaceAll(PARSER_SETTING, "")
        .strip()
        .replaceAll("\\s+", " ");
  }

  /**
   * The fields of a JSON object: a string, or else the token that the value starts with; null is
   * left out. None for JSON of another kind.
   */
  private static Map<String, @Nullable Object> fields(String json) throws IOException {
    Map<String, @Nullable Object> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          parser.skipChildren();
          fields.put(
              name,
              switch (value) {
                case VALUE_STRING -> parser.getText();
                case VALUE_NULL -> null;
                default -> value;
              });
        }
      } else {
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something follows the object");
      }
    }
    return fields;
  }

  private static @Nullable String field(
      Map<String, @Nullable Object> row, String name, String where) {
    Object value = row.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw LabelSet.invalid(where + ": \"" + name + "\" is not a string", null);
  }
}
