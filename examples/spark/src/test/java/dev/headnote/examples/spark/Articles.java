package dev.headnote.examples.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The seeds as rows, with bad ones among them, and what a serial Headnote makes of them. */
final class Articles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Articles() {}

  /**
   * Writes rows: each seed several times, every other one without its title in it; a row without
   * text, and a line that is no row.
   *
   * @return the rows that are to come of it
   */
  static List<JsonNode> write(Path file, int times) throws IOException {
    List<String> lines = new ArrayList<>();
    List<JsonNode> expected = new ArrayList<>();
    try (Headnote headnote = Headnote.builder().model(Headnote.INSTANT_MODEL).workers(1).build()) {
      for (int time = 0; time < times; time++) {
        for (String seed : seeds()) {
          String id = "row-%03d".formatted(lines.size());
          String title = time % 2 == 0 ? null : "Number " + time;
          String text = seed + "\n\nThis is copy " + time + " of it, and there are more.";
          lines.add(
              JSON.createObjectNode()
                  .put("id", id)
                  .put("title", title)
                  .put("text", text)
                  .toString());
          expected.add(row(id, headnote.digest(Article.of(title, text))));
        }
        lines.add("{\"id\": \"empty-" + time + "\", \"text\": \" \"}");
        expected.add(failure("empty-" + time, "holds no text"));
        lines.add("{\"id\": \"broken-" + time);
        expected.add(failure(null, "is no row: {\"id\": \"broken-" + time));
      }
    }
    Files.write(file, lines);
    return expected;
  }

  private static List<String> seeds() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../../seeds"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static ObjectNode failure(String id, String error) {
    ObjectNode row = JSON.createObjectNode();
    if (id != null) {
      row.put("id", id);
    }
    return row.put("error", error);
  }

  private static JsonNode row(String id, Digest digest) throws IOException {
    ObjectNode row = JSON.createObjectNode().put("id", id);
    ObjectNode topics = row.putObject("topics");
    ArrayNode assigned = topics.putArray("assigned");
    digest.topics().assigned().forEach(topic -> assigned.add(topic.label().id()));
    topics.put("none", digest.topics().none());
    ArrayNode all = topics.putArray("all");
    for (Topic topic : digest.topics().all()) {
      ArrayNode evidence =
          all.addObject()
              .put("label", topic.label().id())
              .put("score", (float) topic.probability())
              .putArray("evidence");
      topic.evidence().forEach(e -> evidence.add(e.sentence()));
    }
    ObjectNode summary = row.putObject("summary").put("text", digest.summary().text());
    ArrayNode sentences = summary.putArray("sentences");
    for (ScoredSentence scored : digest.summary().sentences()) {
      sentences
          .addObject()
          .put("index", scored.sentence().index())
          .put("start", scored.sentence().start())
          .put("end", scored.sentence().end())
          .put("score", (float) scored.salience());
    }
    row.put("sentences", digest.article().sentences().size());
    row.put("model", "instant").put("precision", "int8");
    return JSON.readTree(row.toString());
  }

  /** The rows of a folder that Spark wrote JSON lines to, in the order of its files' names. */
  static List<JsonNode> read(Path folder) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }
}
