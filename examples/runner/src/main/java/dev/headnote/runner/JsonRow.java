package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of rows: {@code {"id"?, "title"?, "text" | "article" | "html"}}, and what
 * people made of the article if that is asked for: {@code "label"} or {@code "labels"}, {@code
 * "summary"} or {@code "summaries"}. Other keys are passed over.
 *
 * @param id its identifier, or null if it has none
 * @param title its title, or null if it has none
 * @param text its text or page
 * @param isHtml whether it is a page
 * @param labels the labels that it says it has; empty if it has none or they were not asked for
 * @param summaries what people wrote; empty if it was not asked for
 */
record JsonRow(
    @Nullable RowId id,
    @Nullable String title,
    String text,
    boolean isHtml,
    Set<String> labels,
    List<String> summaries) {

  private static final List<String> TEXTS = List.of("text", "article", "html");

  private static final JsonFactory ANY_JSON =
      JsonFactory.builder()
          // The reader of the lines has bounded them.
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  /** Of two values for one key neither can be trusted. */
  private static final JsonFactory JSON =
      ANY_JSON.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String NOT_UTF8 = "is not UTF-8; save the rows as UTF-8";

  /** What Jackson says of its own settings, to programmers. */
  private static final String PARSER_SETTING =
      ": enable `[^`]*` to allow|, from `[^`]*`|\\(consider enabling .*"
          + "|\\(not recognized as one since [^)]*\\)";

  /**
   * Reads a row.
   *
   * @param gold what it has to say that people made of the article
   * @throws BadRow if it is not UTF-8, not JSON, not a row, or doesn't say so
   */
  static JsonRow parse(byte[] line, Gold gold) throws BadRow {
    Fields fields = new Fields(gold);
    String content = decode(line);
    try (JsonParser parser = JSON.createParser(content)) {
      fields.read(parser);
    } catch (JsonEOFException e) {
      throw new BadRow(
          fields.id, "is not JSON: " + reason(e) + "; if it goes on below, write one row a line");
    } catch (JsonProcessingException e) {
      throw new BadRow(fields.id, "is not JSON: " + reason(e));
    } catch (IOException e) {
      throw new BadRow(fields.id, "cannot be read: " + e.getMessage());
    }
    return fields.toRow();
  }

  /** Whether a text may begin as JSON does, by its bytes in whatever encoding. */
  static boolean mayBegin(byte[] text) {
    for (byte b : text) {
      // Passes over white space, a byte order mark, and the zeros of UTF-16.
      if (b > ' ') {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  /**
   * Whether a text is JSON, such as rows, and not prose that quotes some: it is one object or
   * array, in as many lines as it takes, or begins with an object and goes on with another.
   */
  static boolean looksLikeJson(String text) {
    try (JsonParser parser = ANY_JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        return false;
      }
      parser.skipChildren();
      JsonToken next = parser.nextToken();
      return next == null || (first == JsonToken.START_OBJECT && next == JsonToken.START_OBJECT);
    } catch (StreamConstraintsException e) {
      // Prose is nested nowhere near as deep.
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String decode(byte[] line) throws BadRow {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new BadRow(null, NOT_UTF8);
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadRow(
          null,
          isPacked(line)
              ? "begins as what gzip packs; unpack it, or give a file whose name ends in .gz"
              : NOT_UTF8);
    }
  }

  /** What gzip packs begins with these two bytes. */
  private static boolean isPacked(byte[] line) {
    return line.length > 1 && line[0] == 0x1f && line[1] == (byte) 0x8b;
  }

  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("it is cut off");
    int marker = message.indexOf("(start marker at ");
    String reason = marker < 0 ? message : message.substring(0, marker);
    reason = reason.replaceAll(PARSER_SETTING, "").strip().replaceAll("\\s+", " ");
    return e.getLocation() == null
        ? reason
        : reason + " at column " + e.getLocation().getColumnNr();
  }

  /** The keys of a row as far as they were read. */
  private static final class Fields {

    private final Gold gold;
    private @Nullable RowId id;
    private final Map<String, String> strings = new HashMap<>();
    private @Nullable Set<String> label;
    private @Nullable Set<String> labels;
    private final List<String> summaries = new ArrayList<>();

    Fields(Gold gold) {
      this.gold = gold;
    }

    void read(JsonParser parser) throws IOException, BadRow {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        boolean isArray = first == JsonToken.START_ARRAY;
        throw new BadRow(
            null, "is not a JSON object" + (isArray ? " but an array; write one row a line" : ""));
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (key.equals("id")) {
          id = readId(parser, value);
        } else if (key.equals("title") || TEXTS.contains(key)) {
          readString(parser, key, value);
        } else if (gold == Gold.LABELS && key.equals("label")) {
          label = value == JsonToken.VALUE_NULL ? Set.of() : Set.of(readItem(parser, key, value));
        } else if (gold == Gold.LABELS && key.equals("labels") && value != JsonToken.VALUE_NULL) {
          labels = new LinkedHashSet<>(readArray(parser, key, value));
        } else if (gold == Gold.SUMMARIES
            && (key.equals("summary") || key.equals("summaries"))
            && value != JsonToken.VALUE_NULL) {
          readSummaries(parser, key, value);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new BadRow(id, "holds more than one JSON value; write one row a line");
      }
    }

    private static @Nullable RowId readId(JsonParser parser, JsonToken value)
        throws IOException, BadRow {
      if (value == JsonToken.VALUE_NULL) {
        return null;
      }
      if (value != JsonToken.VALUE_STRING && !value.isNumeric()) {
        throw new BadRow(null, "\"id\" is neither a string nor a number");
      }
      return new RowId(parser.getText(), value.isNumeric());
    }

    private void readString(JsonParser parser, String key, JsonToken value)
        throws IOException, BadRow {
      if (value == JsonToken.VALUE_NULL) {
        return;
      }
      if (value != JsonToken.VALUE_STRING) {
        throw new BadRow(id, "\"" + key + "\" is not a string");
      }
      strings.put(key, parser.getText());
    }

    private String readItem(JsonParser parser, String key, JsonToken value)
        throws IOException, BadRow {
      if (key.equals("label") && value == JsonToken.START_ARRAY) {
        throw new BadRow(id, "\"label\" is not a string; an array of them is \"labels\"");
      }
      if (value != JsonToken.VALUE_STRING) {
        throw new BadRow(
            id,
            "\"" + key + "\" is not " + (key.equals("label") ? "a string" : "an array of strings"));
      }
      return parser.getText();
    }

    private List<String> readArray(JsonParser parser, String key, JsonToken value)
        throws IOException, BadRow {
      if (value != JsonToken.START_ARRAY) {
        throw new BadRow(id, "\"" + key + "\" is not an array of strings");
      }
      List<String> read = new ArrayList<>();
      for (JsonToken next = parser.nextToken();
          next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        read.add(readItem(parser, key, next));
      }
      return read;
    }

    private void readSummaries(JsonParser parser, String key, JsonToken value)
        throws IOException, BadRow {
      if (value != JsonToken.VALUE_STRING && value != JsonToken.START_ARRAY) {
        throw new BadRow(id, "\"" + key + "\" is neither a string nor an array of strings");
      }
      List<String> read =
          value == JsonToken.VALUE_STRING
              ? List.of(parser.getText())
              : readArray(parser, key, value);
      if (read.stream().anyMatch(String::isBlank)) {
        throw new BadRow(id, "\"" + key + "\" holds no text");
      }
      summaries.addAll(read);
    }

    JsonRow toRow() throws BadRow {
      List<String> given = TEXTS.stream().filter(strings::containsKey).toList();
      if (given.isEmpty()) {
        throw new BadRow(id, "has no \"text\", \"article\" or \"html\"");
      }
      if (given.size() > 1) {
        String both = String.join("\" and \"", given);
        throw new BadRow(id, "has \"" + both + "\"; give one of them");
      }
      String key = given.get(0);
      if (gold == Gold.SUMMARIES && summaries.isEmpty()) {
        throw new BadRow(id, "has no \"summary\" or \"summaries\"");
      }
      return new JsonRow(
          id,
          strings.get("title"),
          Objects.requireNonNull(strings.get(key)),
          key.equals("html"),
          ownLabels(),
          List.copyOf(summaries));
    }

    private Set<String> ownLabels() throws BadRow {
      if (labels != null) {
        if (label != null && !labels.containsAll(label)) {
          throw new BadRow(
              id, "has a \"label\" that is not among its \"labels\"; give one of them");
        }
        return labels;
      }
      if (label == null && gold == Gold.LABELS) {
        throw new BadRow(id, "has no \"label\" or \"labels\"");
      }
      return label == null ? Set.of() : label;
    }
  }
}
