package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.encode.BlendedEncoder;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.evaluate.Rouge;
import dev.headnote.summary.MultiDocumentSummary;
import dev.headnote.summary.SummaryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how near summaries of several documents are to those that people wrote, beside simpler
 * ones, and how their time grows with the documents. {@code -Dmodel} names the model.
 */
@Tag("quality")
class MultiDocumentQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = SeedFiles.shared().resolve("data/summaries");
  private static final String MODEL = System.getProperty("model", "instant");

  /** About what the references have, which is 223 in the mean. */
  private static final int WORDS = 250;

  private record Cluster(List<Article> articles, String reference) {}

  @Test
  void summarisesSeveralDocuments() throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    List<Cluster> clusters = clusters();
    try (Headnote headnote =
        Headnote.builder().model(MODEL).summary(SummaryOptions.maxWords(WORDS)).build()) {
      double ours = print("together, " + MODEL, clusters, cluster -> lines(headnote, cluster));
      double first =
          print("lead of the first", clusters, c -> fitting(c.articles.get(0).sentences()));
      double inTurn = print("lead of each in turn", clusters, c -> fitting(inTurn(c)));
      double centroid;
      try (SentenceEncoder encoder = encoder()) {
        centroid = print("centroid", clusters, c -> fitting(byCentrality(c, encoder)));
      }
      assertThat(ours).isGreaterThan(first).isGreaterThan(inTurn).isGreaterThan(centroid);
    }
  }

  /** Articles on one event: each holds sentences of others, and some of its own. */
  @Test
  void takesTimeInProportionToTheDocuments() throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    List<Article> stream = stream(4_000);
    double[] millis = new double[4];
    Arrays.fill(millis, Double.MAX_VALUE);
    try (Headnote headnote = Headnote.builder().model("instant").build()) {
      for (int round = 0; round < 5; round++) {
        for (int size = 500, i = 0; size <= 4_000; size *= 2, i++) {
          long start = System.nanoTime();
          MultiDocumentSummary summary = headnote.summarizeTogether(stream.subList(0, size));
          millis[i] = Math.min(millis[i], 1e-6 * (System.nanoTime() - start));
          System.out.printf(
              Locale.ROOT,
              "| %d documents | %.0f ms | most sources %d |%n",
              size,
              millis[i],
              summary.lines().stream().mapToInt(l -> l.sources().size()).max().orElse(0));
        }
      }
    }
    assertThat(millis[3]).isLessThan(16 * millis[0]);
  }

  private static List<Article> stream(int size) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String corpus : List.of("bbc_dev", "cnndm_dev")) {
      for (String line : Files.readAllLines(DATA.resolve(corpus + ".jsonl"))) {
        texts.add(JSON.readTree(line).get("article").asText());
      }
    }
    List<Article> own = texts.stream().map(Article::of).toList();
    List<Sentence> copied =
        own.subList(0, 40).stream().flatMap(a -> a.sentences().stream()).toList();
    Random random = new Random(1);
    List<Article> stream = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> sentences = new ArrayList<>();
      own.get(i % own.size()).sentences().stream()
          .limit(15)
          .map(Sentence::text)
          .forEach(sentences::add);
      for (int copy = 0; copy < 5; copy++) {
        int which = (int) Math.min(copied.size() - 1, Math.abs(random.nextGaussian() * 100));
        sentences.add(random.nextInt(sentences.size() + 1), copied.get(which).text());
      }
      stream.add(Article.of("", String.join(" ", sentences)));
    }
    stream.forEach(Article::sentences);
    return stream;
  }

  private static List<String> lines(Headnote headnote, Cluster cluster) {
    return headnote.summarizeTogether(cluster.articles).lines().stream()
        .map(line -> line.source().sentence().text())
        .toList();
  }

  private static List<Sentence> inTurn(Cluster cluster) {
    List<Sentence> all = new ArrayList<>();
    int longest = cluster.articles.stream().mapToInt(a -> a.sentences().size()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (Article article : cluster.articles) {
        if (i < article.sentences().size()) {
          all.add(article.sentences().get(i));
        }
      }
    }
    return all;
  }

  private static List<Sentence> byCentrality(Cluster cluster, SentenceEncoder encoder) {
    List<Sentence> all = cluster.articles.stream().flatMap(a -> a.sentences().stream()).toList();
    float[][] vectors = encoder.encode(all.stream().map(Sentence::text).toList());
    double[] centre = new double[encoder.dimensions()];
    for (float[] vector : vectors) {
      for (int d = 0; d < centre.length; d++) {
        centre[d] += vector[d];
      }
    }
    double[] centrality = new double[all.size()];
    for (int i = 0; i < centrality.length; i++) {
      for (int d = 0; d < centre.length; d++) {
        centrality[i] += vectors[i][d] * centre[d];
      }
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
    order.sort(Comparator.comparingDouble((Integer i) -> centrality[i]).reversed());
    return order.stream().map(all::get).toList();
  }

  /** The first that fit the budget. */
  private static List<String> fitting(List<Sentence> sentences) {
    List<String> taken = new ArrayList<>();
    int words = 0;
    for (Sentence sentence : sentences) {
      words += sentence.text().strip().split("\\s+").length;
      if (words > WORDS) {
        break;
      }
      taken.add(sentence.text());
    }
    return taken;
  }

  /** Prints the figures and returns ROUGE-1's F1. */
  private static double print(
      String name, List<Cluster> clusters, Function<Cluster, List<String>> method) {
    double[] sums = new double[4];
    for (Cluster cluster : clusters) {
      List<String> summary = method.apply(cluster);
      String text = String.join(" ", summary);
      sums[0] += Rouge.n(1, text, cluster.reference).f1();
      sums[1] += Rouge.n(2, text, cluster.reference).f1();
      sums[2] += Rouge.lsum(summary, sentences(cluster.reference)).f1();
      sums[3] += text.split("\\s+").length / 100.0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f / %.2f / %.2f | %.0f |%n",
        name,
        clusters.size(),
        100 * sums[0] / clusters.size(),
        100 * sums[1] / clusters.size(),
        100 * sums[2] / clusters.size(),
        100 * sums[3] / clusters.size());
    return sums[0];
  }

  private static List<String> sentences(String text) {
    return Article.of("", text).sentences().stream().map(Sentence::text).toList();
  }

  private static SentenceEncoder encoder() {
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    ModelFiles files = ModelFiles.named(MODEL);
    SentenceEncoder encoder = files.load(Device.AUTO, Precision.AUTO, pool);
    return files.card().kind() == ModelCard.Kind.STATIC
        ? encoder
        : new BlendedEncoder(
            encoder,
            files.card().spread(),
            ModelFiles.named("instant").load(Device.CPU, Precision.AUTO, pool));
  }

  private static List<Cluster> clusters() throws IOException {
    List<Cluster> clusters = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve("multinews_dev.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      List<Article> articles = new ArrayList<>();
      row.get("documents").forEach(document -> articles.add(Article.of(document.asText())));
      clusters.add(new Cluster(articles, row.get("summary").asText()));
    }
    return clusters;
  }
}
