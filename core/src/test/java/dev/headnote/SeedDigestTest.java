package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job, with the default settings, on the articles that the project was made for. */
@Tag("model")
class SeedDigestTest {

  private static Headnote headnote;

  @BeforeAll
  static void load() {
    headnote = Headnote.builder().build();
  }

  @AfterAll
  static void close() {
    headnote.close();
  }

  @Test
  void labelsAndSummarisesEachSeedAsAReaderWould() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (String line : Files.readAllLines(SeedFiles.seeds().resolve("expected.jsonl"))) {
      JsonNode row = new ObjectMapper().readTree(line);
      String file = row.get("file").asText();
      Digest digest = headnote.digest(Article.read(SeedFiles.seeds().resolve(file)));
      String summary = digest.summary().text();

      softly
          .assertThat(digest.topics().best().map(topic -> topic.label().id()))
          .as(file)
          .hasValue(row.get("topics").get(0).asText());
      softly.assertThat(summary).as(file).doesNotContain(strings(row.get("furniture")));
      softly.assertThat(summary).as(file).containsAnyOf(strings(row.get("mustCover")));
      softly.assertThat(digest.summary().sentences()).as(file).hasSize(3);
    }
    softly.assertAll();
  }

  private static String[] strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings.toArray(String[]::new);
  }

  /** The real article that the project started from; it is not part of the project. */
  @Test
  void digestsTheRealArticle() throws IOException {
    Path folder = SeedFiles.shared().resolve("seeds");
    assumeThat(folder).as("the folder with the real article").isDirectory();
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.filter(path -> path.toString().endsWith(".txt")).findFirst().orElseThrow();
    }
    Digest digest = headnote.digest(Article.read(file));

    assertThat(digest.topics().all().subList(0, 2))
        .extracting(topic -> topic.label().id())
        .containsExactly("conflict-war-and-peace", "politics-and-government");
    assertThat(digest.summary().text())
        .contains("negotiations")
        .doesNotContain(
            "ad_1",
            "ad_2",
            "See Also",
            "What Happened",
            "Navdeep",
            "Check out",
            "Nov. 22nd",
            "originally from",
            "Read the original",
            "Jan 13, 2023");
  }
}
