package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.evaluate.Rouge;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.Summary;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints the quality of topics and summaries over development data that is not part of the project,
 * and fails where a figure falls well below what docs/quality.md reports. Takes minutes; see there
 * for the command.
 */
@Tag("quality")
class QualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = SeedFiles.shared().resolve("data");

  static Stream<Arguments> models() {
    return Stream.of(
        arguments("minilm-l6", Precision.FP32),
        arguments("minilm-l6", Precision.BF16),
        arguments("minilm-l6", Precision.INT8),
        arguments("e5-small", Precision.FP32),
        arguments("e5-small", Precision.BF16),
        arguments("e5-small", Precision.INT8),
        arguments("bge-small", Precision.AUTO));
  }

  @ParameterizedTest
  @MethodSource("models")
  void labelsWithoutExamples(String model, Precision precision) throws IOException {
    assumeThat(DATA.resolve("topics")).as("development data").isDirectory();
    Map<String, String> corpora =
        Map.of(
            "agnews", "agnews_train",
            "bbc", "bbc_dev",
            "dbpedia", "dbpedia_dev",
            "newsgroups20", "newsgroups20_dev");
    for (String corpus : List.of("agnews", "bbc", "dbpedia", "newsgroups20")) {
      Path labels =
          SeedFiles.seeds()
              .resolveSibling("core/src/test/resources/dev/headnote/quality/" + corpus + ".jsonl");
      List<JsonNode> rows = sample("topics/" + corpora.get(corpus) + ".jsonl", 500);
      int right = 0;
      int none = 0;
      double confidence = 0;
      try (Headnote headnote =
          Headnote.builder()
              .model(model)
              .precision(precision)
              .labels(LabelSet.load(labels))
              .build()) {
        List<Article> articles =
            rows.stream()
                .map(row -> Article.of(row.path("title").asText(""), row.get("text").asText()))
                .toList();
        Iterator<JsonNode> gold = rows.iterator();
        for (Outcome<Topics> outcome :
            (Iterable<Outcome<Topics>>) headnote.topics(articles)::iterator) {
          Topics topics = outcome.orThrow();
          right +=
              topics.all().get(0).label().id().equals(gold.next().get("label").asText()) ? 1 : 0;
          none += topics.none() ? 1 : 0;
          confidence += topics.all().get(0).probability();
        }
      }
      double accuracy = (double) right / rows.size();
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %d | %.3f | %.3f | %.3f |%n",
          model,
          precision.name().toLowerCase(Locale.ROOT),
          corpus,
          rows.size(),
          accuracy,
          confidence / rows.size(),
          (double) none / rows.size());
      assertThat(accuracy).isGreaterThan(corpus.equals("newsgroups20") ? 0.45 : 0.72);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void summarises(String model, Precision precision) throws IOException {
    assumeThat(DATA.resolve("summaries")).as("development data").isDirectory();
    for (String corpus : List.of("cnndm_dev", "newsroom_dev", "bbc_dev")) {
      List<JsonNode> rows = sample("summaries/" + corpus + ".jsonl", 200);
      double[] ours = new double[3];
      double[] lead = new double[3];
      try (Headnote headnote = Headnote.builder().model(model).precision(precision).build()) {
        List<Article> articles =
            rows.stream()
                .map(row -> Article.of(row.path("title").asText(""), row.get("article").asText()))
                .toList();
        Iterator<JsonNode> gold = rows.iterator();
        for (Outcome<Summary> outcome :
            (Iterable<Outcome<Summary>>) headnote.summarize(articles)::iterator) {
          String reference = gold.next().get("summary").asText();
          add(
              ours,
              outcome.orThrow().sentences().stream()
                  .map(ScoredSentence::sentence)
                  .map(Sentence::text)
                  .toList(),
              reference);
          add(
              lead,
              outcome.article().sentences().stream().limit(3).map(Sentence::text).toList(),
              reference);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %d | %.2f / %.2f / %.2f | %.2f / %.2f / %.2f |%n",
          model,
          precision.name().toLowerCase(Locale.ROOT),
          corpus,
          rows.size(),
          100 * ours[0] / rows.size(),
          100 * ours[1] / rows.size(),
          100 * ours[2] / rows.size(),
          100 * lead[0] / rows.size(),
          100 * lead[1] / rows.size(),
          100 * lead[2] / rows.size());
      assertThat(ours[0]).isGreaterThan(0.9 * lead[0]);
    }
  }

  private static void add(double[] sums, List<String> summary, String reference) {
    String text = String.join(" ", summary);
    sums[0] += Rouge.n(1, text, reference).f1();
    sums[1] += Rouge.n(2, text, reference).f1();
    sums[2] += Rouge.lsum(summary, reference.lines().toList()).f1();
  }

  /** Rows spread evenly over a file. */
  private static List<JsonNode> sample(String file, int count) throws IOException {
    List<String> lines = Files.readAllLines(DATA.resolve(file));
    List<JsonNode> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(count, lines.size()); i++) {
      rows.add(
          JSON.readTree(
              lines.get((int) ((long) i * lines.size() / Math.min(count, lines.size())))));
    }
    return rows;
  }
}
