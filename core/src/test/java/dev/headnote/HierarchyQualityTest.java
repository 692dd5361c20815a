package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.evaluate.TopicEvaluation;
import dev.headnote.evaluate.TopicMetrics;
import dev.headnote.topic.LabelSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how right the labels of the shipped hierarchies are, on a passage written for each label
 * that hardly names it (its facts are unchecked). docs/topics.md has the command.
 */
@Tag("quality")
class HierarchyQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"instant", "minilm-l6", "e5-small", "bge-small"})
  void labelsPassages(String model) throws IOException {
    TopicMetrics iptc = evaluated(model, "iptc-level2", LabelSet.iptcLevel2());
    TopicMetrics iab = evaluated(model, "iab", LabelSet.iab());
    assertThat(iptc.topLevelAccuracy().orElseThrow()).isGreaterThan(0.5);
    assertThat(iab.topLevelAccuracy().orElseThrow()).isGreaterThan(0.4);
  }

  private static TopicMetrics evaluated(String model, String name, LabelSet labels)
      throws IOException {
    List<String> rows =
        Files.readAllLines(
            SeedFiles.seeds()
                .resolveSibling(
                    "core/src/test/resources/dev/headnote/quality/passages-" + name + ".jsonl"));
    TopicEvaluation evaluation = TopicEvaluation.ofOneLabel(labels);
    try (Headnote headnote = Headnote.builder().model(model).labels(labels).build()) {
      for (String row : rows) {
        JsonNode passage = JSON.readTree(row);
        evaluation.add(
            Set.of(passage.get("label").asText()),
            headnote.topics(Article.of(passage.get("text").asText())));
      }
    }
    TopicMetrics metrics = evaluation.metrics();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s, %d passages | exactly right %.3f | top level right %.3f | hierarchical F1 %.3f"
            + " | calibration error %.3f | given none %d |%n",
        model,
        name,
        metrics.articles(),
        metrics.accuracy(),
        metrics.topLevelAccuracy().orElseThrow(),
        metrics.hierarchicalF1().orElseThrow(),
        Objects.requireNonNull(metrics.calibration()).error(),
        metrics.none().othersGivenNone());
    return metrics;
  }
}
