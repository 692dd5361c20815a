package dev.headnote.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Article;
import dev.headnote.topic.LabelSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how good Headnote's labels are beside those of other libraries for the JVM: the same
 * articles, labels and examples, through each one's own API, over development data that is not part
 * of the project. Takes half an hour; docs/peers.md has the command.
 */
@Tag("quality")
class TopicPeersQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT =
      Path.of(System.getProperty("headnote.root", "..")).toAbsolutePath().normalize();
  private static final Path DATA = ROOT.resolveSibling("shared").resolve("data/topics");
  private static final Path LABELS = ROOT.resolve("core/src/test/resources/dev/headnote/quality");

  private static final Map<String, String> CORPORA = new LinkedHashMap<>();

  static {
    CORPORA.put("agnews", "agnews_train");
    CORPORA.put("bbc", "bbc_dev");
    CORPORA.put("dbpedia", "dbpedia_dev");
    CORPORA.put("newsgroups20", "newsgroups20_dev");
  }

  /** How many articles of a corpus judge, and how many are read: the others are examples. */
  private static final int TEST = 300;

  private static final int ARTICLES = 1_300;

  /** How many examples a label has, and how many draws of them are averaged. */
  private static final Map<Integer, Integer> DRAWS = new LinkedHashMap<>();

  static {
    DRAWS.put(0, 1);
    DRAWS.put(8, 3);
    DRAWS.put(64, 1);
  }

  private record Row(Article article, String label) {}

  private record Sample(String name, LabelSet labels, List<Row> test, List<Row> others) {}

  @Test
  void labelsBetterThanPeers() throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    List<Sample> samples = new ArrayList<>();
    for (String name : CORPORA.keySet()) {
      samples.add(sample(name));
    }
    Map<Integer, Double> ofHeadnote = new LinkedHashMap<>();
    for (TopicPeer peer : TopicPeer.values()) {
      for (int each : DRAWS.keySet()) {
        if (each >= peer.fewestExamples) {
          double mean = mean(peer, each, samples);
          if (peer == TopicPeer.HEADNOTE) {
            ofHeadnote.put(each, mean);
          } else if (!peer.isHeadnote()) {
            assertThat(mean).as(peer.title + ", " + each).isLessThan(ofHeadnote.get(each));
          }
        }
      }
    }
  }

  /** The mean accuracy over the corpora; prints a row of a table. */
  private static double mean(TopicPeer peer, int each, List<Sample> samples) {
    StringBuilder row =
        new StringBuilder(String.format(Locale.ROOT, "| %s | %d |", peer.title, each));
    double sum = 0;
    for (Sample sample : samples) {
      double accuracy = 0;
      for (int draw = 0; draw < DRAWS.get(each); draw++) {
        Map<String, List<Article>> examples = examples(sample, each, draw);
        try (TopicPeer.Labeller labeller = peer.learn(sample.labels, examples)) {
          accuracy += accuracy(labeller::label, sample.test) / DRAWS.get(each);
        }
      }
      row.append(String.format(Locale.ROOT, " %.3f |", accuracy));
      sum += accuracy;
    }
    System.out.println(row + String.format(Locale.ROOT, " %.3f |", sum / samples.size()));
    return sum / samples.size();
  }

  private static double accuracy(Function<Article, String> label, List<Row> test) {
    return test.parallelStream()
        .mapToInt(row -> row.label.equals(label.apply(row.article)) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** As many articles of each label as there are, but no more than that. */
  private static Map<String, List<Article>> examples(Sample sample, int each, int draw) {
    List<Row> others = new ArrayList<>(sample.others);
    Collections.shuffle(others, new Random(draw));
    Map<String, List<Article>> examples = new LinkedHashMap<>();
    for (Row row : others) {
      List<Article> ofLabel = examples.computeIfAbsent(row.label, label -> new ArrayList<>());
      if (ofLabel.size() < each) {
        ofLabel.add(row.article);
      }
    }
    return examples;
  }

  private static Sample sample(String name) throws IOException {
    List<String> lines = Files.readAllLines(DATA.resolve(CORPORA.get(name) + ".jsonl"));
    int count = Math.min(ARTICLES, lines.size());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode json = JSON.readTree(lines.get((int) ((long) i * lines.size() / count)));
      Article article = Article.of(json.path("title").asText(""), json.get("text").asText());
      if (!article.sentences().isEmpty() || !article.title().isEmpty()) {
        rows.add(new Row(article, json.get("label").asText()));
      }
    }
    Collections.shuffle(rows, new Random(1));
    return new Sample(
        name,
        LabelSet.load(LABELS.resolve(name + ".jsonl")),
        rows.subList(0, TEST),
        rows.subList(TEST, rows.size()));
  }
}
