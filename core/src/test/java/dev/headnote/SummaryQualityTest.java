package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.OtherMethods.Compared;
import dev.headnote.encode.MemoizingEncoder;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.evaluate.Estimate;
import dev.headnote.evaluate.Rouge;
import dev.headnote.evaluate.RougeMetric;
import dev.headnote.evaluate.SentenceAgreement;
import dev.headnote.evaluate.SummaryEvaluation;
import dev.headnote.evaluate.SummaryMetrics;
import dev.headnote.evaluate.SystemMetrics;
import dev.headnote.summary.PacSum;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.SummaryOptions.Coherence;
import dev.headnote.summary.TfIdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final OtherMethods METHODS = new OtherMethods(OPTIONS);
  private static final Rouge ROUGE = Rouge.withoutStemming();

  /** The salience model that is shipped was trained on every second row, from the first. */
  private static final int TRAINED_ON_EVERY = 2;

  /** PacSum's weights are tuned on so many of the articles that judge it, to its advantage. */
  private static final int TUNED_ON = 200;

  @ParameterizedTest
  @ValueSource(strings = {"cnn", "dailymail", "bbc", "newsroom"})
  void summarises(String corpus) throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    List<Story> stories = stories(corpus);
    Random random = new Random(1);
    List<Story> shuffled = stories.stream().map(story -> story.shuffled(random)).toList();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder =
            new MemoizingEncoder(TopicQualityTest.encoder(MODEL, pool), 1 << 17);
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
      List<Compared> tuning = compared(sample(stories, TUNED_ON), encoder);
      Map<String, Function<Compared, List<Sentence>>> systems =
          METHODS.all(tune(tuning, Compared::byWords), tune(tuning, Compared::byVectors));
      systems.put("Headnote, untrained", OtherMethods.of(untrained));
      systems.put("Headnote, coherence ignored", OtherMethods.of(incoherent));
      systems.put("Headnote, coherence required", OtherMethods.of(coherent));
      systems.put("Headnote", OtherMethods.of(headnote));
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
      Story story = Story.of(row);
      if (isOfCorpus.test(row.get("article").asText()) && !story.article().sentences().isEmpty()) {
        stories.add(story);
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

  private static List<Compared> compared(List<Story> stories, SentenceEncoder encoder) {
    TfIdf tfIdf = OtherMethods.tfIdf(stories);
    return stories.stream().map(story -> Compared.of(story, tfIdf, encoder)).toList();
  }

  /** The weights that are best by mean ROUGE-1 F1. */
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
                        METHODS
                            .best(each.story(), setting.scores(similarities.apply(each)))
                            .stream()
                            .map(Sentence::text)
                            .collect(Collectors.joining("\n")),
                        each.story().references().get(0))
                    .f1())
        .sum();
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
            each.story().article().sentences(),
            system.getValue().apply(each),
            each.story().references());
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
