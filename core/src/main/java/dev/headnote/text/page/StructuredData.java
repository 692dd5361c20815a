package dev.headnote.text.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells search engines of one article, in JSON-LD with the words of schema.org. The
 * page's readers don't see it, so it is a claim: {@link PageHead} and {@link MainContent} use it
 * where the page agrees. Immutable.
 *
 * @param headline the article's title, or null
 * @param authors the names of its authors, in order
 * @param published when it was published, as it is written, or null
 * @param language its language as it is written, or null
 * @param body its text, or null
 */
record StructuredData(
    @Nullable String headline,
    List<String> authors,
    @Nullable String published,
    @Nullable String language,
    @Nullable String body) {

  private static final int LONGEST_NAME = 300;
  private static final int MOST_AUTHORS = 20;
  private static final int DEEPEST = 64;

  /** Scripts longer than this, in characters, are passed over. */
  private static final int LONGEST_SCRIPT = 4_000_000;

  /** How many scripts of a page are looked at. */
  private static final int MOST_SCRIPTS = 50;

  /** Made with the first page that has structured data. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper(
            JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_SCRIPT)
                        .build())
                .build());
  }

  /** Returns what a page says of articles, in its order; what isn't JSON is passed over. */
  static List<StructuredData> of(Document document) {
    List<JsonNode> articles = new ArrayList<>();
    Map<String, JsonNode> byId = new HashMap<>();
    int scripts = 0;
    for (Element script : document.select("script[type*=ld+json]")) {
      String data = script.data();
      if (++scripts > MOST_SCRIPTS) {
        break;
      }
      if (data.length() <= LONGEST_SCRIPT) {
        collect(parse(data), articles, byId);
      }
    }
    return articles.stream().map(article -> read(article, byId)).toList();
  }

  private static @Nullable JsonNode parse(String data) {
    String json = data.strip();
    if (json.startsWith("<!--")) {
      json = json.substring(4);
    }
    try {
      // What follows the first value, such as a semicolon, is not read.
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Finds the articles in a script, wherever lists and graphs hold them. */
  private static void collect(
      @Nullable JsonNode root, List<JsonNode> articles, Map<String, JsonNode> byId) {
    Deque<JsonNode> open = new ArrayDeque<>();
    if (root != null) {
      open.push(root);
    }
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.isArray()) {
        for (int i = node.size() - 1; i >= 0; i--) {
          open.push(node.get(i));
        }
        continue;
      }
      String id = node.path("@id").asText("");
      if (!id.isEmpty() && node.size() > 1) {
        byId.putIfAbsent(id, node);
      }
      if (isArticle(node.path("@type"))) {
        articles.add(node);
        continue;
      }
      for (String field : new String[] {"mainEntityOfPage", "mainEntity", "@graph"}) {
        JsonNode below = node.path(field);
        if (below.isContainerNode()) {
          open.push(below);
        }
      }
    }
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.isArray() && isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText("");
    return name.endsWith("Article")
        || name.endsWith("BlogPosting")
        || name.equals("Report")
        || name.endsWith("Review");
  }

  private static StructuredData read(JsonNode article, Map<String, JsonNode> byId) {
    List<String> authors = new ArrayList<>();
    addNames(article.path("author"), byId, authors);
    if (authors.isEmpty()) {
      addNames(article.path("creator"), byId, authors);
    }
    JsonNode language = article.path("inLanguage");
    return new StructuredData(
        name(article.path("headline")),
        List.copyOf(authors),
        name(article.path("datePublished")),
        name(language.isObject() ? language.path("alternateName") : language),
        article.path("articleBody").isTextual() ? article.path("articleBody").asText() : null);
  }

  private static void addNames(JsonNode author, Map<String, JsonNode> byId, List<String> names) {
    Iterable<JsonNode> all = author.isArray() ? author : List.of(author);
    for (JsonNode one : all) {
      JsonNode person = byId.getOrDefault(one.path("@id").asText(""), one);
      String name =
          name(one.isTextual() ? one : one.has("name") ? one.get("name") : person.path("name"));
      if (name != null && names.size() < MOST_AUTHORS && !names.contains(name)) {
        names.add(name);
      }
    }
  }

  /** Returns a short text without the entities that some systems leave in it, or null. */
  private static @Nullable String name(JsonNode value) {
    if (!value.isTextual() || value.asText().length() > LONGEST_NAME * 2) {
      return null;
    }
    String name = Parser.unescapeEntities(value.asText(), false).strip();
    return name.isEmpty() || name.length() > LONGEST_NAME ? null : name;
  }
}
