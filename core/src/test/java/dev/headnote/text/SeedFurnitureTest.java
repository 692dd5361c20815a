package dev.headnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Article;
import dev.headnote.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What surrounds the articles in seeds/ stays out of their sentences, and the articles stay in. */
class SeedFurnitureTest {

  private static final Path SEEDS =
      Path.of(System.getProperty("headnote.root", "..")).resolve("seeds");

  /** A paragraph longer than this is prose. */
  private static final int PROSE = 170;

  /** How much of a paragraph of prose may be a run-in or a dateline. */
  private static final int LONGEST_CUT = 45;

  /** One row of expected.jsonl. */
  record Seed(String file, List<String> furniture, List<String> mustCover) {

    Article read() {
      return Article.read(SEEDS.resolve(file));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Seed> seeds() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Seed> seeds = new ArrayList<>();
    for (String line : Files.readAllLines(SEEDS.resolve("expected.jsonl"))) {
      JsonNode row = json.readTree(line);
      seeds.add(
          new Seed(
              row.get("file").asText(),
              strings(row.get("furniture")),
              strings(row.get("mustCover"))));
    }
    return seeds;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  static Stream<Seed> plainSeeds() throws IOException {
    return seeds().stream().filter(seed -> seed.file().endsWith(".txt"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noSentenceHoldsFurniture(Seed seed) {
    for (Sentence sentence : seed.read().sentences()) {
      assertThat(sentence.text()).doesNotContain(seed.furniture());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSentencesHoldWhatASummaryNeeds(Seed seed) {
    List<String> sentences = seed.read().sentences().stream().map(Sentence::text).toList();
    for (String word : seed.mustCover()) {
      assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).contains(word));
    }
  }

  @ParameterizedTest
  @MethodSource("plainSeeds")
  void proseStays(Seed seed) {
    Article article = seed.read();
    String text = article.text();
    boolean[] kept = new boolean[text.length()];
    for (Sentence sentence : article.sentences()) {
      for (int i = sentence.start(); i < sentence.end(); i++) {
        kept[i] = true;
      }
    }
    int start = 0;
    int paragraphs = 0;
    for (String paragraph : text.split("(?<=\n\n)")) {
      if (isProse(paragraph)) {
        paragraphs++;
        StringBuilder lost = new StringBuilder();
        for (int i = start; i < start + paragraph.length(); i++) {
          lost.append(kept[i] ? "" : text.charAt(i));
        }
        String cut = lost.toString().strip().replaceAll("\\s+", " ");
        assertThat(cut).hasSizeLessThanOrEqualTo(LONGEST_CUT);
        if (cut.length() > 12) {
          // What is cut from prose stands before it.
          assertThat(paragraph).startsWith(cut.substring(0, 5));
        }
      }
      start += paragraph.length();
    }
    assertThat(paragraphs).isPositive();
  }

  private static boolean isProse(String paragraph) {
    return paragraph.length() > PROSE && !paragraph.startsWith("[") && paragraph.indexOf('\t') < 0;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTitleIsFound(Seed seed) {
    assertThat(seed.read().title()).hasSizeGreaterThan(25);
  }
}
