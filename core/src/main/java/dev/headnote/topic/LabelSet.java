package dev.headnote.topic;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.headnote.HeadnoteException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The labels that an article is measured against, with unique ids, in a fixed order. Immutable. */
public final class LabelSet {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Of two values for one key neither can be trusted.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** How many ids {@link #toString} has. */
  private static final int MOST_SHOWN = 20;

  private final List<Label> labels;

  private LabelSet(List<Label> labels) {
    this.labels = List.copyOf(labels);
  }

  /**
   * Returns a set of the given labels.
   *
   * @throws HeadnoteException with code INVALID_LABELS if there are none, if two share an id or one
   *     has half of a surrogate pair in it, or if a parent is not in the set or leads back to its
   *     own child
   */
  public static LabelSet of(List<Label> labels) {
    Objects.requireNonNull(labels, "labels");
    return checked(labels, Collections.nCopies(labels.size(), "labels"), "labels");
  }

  /** Returns a set of labels that have a name only. */
  public static LabelSet ofNames(String... names) {
    return of(Arrays.stream(Objects.requireNonNull(names, "names")).map(Label::of).toList());
  }

  /**
   * Returns the 17 top-level subjects of IPTC Media Topics (CC BY 4.0), with descriptions of ours.
   */
  public static LabelSet iptc() {
    return ofResources("iptc.jsonl");
  }

  /**
   * Returns the 17 top-level subjects of IPTC Media Topics and the 120 of its second level (CC BY
   * 4.0), with descriptions of ours.
   */
  public static LabelSet iptcLevel2() {
    return ofResources("iptc.jsonl", "iptc-level2.jsonl");
  }

  /**
   * Returns the 704 categories of IAB Tech Lab's Content Taxonomy 3.1 (CC BY 3.0), all tiers, by
   * their unique ids, with descriptions of ours.
   */
  public static LabelSet iab() {
    return ofResources("iab.jsonl");
  }

  private static LabelSet ofResources(String... resources) {
    StringBuilder lines = new StringBuilder();
    for (String resource : resources) {
      try (InputStream in = LabelSet.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException(resource + " is missing from the library's jar");
        }
        lines.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new HeadnoteException(
            HeadnoteException.Code.INTERNAL, "cannot read " + resource + ": " + e.getMessage(), e);
      }
    }
    return parse(lines.toString(), String.join(", ", resources));
  }

  /**
   * Reads a set from a file of JSON lines: {@code {"label", "name"?, "description"?, "parent"?}}.
   *
   * @throws HeadnoteException with code INVALID_LABELS that names the line and what is wrong
   */
  public static LabelSet load(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw invalid(file + ": cannot be read; give a file of JSON lines with a \"label\" each", e);
    }
  }

  static LabelSet read(byte[] file, String source) {
    try {
      String content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return parse(content, source);
    } catch (CharacterCodingException e) {
      throw invalid(source + ": is not UTF-8 text; save the label file as UTF-8", e);
    }
  }

  private static LabelSet parse(String content, String source) {
    List<Label> labels = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int lineNumber = 0;
    String body = content.startsWith("\uFEFF") ? content.substring(1) : content;
    if (body.stripLeading().startsWith("[")) {
      throw invalid(source + ": is a JSON array; give one object a line", null);
    }
    for (String line : body.split("\n", -1)) {
      lineNumber++;
      if (!line.isBlank()) {
        String where = source + ", line " + lineNumber;
        labels.add(parseLine(line, where));
        places.add(where);
      }
    }
    return checked(labels, places, source);
  }

  private static Label parseLine(String line, String where) {
    Map<String, @Nullable Object> row;
    try {
      row = fields(line);
    } catch (JacksonException e) {
      throw invalid(where + ": is not JSON: " + reason(e) + "; give one object a line", e);
    } catch (IOException e) {
      throw invalid(where + ": is not JSON: " + e.getMessage(), e);
    }
    String id = field(row, "label", where);
    if (id == null || id.isBlank()) {
      throw invalid(where + ": has no \"label\"" + instead(row.keySet()), null);
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
            .filter(key -> key.length() <= 30)
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
    return (marker < 0 ? message : message.substring(0, marker)).strip().replaceAll("\\s+", " ");
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
    throw invalid(where + ": \"" + name + "\" is not a string", null);
  }

  /** The places are what messages call the labels, one for each. */
  private static LabelSet checked(List<Label> labels, List<String> places, String source) {
    if (labels.isEmpty()) {
      throw invalid(source + ": holds no label; give at least one", null);
    }
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    Map<String, @Nullable String> parents = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String id = labels.get(i).id();
      if (parents.containsKey(id)) {
        throw invalid(places.get(i) + ": has the label \"" + id + "\" twice", null);
      }
      if (!utf8.canEncode(id)) {
        throw invalid(places.get(i) + ": has half of a surrogate pair in its label", null);
      }
      parents.put(id, labels.get(i).parent());
    }
    // Those whose way up is known to end, so that a long one is gone once.
    Set<String> ending = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String id = labels.get(i).id();
      String parent = labels.get(i).parent();
      if (parent != null && !parents.containsKey(parent)) {
        throw invalid(
            places.get(i) + ": \"" + id + "\" has the parent \"" + parent + "\", which is missing",
            null);
      }
      Set<String> way = new HashSet<>();
      for (String at = id; at != null && !ending.contains(at); at = parents.get(at)) {
        if (!way.add(at)) {
          throw invalid(places.get(i) + ": \"" + at + "\" is among its own parents", null);
        }
      }
      ending.addAll(way);
    }
    return new LabelSet(labels);
  }

  private static HeadnoteException invalid(String message, @Nullable Throwable cause) {
    return new HeadnoteException(HeadnoteException.Code.INVALID_LABELS, message, cause);
  }

  /** Whether both have the same labels in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabelSet set && labels.equals(set.labels);
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }

  /** Their number, and the ids of the first. */
  @Override
  public String toString() {
    return labels.stream()
        .limit(MOST_SHOWN)
        .map(Label::id)
        .collect(
            Collectors.joining(
                ", ", "LabelSet[" + size() + ": ", size() > MOST_SHOWN ? ", ...]" : "]"));
  }

  /** The labels, in the order given. */
  public List<Label> labels() {
    return labels;
  }

  /** How many labels there are; at least 1. */
  public int size() {
    return labels.size();
  }
}
