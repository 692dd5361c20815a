package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.encode.BlendedEncoder;
import dev.headnote.encode.MemoizingEncoder;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.evaluate.Estimate;
import dev.headnote.evaluate.GreedyOracle;
import dev.headnote.evaluate.Rouge;
import dev.headnote.evaluate.RougeMetric;
import dev.headnote.evaluate.SentenceAgreement;
import dev.headnote.evaluate.SummaryEvaluation;
import dev.headnote.evaluate.SummaryMetrics;
import dev.headnote.evaluate.SystemMetrics;
import dev.headnote.summary.Centroid;
import dev.headnote.summary.LexRank;
import dev.headnote.summary.PacSum;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.SummaryOptions.Coherence;
import dev.headnote.summary.TextRank;
import dev.headnote.summary.TfIdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints the quality of summaries of three sentences beside that of other methods, on development
 * data that is not part of the project, of articles that the salience model was not trained on, and
 * fails where it is not as far ahead of the lead as it should be. Then the same of articles whose
 * sentences are shuffled, where a method has to know more than where a sentence stands. {@code
 * -Dmodel=e5-small} takes another model than the instant one, {@code -Drows=200} fewer articles.
 */
@Tag("quality")
class SummaryQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = SeedFiles.shared().resolve("data/summaries");
  private static final String MODEL = System.getProperty("model", "instant");
  private static final int MOST_ROWS = Integer.getInteger("rows", Integer.MAX_VALUE);
  private static final SummaryOptions OPTIONS = SummaryOptions.defaults();
  private static final Rouge ROUGE = Rouge.withoutStemming();

  /** The salience model that is shipped was trained on every second row, from the first. */
  private static final int TRAINED_ON_EVERY = 2;

  /** PacSum's weights are tuned on so many of the articles that judge it, to its advantage. */
  private static final int TUNED_ON = 200;

  /** An article and what a person wrote of it. */
  private record Story(Article article, String reference) {

    List<String> texts() {
      return article.sentences().stream().map(Sentence::text).toList();
    }

    /** With the sentences in another order, each a paragraph so that they stay apart. */
    Story shuffled(Random random) {
      List<String> texts =
          new ArrayList<>(texts().stream().map(text -> text.replaceAll("\\s+", " ")).toList());
      Collections.shuffle(texts, random);
      return new Story(Article.of(article.title(), String.join("\n\n", texts)), reference);
    }
  }

  /** A story with the similarities of its sentences by words and by vectors. */
  private record Compared(Story story, double[][] byWords, double[][] byVectors) {}

  @ParameterizedTest
  @ValueSource(strings = {"cnn", "dailymail", "bbc", "newsroom"})
  void summarises(String corpus) throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    List<Story> stories = stories(corpus);
    Random random = new Random(1);
    List<Story> shuffled = stories.stream().map(story -> story.shuffled(random)).toList();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder = new MemoizingEncoder(encoder(pool), 1 << 17);
        Headnote headnote = Headnote.builder().encoder(encoder).build();
        Headnote untrained = Headnote.builder().encoder(encoder).untrainedSalience().build();
        Headnote incoherent =
            Headnote.builder()
                .encoder(encoder)
                .summary(OPTIONS.withCoherence(Coherence.IGNORED))
                .build();
        Headnote coherent =
            Headnote.builder()
                .encoder(encoder)
                .summary(OPTIONS.withCoherence(Coherence.REQUIRED))
                .build()) {
      Map<String, PacSum> tuned = tune(compared(sample(stories, TUNED_ON), encoder));
      Map<String, Function<Compared, List<Sentence>>> systems = baselines(tuned);
      systems.put("Headnote, untrained", each -> summary(untrained, each));
      systems.put("Headnote, coherence ignored", each -> summary(incoherent, each));
      systems.put("Headnote, coherence required", each -> summary(coherent, each));
      systems.put("Headnote", each -> summary(headnote, each));
      SummaryMetrics inOrder = print(corpus, compared(stories, encoder), systems);
      print(corpus + " shuffled", compared(shuffled, encoder), systems);
      assertThat(f1(inOrder.summary()))
          .as("ROUGE-1 beside the lead's")
          .isGreaterThan(f1(inOrder.lead()) + (corpus.equals("newsroom") ? -0.015 : 0.01));
    }
  }

  private static double f1(SystemMetrics system) {
    return system.rouge(RougeMetric.ROUGE_1).f1().mean();
  }

  private static List<Story> stories(String corpus) throws IOException {
    Path file =
        DATA.resolve(
            (corpus.equals("bbc") || corpus.equals("newsroom") ? corpus : "cnndm") + "_dev.jsonl");
    Predicate<String> isOfCorpus =
        switch (corpus) {
          case "cnn" -> SummaryQualityTest::isOfCnn;
          case "dailymail" -> text -> !isOfCnn(text);
          default -> text -> true;
        };
    List<Story> stories = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i < lines.size(); i += TRAINED_ON_EVERY) {
      JsonNode row = JSON.readTree(lines.get(i));
      String text = row.get("article").asText();
      Article article = Article.of(row.path("title").asText(""), text);
      if (isOfCorpus.test(text) && !article.sentences().isEmpty()) {
        stories.add(new Story(article, row.get("summary").asText()));
      }
    }
    return sample(stories, MOST_ROWS);
  }

  /** CNN's articles open with a credit in brackets, its own or of who wrote it for CNN. */
  private static boolean isOfCnn(String text) {
    return text.startsWith("(") || text.substring(0, Math.min(150, text.length())).contains("(CNN");
  }

  /** Spread evenly over all of them. */
  private static <T> List<T> sample(List<T> all, int most) {
    int count = Math.min(most, all.size());
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }

  private static SentenceEncoder encoder(ForkJoinPool pool) {
    ModelFiles files = ModelFiles.named(MODEL);
    SentenceEncoder encoder = files.load(Device.CPU, Precision.AUTO, pool);
    return files.card().kind() == ModelCard.Kind.STATIC
        ? encoder
        : new BlendedEncoder(
            encoder,
            files.card().spread(),
            ModelFiles.named(Headnote.INSTANT_MODEL).load(Device.CPU, Precision.AUTO, pool));
  }

  private static List<Compared> compared(List<Story> stories, SentenceEncoder encoder) {
    TfIdf tfIdf = new TfIdf(stories.stream().map(Story::texts).toList());
    return stories.stream()
        .map(
            story ->
                new Compared(
                    story,
                    tfIdf.similarities(story.texts()),
                    products(encoder.encode(story.texts()))))
        .toList();
  }

  private static double[][] products(float[][] vectors) {
    double[][] products = new double[vectors.length][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < vectors.length; j++) {
        for (int d = 0; d < vectors[i].length; d++) {
          products[i][j] += (double) vectors[i][d] * vectors[j][d];
        }
      }
    }
    return products;
  }

  /** The weights that are best for words, and for vectors, by mean ROUGE-1 F1. */
  private static Map<String, PacSum> tune(List<Compared> stories) {
    return Map.of(
        "words", tune(stories, Compared::byWords), "vectors", tune(stories, Compared::byVectors));
  }

  private static PacSum tune(List<Compared> stories, Function<Compared, double[][]> similarities) {
    List<PacSum> settings = new ArrayList<>();
    for (double before : new double[] {-2, -1.5, -1, -0.5, 0, 0.5, 1}) {
      for (int tenths = 0; tenths < 10; tenths++) {
        settings.add(new PacSum(before, 1, tenths / 10.0));
      }
    }
    return settings.stream()
        .max(Comparator.comparingDouble(setting -> rouge1(stories, similarities, setting)))
        .orElseThrow();
  }

  private static double rouge1(
      List<Compared> stories, Function<Compared, double[][]> similarities, PacSum setting) {
    return stories.stream()
        .mapToDouble(
            each ->
                Rouge.n(
                        1,
                        best(each.story, setting.scores(similarities.apply(each))).stream()
                            .map(Sentence::text)
                            .collect(Collectors.joining("\n")),
                        each.story.reference)
                    .f1())
        .sum();
  }

  private static List<Sentence> summary(Headnote headnote, Compared each) {
    return headnote.summarize(each.story.article).sentences().stream()
        .map(ScoredSentence::sentence)
        .toList();
  }

  /** What else chooses an article's sentences, by name. */
  private static Map<String, Function<Compared, List<Sentence>>> baselines(
      Map<String, PacSum> tuned) {
    Map<String, Function<Compared, List<Sentence>>> systems = new LinkedHashMap<>();
    PacSum onWords = Objects.requireNonNull(tuned.get("words"));
    PacSum onVectors = Objects.requireNonNull(tuned.get("vectors"));
    systems.put("centroid, TF-IDF", each -> best(each.story, Centroid.scores(each.byWords)));
    systems.put("centroid, vectors", each -> best(each.story, Centroid.scores(each.byVectors)));
    systems.put("LexRank, TF-IDF", each -> best(each.story, LexRank.scores(each.byWords)));
    systems.put("LexRank, vectors", each -> best(each.story, LexRank.scores(each.byVectors)));
    systems.put("TextRank", each -> best(each.story, TextRank.scores(each.story.texts())));
    systems.put(
        "PacSum, TF-IDF" + name(onWords), each -> best(each.story, onWords.scores(each.byWords)));
    systems.put(
        "PacSum, vectors" + name(onVectors),
        each -> best(each.story, onVectors.scores(each.byVectors)));
    systems.put(
        "oracle",
        each ->
            new GreedyOracle(ROUGE)
                .select(each.story.article.sentences(), List.of(each.story.reference), OPTIONS));
    return systems;
  }

  private static String name(PacSum setting) {
    return String.format(
        Locale.ROOT,
        " (λ1 %.1f, λ2 %.1f, β %.1f)",
        setting.before(),
        setting.after(),
        setting.beta());
  }

  /** The three sentences of the largest scores, in the article's order; earlier ones where tied. */
  private static List<Sentence> best(Story story, double[] scores) {
    return story.article.sentences().stream()
        .sorted(Comparator.comparingDouble(sentence -> -scores[sentence.index()]))
        .limit((long) OPTIONS.budget())
        .sorted(Comparator.comparingInt(Sentence::index))
        .toList();
  }

  /** Returns Headnote's, which come last. */
  private static SummaryMetrics print(
      String corpus,
      List<Compared> stories,
      Map<String, Function<Compared, List<Sentence>>> systems) {
    SummaryMetrics last = null;
    for (Map.Entry<String, Function<Compared, List<Sentence>>> system : systems.entrySet()) {
      SummaryEvaluation evaluation = new SummaryEvaluation(ROUGE, OPTIONS);
      for (Compared each : stories) {
        evaluation.add(
            each.story.article.sentences(),
            system.getValue().apply(each),
            List.of(each.story.reference));
      }
      SummaryMetrics metrics = evaluation.metrics();
      if (last == null) {
        print(corpus, "Lead-3", metrics.articles(), metrics.lead(), "");
      }
      Estimate words = Objects.requireNonNull(metrics.differenceToLead().get(RougeMetric.ROUGE_1));
      Estimate pairs = Objects.requireNonNull(metrics.differenceToLead().get(RougeMetric.ROUGE_2));
      print(
          corpus,
          system.getKey(),
          metrics.articles(),
          metrics.summary(),
          difference(words) + ", " + difference(pairs));
      last = metrics;
    }
    return Objects.requireNonNull(last);
  }

  private static String difference(Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "%+.2f (%+.2f to %+.2f)",
        100 * estimate.mean(),
        100 * estimate.low(),
        100 * estimate.high());
  }

  private static void print(
      String corpus, String system, long articles, SystemMetrics metrics, String difference) {
    SentenceAgreement agreement = metrics.agreement();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %d | %.2f / %.2f / %.2f / %.2f | %s | %.0f | %.2f | %s |%n",
        MODEL,
        corpus,
        system,
        articles,
        100 * metrics.rouge(RougeMetric.ROUGE_1).f1().mean(),
        100 * metrics.rouge(RougeMetric.ROUGE_2).f1().mean(),
        100 * metrics.rouge(RougeMetric.ROUGE_L).f1().mean(),
        100 * metrics.rouge(RougeMetric.ROUGE_LSUM).f1().mean(),
        difference,
        metrics.words(),
        metrics.position(),
        agreement == null || !corpus.startsWith("bbc")
            ? ""
            : String.format(
                Locale.ROOT,
                "%.3f / %.3f / %.3f",
                agreement.precision(),
                agreement.recall(),
                agreement.f1()));
  }
}
