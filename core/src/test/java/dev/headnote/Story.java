package dev.headnote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An article and what people wrote of it.
 *
 * @param references a sentence a line; at least one
 */
record Story(Article article, List<String> references) {

  /**
   * Reads a row {@code {"title"?, "article" | "text", "summary" | "summaries"}}.
   *
   * @throws IllegalArgumentException if it has no text or no reference
   */
  static Story of(JsonNode row) {
    List<String> references = new ArrayList<>();
    for (String key : List.of("summary", "summaries")) {
      JsonNode written = row.path(key);
      if (written.isTextual()) {
        references.add(written.asText());
      }
      written.forEach(each -> references.add(each.asText()));
    }
    JsonNode text = row.has("article") ? row.path("article") : row.path("text");
    if (!text.isTextual() || references.stream().allMatch(String::isBlank)) {
      throw new IllegalArgumentException("a row needs \"article\" and \"summary\"");
    }
    return new Story(Article.of(row.path("title").asText(""), text.asText()), references);
  }

  List<String> texts() {
    return article.sentences().stream().map(Sentence::text).toList();
  }

  /** With the sentences in another order, each a paragraph so that they stay apart. */
  Story shuffled(Random random) {
    List<String> texts =
        new ArrayList<>(texts().stream().map(text -> text.replaceAll("\\s+", " ")).toList());
    Collections.shuffle(texts, random);
    return new Story(Article.of(article.title(), String.join("\n\n", texts)), references);
  }
}
