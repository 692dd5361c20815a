package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.OtherMethods.Compared;
import dev.headnote.encode.MemoizingEncoder;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.evaluate.Lead;
import dev.headnote.evaluate.Rouge;
import dev.headnote.evaluate.RougeMetric;
import dev.headnote.evaluate.RougeScores;
import dev.headnote.summary.PacSum;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.TfIdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how good summaries of any file's articles are, beside those of other methods in the same
 * budget: {@code -Dfile=FILE.jsonl}, from the project's folder, with rows as {@link Story#of} reads
 * them, and {@code -Dsentences=3} or {@code -Dwords=100}. Does nothing without a file. {@code
 * -Dmodel} names another model than the instant one.
 *
 * <p>Behind each mean of F1 stands how much more Headnote has, and the standard error of that,
 * paired by article. Of several references the best one counts, for each metric.
 */
@Tag("quality")
class SummaryFileQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = System.getProperty("model", "instant");
  private static final Rouge ROUGE = Rouge.withoutStemming();
  private static final List<RougeMetric> METRICS =
      List.of(RougeMetric.ROUGE_1, RougeMetric.ROUGE_2, RougeMetric.ROUGE_LSUM);

  /** The weights that {@link SummaryQualityTest} finds best on CNN. */
  private static final PacSum ON_WORDS = new PacSum(-2, 1, 0);

  private static final PacSum ON_VECTORS = new PacSum(-2, 1, 0.4);

  private record Summary(RougeScores rouge, int words) {

    static Summary of(List<Sentence> chosen, Story story) {
      // White space within a sentence parts no lines.
      String text =
          chosen.stream()
              .map(sentence -> sentence.text().replaceAll("\\s+", " "))
              .collect(Collectors.joining("\n"));
      return new Summary(
          ROUGE.score(text, story.references()),
          chosen.stream().mapToInt(Sentence::wordCount).sum());
    }

    double f1(RougeMetric metric) {
      return 100 * rouge.of(metric).f1();
    }
  }

  @Test
  void summarisesAFile() throws IOException {
    String file = System.getProperty("file");
    assumeThat(file).as("-Dfile").isNotNull();
    List<Story> stories = stories(SeedFiles.root().resolve(file));
    SummaryOptions options = options();
    ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try (SentenceEncoder encoder =
            new MemoizingEncoder(TopicQualityTest.encoder(MODEL, pool), 1 << 17);
        Headnote untrained = builder(encoder, options).untrainedSalience().build();
        Headnote even = builder(encoder, options.withEvenCoverage()).build();
        Headnote headnote = builder(encoder, options).build()) {
      Map<String, Function<Compared, List<Sentence>>> methods = new LinkedHashMap<>();
      methods.put("lead", each -> Lead.select(each.story().article().sentences(), options));
      methods.putAll(new OtherMethods(options).all(ON_WORDS, ON_VECTORS));
      methods.put("Headnote, untrained", OtherMethods.of(untrained));
      methods.put("Headnote, even coverage", OtherMethods.of(even));
      methods.put("Headnote", OtherMethods.of(headnote));
      print(file, options, summaries(stories, encoder, methods));
    }
  }

  private static Headnote.Builder builder(SentenceEncoder encoder, SummaryOptions options) {
    return Headnote.builder().encoder(encoder).summary(options);
  }

  private static SummaryOptions options() {
    Integer words = Integer.getInteger("words");
    return words == null
        ? SummaryOptions.maxSentences(Integer.getInteger("sentences", 3))
        : SummaryOptions.maxWords(words);
  }

  private static List<Story> stories(Path file) throws IOException {
    List<Story> stories = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        stories.add(story(file, number, line));
      }
    }
    stories.removeIf(story -> story.article().sentences().isEmpty());
    assertThat(stories).as("articles of " + file).isNotEmpty();
    return stories;
  }

  private static Story story(Path file, int number, String line) throws IOException {
    try {
      return Story.of(JSON.readTree(line));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  /** One article after the other, since the similarities of a long one's sentences are many. */
  private static Map<String, List<Summary>> summaries(
      List<Story> stories,
      SentenceEncoder encoder,
      Map<String, Function<Compared, List<Sentence>>> methods) {
    TfIdf tfIdf = OtherMethods.tfIdf(stories);
    Map<String, List<Summary>> summaries = new LinkedHashMap<>();
    for (Story story : stories) {
      Compared compared = Compared.of(story, tfIdf, encoder);
      methods.forEach(
          (name, method) ->
              summaries
                  .computeIfAbsent(name, each -> new ArrayList<>())
                  .add(Summary.of(method.apply(compared), story)));
    }
    return summaries;
  }

  private static void print(
      String file, SummaryOptions options, Map<String, List<Summary>> summaries) {
    List<Summary> ours = summaries.get("Headnote");
    System.out.printf(
        Locale.ROOT,
        "%s, %d articles, %s, at most %.0f %s%n",
        Path.of(file).getFileName(),
        ours.size(),
        MODEL,
        options.budget(),
        options.unit().name().toLowerCase(Locale.ROOT));
    System.out.println("| | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | words |\n|---|---|---|---|---|");
    summaries.forEach(
        (name, theirs) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f |%n",
                name,
                METRICS.stream()
                    .map(metric -> compared(metric, theirs, ours))
                    .collect(Collectors.joining(" | ")),
                theirs.stream().mapToInt(Summary::words).average().orElseThrow()));
  }

  /** The mean of theirs, and in brackets ours less theirs with its standard error. */
  private static String compared(RougeMetric metric, List<Summary> theirs, List<Summary> ours) {
    double mean = theirs.stream().mapToDouble(each -> each.f1(metric)).average().orElseThrow();
    if (theirs == ours) {
      return String.format(Locale.ROOT, "%.2f", mean);
    }
    double[] differences =
        IntStream.range(0, ours.size())
            .mapToDouble(i -> ours.get(i).f1(metric) - theirs.get(i).f1(metric))
            .toArray();
    double more = Arrays.stream(differences).average().orElseThrow();
    double squares = Arrays.stream(differences).map(each -> (each - more) * (each - more)).sum();
    double error = Math.sqrt(squares / (differences.length - 1) / differences.length);
    return String.format(Locale.ROOT, "%.2f (%+.2f±%.2f)", mean, more, error);
  }
}
