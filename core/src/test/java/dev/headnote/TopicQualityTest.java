package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.encode.BlendedEncoder;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.evaluate.TopicEvaluation;
import dev.headnote.evaluate.TopicMetrics;
import dev.headnote.topic.Definition;
import dev.headnote.topic.EncodedArticle;
import dev.headnote.topic.Label;
import dev.headnote.topic.LabelSet;
import dev.headnote.topic.Topic;
import dev.headnote.topic.TopicClassifier;
import dev.headnote.topic.TopicModel;
import dev.headnote.topic.TopicOptions;
import dev.headnote.topic.TopicTrainer;
import dev.headnote.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how good labels are without examples and with some, how far probabilities can be trusted,
 * and how well articles without a label are found, over development data that is not part of the
 * project. Each article is encoded once. Takes minutes a model; docs/topics.md has the command.
 */
@Tag("quality")
class TopicQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final Path DATA = SeedFiles.shared().resolve("data").resolve("topics");

  /** How many articles of a corpus judge; as many as are left teach. */
  private static final int TEST = 500;

  static final int ARTICLES = 1_500;

  private static final int DRAWS_OF_FEW = 10;

  /** Labels of Reuters with fewer articles than its 20 most frequent don't judge "none". */
  private static final int MOST_LABELS_LEFT_OUT = 20;

  static final Map<String, String> CORPORA = new LinkedHashMap<>();

  static {
    CORPORA.put("agnews", "agnews_train");
    CORPORA.put("bbc", "bbc_dev");
    CORPORA.put("dbpedia", "dbpedia_dev");
    CORPORA.put("newsgroups20", "newsgroups20_dev");
    CORPORA.put("reuters90", "reuters90_train");
  }

  record Example(EncodedArticle article, Set<String> labels) {}

  record Corpus(String name, LabelSet labels, List<Example> test, List<Example> others) {

    boolean multiLabel() {
      return name.equals("reuters90");
    }

    TopicOptions options() {
      TopicOptions one = TopicOptions.defaults().withEvidence(0);
      return multiLabel() ? one.withSeveralLabels() : one;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"instant", "e5-small", "minilm-l6", "bge-small"})
  void labels(String model) throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder = encoder(model, pool)) {
      for (String name : CORPORA.keySet()) {
        Corpus corpus = corpus(name, encoder, ARTICLES);
        TopicMetrics described =
            withoutExamples(model, corpus, corpus.labels, encoder, "described");
        withoutExamples(model, corpus, bare(corpus.labels, i -> true), encoder, "bare names");
        for (int odd = 0; odd < 2; odd++) {
          int rest = odd;
          withoutExamples(
              model, corpus, bare(corpus.labels, i -> i % 2 == rest), encoder, "every second bare");
        }
        plainCosine(model, corpus, encoder);
        if (corpus.multiLabel()) {
          withExamples(model, corpus, encoder, Integer.MAX_VALUE, pool);
        } else {
          assertThat(described.accuracy()).isGreaterThan(0.5);
          none(model, corpus, encoder);
          for (int each : new int[] {1, 8, 64}) {
            withExamples(model, corpus, encoder, each, pool);
          }
        }
      }
    }
  }

  /** Sets of one or two labels drawn from a corpus: its other articles then have none. */
  @ParameterizedTest
  @ValueSource(strings = {"instant", "e5-small"})
  void fewLabels(String model) throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder = encoder(model, pool)) {
      for (String name : List.of("agnews", "bbc", "dbpedia", "newsgroups20")) {
        Corpus corpus = corpus(name, encoder, ARTICLES);
        for (int size = 1; size <= 2; size++) {
          fewLabels(model, corpus, corpus.labels, encoder, size, "described");
          fewLabels(model, corpus, bare(corpus.labels, i -> true), encoder, size, "bare names");
        }
      }
    }
  }

  private static void fewLabels(
      String model, Corpus corpus, LabelSet all, SentenceEncoder encoder, int size, String kind) {
    Random random = new Random(1);
    double right = 0;
    double rejected = 0;
    double areas = 0;
    for (int draw = 0; draw < DRAWS_OF_FEW; draw++) {
      List<Label> drawn = new ArrayList<>(all.labels());
      Collections.shuffle(drawn, random);
      LabelSet few = LabelSet.of(drawn.subList(0, size));
      TopicClassifier classifier = new TopicClassifier(few, encoder, corpus.options());
      List<Double> within = new ArrayList<>();
      List<Double> outside = new ArrayList<>();
      int found = 0;
      int refused = 0;
      for (Example example : corpus.test) {
        Topics topics = classifier.classify(example.article);
        boolean has = few.labels().stream().anyMatch(l -> example.labels.contains(l.id()));
        (has ? within : outside).add(topics.noneProbability());
        if (has) {
          found +=
              topics.best().filter(t -> example.labels.contains(t.label().id())).isPresent()
                  ? 1
                  : 0;
        } else {
          refused += topics.none() ? 1 : 0;
        }
      }
      right += (double) found / within.size() / DRAWS_OF_FEW;
      rejected += (double) refused / outside.size() / DRAWS_OF_FEW;
      areas += auroc(array(outside), array(within)) / DRAWS_OF_FEW;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d of its labels, %s | given the right one %.3f | others given none %.3f | AUROC %.3f |%n",
        model,
        corpus.name,
        size,
        kind,
        right,
        rejected,
        areas);
    assertThat(right).isGreaterThan(0.3);
  }

  /**
   * IPTC's 17 subjects, which have no corpus of their own here: articles whose label in a corpus is
   * one of them or two, as {@code iptc-equivalents.jsonl} says. By themselves, and as the top level
   * of IPTC's two.
   */
  @ParameterizedTest
  @ValueSource(strings = {"instant", "e5-small"})
  void subjects(String model) throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder = encoder(model, pool)) {
      TopicOptions options = TopicOptions.defaults().withEvidence(0);
      Map<String, TopicClassifier> classifiers = new LinkedHashMap<>();
      classifiers.put("subjects", new TopicClassifier(LabelSet.iptc(), encoder, options));
      classifiers.put("two levels", new TopicClassifier(LabelSet.iptcLevel2(), encoder, options));
      for (String name : List.of("agnews", "bbc", "dbpedia", "newsgroups20")) {
        List<Example> articles = corpus(name, encoder, ARTICLES).test;
        for (String kind : classifiers.keySet()) {
          subjects(model, name, kind, classifiers.get(kind), articles);
        }
      }
    }
  }

  private static void subjects(
      String model, String name, String kind, TopicClassifier classifier, List<Example> articles)
      throws IOException {
    Map<String, Set<String>> equivalents = equivalents(name);
    int judged = 0;
    int right = 0;
    for (Example example : articles) {
      Set<String> expected = equivalents.get(example.labels.iterator().next());
      if (expected != null) {
        judged++;
        right +=
            expected.contains(mostProbableTopLevel(classifier.classify(example.article))) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | IPTC's %s | first top-level label right %.3f of %d |%n",
        model,
        name,
        kind,
        (double) right / judged,
        judged);
    assertThat((double) right / judged).isGreaterThan(0.6);
  }

  private static String mostProbableTopLevel(Topics topics) {
    return topics.all().stream()
        .map(Topic::label)
        .filter(label -> label.parent() == null)
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** For labels of a corpus, which of IPTC's subjects say the same. */
  private static Map<String, Set<String>> equivalents(String corpus) throws IOException {
    Map<String, Set<String>> equivalents = new HashMap<>();
    for (String line : Files.readAllLines(quality("iptc-equivalents"))) {
      JsonNode row = JSON.readTree(line);
      if (row.get("corpus").asText().equals(corpus)) {
        Set<String> subjects = new HashSet<>();
        row.get("iptc").forEach(subject -> subjects.add(subject.asText()));
        equivalents.put(row.get("label").asText(), subjects);
      }
    }
    return equivalents;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  /** As many examples as there are: 1,875 a label of AG News. */
  @ParameterizedTest
  @ValueSource(strings = {"instant", "e5-small"})
  void labelsWithManyExamples(String model) throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder = encoder(model, pool)) {
      Corpus corpus = corpus("agnews", encoder, Integer.MAX_VALUE);
      withExamples(model, corpus, encoder, Integer.MAX_VALUE, pool);
    }
  }

  static SentenceEncoder encoder(String model, ForkJoinPool pool) {
    ModelFiles files = ModelFiles.named(model);
    SentenceEncoder encoder = files.load(Device.CPU, Precision.AUTO, pool);
    return files.card().kind() == ModelCard.Kind.STATIC
        ? encoder
        : new BlendedEncoder(
            encoder,
            files.card().spread(),
            ModelFiles.named(Headnote.INSTANT_MODEL).load(Device.CPU, Precision.AUTO, pool));
  }

  static Corpus corpus(String name, SentenceEncoder encoder, int most) throws IOException {
    List<String> lines = Files.readAllLines(DATA.resolve(CORPORA.get(name) + ".jsonl"));
    int count = Math.min(most, lines.size());
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode row = JSON.readTree(lines.get((int) ((long) i * lines.size() / count)));
      Article article = Article.of(row.path("title").asText(""), row.get("text").asText());
      if (!article.sentences().isEmpty() || !article.title().isEmpty()) {
        examples.add(new Example(encoded(article, encoder), labels(row)));
      }
    }
    Collections.shuffle(examples, new Random(1));
    LabelSet labels = LabelSet.load(quality(name));
    return new Corpus(
        name, labels, examples.subList(0, TEST), examples.subList(TEST, examples.size()));
  }

  private static Path quality(String name) {
    return SeedFiles.seeds()
        .resolveSibling("core/src/test/resources/dev/headnote/quality/" + name + ".jsonl");
  }

  private static Set<String> labels(JsonNode row) {
    Set<String> labels = new HashSet<>();
    row.path("labels").forEach(label -> labels.add(label.asText()));
    return labels.isEmpty() ? Set.of(row.get("label").asText()) : labels;
  }

  private static EncodedArticle encoded(Article article, SentenceEncoder encoder) {
    List<String> sentences = article.sentences().stream().map(Sentence::text).toList();
    boolean titled = !article.title().isEmpty();
    return new EncodedArticle(
        sentences,
        encoder.encode(sentences),
        titled ? article.title() : null,
        titled ? encoder.encode(List.of(article.title()))[0] : null,
        sentences.stream()
            .limit(1)
            .flatMap(first -> Definition.of(first).stream())
            .map(definition -> encoder.encode(List.of(definition))[0])
            .findAny()
            .orElse(null));
  }

  /** Takes the descriptions of those labels away whose places are chosen. */
  private static LabelSet bare(LabelSet labels, IntPredicate chosen) {
    return LabelSet.of(
        IntStream.range(0, labels.size())
            .mapToObj(
                i -> {
                  Label label = labels.labels().get(i);
                  return chosen.test(i) ? new Label(label.id(), label.name(), "", null) : label;
                })
            .toList());
  }

  private static TopicMetrics withoutExamples(
      String model, Corpus corpus, LabelSet labels, SentenceEncoder encoder, String kind) {
    TopicClassifier classifier = new TopicClassifier(labels, encoder, corpus.options());
    return evaluate(model, corpus, classifier, kind);
  }

  static TopicMetrics evaluate(
      String model, Corpus corpus, TopicClassifier classifier, String kind) {
    TopicEvaluation evaluation =
        corpus.multiLabel()
            ? TopicEvaluation.ofSeveralLabels(corpus.labels)
            : TopicEvaluation.ofOneLabel(corpus.labels);
    int firstRight = 0;
    int none = 0;
    for (Example example : corpus.test) {
      Topics topics = classifier.classify(example.article);
      evaluation.add(example.labels, topics);
      firstRight += example.labels.contains(topics.all().get(0).label().id()) ? 1 : 0;
      none += topics.none() ? 1 : 0;
    }
    TopicMetrics metrics = evaluation.metrics();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | first label %.3f | ECE %.3f | given none %.3f | micro F1 %.3f | macro F1"
            + " %.3f |%n",
        model,
        corpus.name,
        kind,
        (double) firstRight / corpus.test.size(),
        metrics.calibration() == null ? 0 : metrics.calibration().error(),
        (double) none / corpus.test.size(),
        metrics.microF1(),
        metrics.macroF1());
    return metrics;
  }

  /** The label whose phrases' mean is nearest to the mean of the sentences, and nothing else. */
  private static void plainCosine(String model, Corpus corpus, SentenceEncoder encoder) {
    List<float[]> ofLabels = new ArrayList<>();
    for (Label label : corpus.labels.labels()) {
      ofLabels.add(
          mean(
              encoder.encode(
                  List.of(
                      label.name() + ": " + label.description(),
                      "This article is about " + label.name() + ". " + label.description()))));
    }
    int right = 0;
    for (Example example : corpus.test) {
      List<float[]> texts = new ArrayList<>(List.of(example.article.vectors()));
      if (example.article.titleVector() != null) {
        texts.add(example.article.titleVector());
      }
      float[] article = mean(texts.toArray(float[][]::new));
      int best = 0;
      for (int i = 1; i < ofLabels.size(); i++) {
        best = cosine(article, ofLabels.get(i)) > cosine(article, ofLabels.get(best)) ? i : best;
      }
      right += example.labels.contains(corpus.labels.labels().get(best).id()) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | plain cosine | first label %.3f |%n",
        model,
        corpus.name,
        (double) right / corpus.test.size());
  }

  private static float[] mean(float[][] vectors) {
    float[] mean = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / vectors.length;
      }
    }
    return mean;
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int d = 0; d < a.length; d++) {
      product += a[d] * b[d];
      ofA += a[d] * a[d];
      ofB += b[d] * b[d];
    }
    return product / Math.sqrt(ofA * ofB);
  }

  /** Leaves each label out in turn: its articles then have none. */
  private static void none(String model, Corpus corpus, SentenceEncoder encoder) {
    TopicOptions options = corpus.options();
    TopicClassifier whole = new TopicClassifier(corpus.labels, encoder, options);
    double[] within = noneProbabilities(whole, corpus.test);
    List<Double> without = new ArrayList<>();
    for (Label left : corpus.labels.labels().stream().limit(MOST_LABELS_LEFT_OUT).toList()) {
      LabelSet others =
          LabelSet.of(
              corpus.labels.labels().stream().filter(label -> !label.equals(left)).toList());
      List<Example> itsOwn =
          corpus.test.stream().filter(example -> example.labels.contains(left.id())).toList();
      for (double probability :
          noneProbabilities(new TopicClassifier(others, encoder, options), itsOwn)) {
        without.add(probability);
      }
    }
    double[] outside = array(without);
    double threshold = whole.noneThreshold();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | label left out | AUROC %.3f | given none %.3f, of the others %.3f |%n",
        model,
        corpus.name,
        auroc(outside, within),
        share(outside, threshold),
        share(within, threshold));
  }

  static double[] noneProbabilities(TopicClassifier classifier, List<Example> examples) {
    return examples.stream()
        .mapToDouble(example -> classifier.classify(example.article).noneProbability())
        .toArray();
  }

  private static double share(double[] probabilities, double threshold) {
    return Arrays.stream(probabilities).map(p -> p > threshold ? 1 : 0).average().orElse(0);
  }

  /** How often one of the first is above one of the second; a tie is half. */
  static double auroc(double[] first, double[] second) {
    double above = 0;
    for (double a : first) {
      for (double b : second) {
        above += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    return above / first.length / second.length;
  }

  /** The mean of up to five draws of the examples that teach. */
  private static void withExamples(
      String model, Corpus corpus, SentenceEncoder encoder, int each, ForkJoinPool pool) {
    for (int draw = 0; draw < (each <= 8 ? 5 : 1); draw++) {
      TopicTrainer trainer = new TopicTrainer(corpus.labels, encoder, corpus.multiLabel(), 1);
      List<Example> others = new ArrayList<>(corpus.others);
      Collections.shuffle(others, new Random(draw));
      Map<String, Integer> taken = new HashMap<>();
      for (Example example : others) {
        String label = example.labels.iterator().next();
        if (taken.merge(label, 1, Integer::sum) <= each) {
          trainer.add(example.article, example.labels);
        }
      }
      long start = System.nanoTime();
      TopicModel learned = pool.submit(() -> trainer.train((stage, done, total) -> {})).join();
      double seconds = 1e-9 * (System.nanoTime() - start);
      evaluate(
          model,
          corpus,
          new TopicClassifier(learned, encoder, corpus.options()),
          String.format(
              Locale.ROOT,
              "%s a label, draw %d, %d in all, %.1f s, %s",
              each == Integer.MAX_VALUE ? "all" : each,
              draw,
              trainer.size(),
              seconds,
              learned.provenance().settings()));
    }
  }
}
