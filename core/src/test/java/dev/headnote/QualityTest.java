package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints the quality of topics over development data that is not part of the project, and fails
 * where a figure falls well below what docs/quality.md reports. Takes minutes; see there for the
 * command.
 */
@Tag("quality")
class QualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = SeedFiles.shared().resolve("data");

  /** How many articles of each corpus are labelled. */
  private static final int LABELLED = 500;

  private static final Map<String, String> TOPICS =
      Map.of(
          "agnews", "agnews_train",
          "bbc", "bbc_dev",
          "dbpedia", "dbpedia_dev",
          "newsgroups20", "newsgroups20_dev");

  /** What the tables call a model with its settings, and the builder with them. */
  static Stream<Arguments> tiers() {
    return Stream.of(
        arguments("instant", model("instant")),
        arguments("minilm-l6 alone", model("minilm-l6").blend(false)),
        arguments("minilm-l6", model("minilm-l6")),
        arguments("e5-small alone", model("e5-small").blend(false)),
        arguments("e5-small", model("e5-small")),
        arguments("e5-small fp32", model("e5-small").precision(Precision.FP32)),
        arguments("e5-small int8", model("e5-small").precision(Precision.INT8)),
        arguments("bge-small alone", model("bge-small").blend(false)),
        arguments("bge-small", model("bge-small")),
        arguments("e5-small cascade", model("e5-small").cascade()));
  }

  private static Headnote.Builder model(String name) {
    return Headnote.builder().model(name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tiers")
  void labelsWithoutExamples(String tier, Headnote.Builder builder) throws IOException {
    assumeThat(DATA.resolve("topics")).as("development data").isDirectory();
    for (String corpus : TOPICS.keySet().stream().sorted().toList()) {
      List<JsonNode> rows = labelled(corpus);
      List<Topics> labelled;
      try (Headnote headnote = builder.labels(labels(corpus)).build()) {
        labelled = headnote.topics(articles(rows, "text")).map(Outcome::orThrow).toList();
      }
      double accuracy = accuracy(labelled, rows);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d | %.3f | %.3f | %.3f |%n",
          tier,
          corpus,
          rows.size(),
          accuracy,
          labelled.stream().mapToDouble(t -> t.all().get(0).probability()).average().orElseThrow(),
          (double) labelled.stream().filter(Topics::none).count() / rows.size());
      assertThat(accuracy).isGreaterThan(corpus.equals("newsgroups20") ? 0.45 : 0.72);
    }
  }

  /** Prints what each margin of a cascade spares and loses, against the transformer by itself. */
  @Test
  void cascadesByMargin() throws IOException {
    assumeThat(DATA.resolve("topics")).as("development data").isDirectory();
    for (String corpus : TOPICS.keySet().stream().sorted().toList()) {
      List<JsonNode> rows = labelled(corpus);
      List<Article> articles = articles(rows, "text");
      LabelSet labels = labels(corpus);
      Timed whole = timed(model("e5-small").labels(labels), articles);
      boolean[] byTransformer = right(whole.topics(), rows);
      for (double margin : new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}) {
        Timed cascade = timed(model("e5-small").labels(labels).cascade(margin), articles);
        boolean[] right = right(cascade.topics(), rows);
        double[] change = new double[right.length];
        for (int i = 0; i < change.length; i++) {
          change[i] = (right[i] ? 1 : 0) - (byTransformer[i] ? 1 : 0);
        }
        double mean = Arrays.stream(change).average().orElseThrow();
        double meanSquare = Arrays.stream(change).map(x -> x * x).average().orElseThrow();
        System.out.printf(
            Locale.ROOT,
            "| %s | %.1f | %.3f | %.3f | %+.3f ± %.3f | %.1f |%n",
            corpus,
            margin,
            (double) cascade.topics().stream().filter(t -> t.model().equals("instant")).count()
                / rows.size(),
            accuracy(cascade.topics(), rows),
            mean,
            1.96 * Math.sqrt((meanSquare - mean * mean) / change.length),
            whole.seconds() / cascade.seconds());
      }
    }
  }

  private record Timed(List<Topics> topics, double seconds) {}

  /** Digests each article, nothing remembered, and takes the time after the first fifty. */
  private static Timed timed(Headnote.Builder builder, List<Article> articles) {
    try (Headnote headnote = builder.remember(0).build()) {
      headnote.digest(articles.subList(0, 50)).forEach(Outcome::orThrow);
      long start = System.nanoTime();
      List<Topics> topics =
          headnote.digest(articles).map(outcome -> outcome.orThrow().topics()).toList();
      return new Timed(topics, 1e-9 * (System.nanoTime() - start));
    }
  }

  private static double accuracy(List<Topics> labelled, List<JsonNode> rows) {
    int count = 0;
    for (boolean right : right(labelled, rows)) {
      count += right ? 1 : 0;
    }
    return (double) count / rows.size();
  }

  private static boolean[] right(List<Topics> labelled, List<JsonNode> rows) {
    boolean[] right = new boolean[rows.size()];
    for (int i = 0; i < right.length; i++) {
      String best = labelled.get(i).all().get(0).label().id();
      right[i] = best.equals(rows.get(i).get("label").asText());
    }
    return right;
  }

  private static LabelSet labels(String corpus) {
    return LabelSet.load(
        SeedFiles.seeds()
            .resolveSibling("core/src/test/resources/dev/headnote/quality/" + corpus + ".jsonl"));
  }

  private static List<JsonNode> labelled(String corpus) throws IOException {
    return sample("topics/" + TOPICS.get(corpus) + ".jsonl", LABELLED);
  }

  private static List<Article> articles(List<JsonNode> rows, String field) {
    return rows.stream()
        .map(row -> Article.of(row.path("title").asText(""), row.get(field).asText()))
        .toList();
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
