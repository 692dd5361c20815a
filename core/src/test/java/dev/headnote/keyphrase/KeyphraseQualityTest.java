package dev.headnote.keyphrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.Outcome;
import dev.headnote.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how much of what a reference summary says the ten best phrases of its article hold, and
 * what simpler orders of the same or RAKE's candidates hold, and what keyphrases cost. No labelled
 * keyphrases are at hand, so this is a stand-in: a phrase of the article that its summary needs is
 * one that says what it is about. {@code -Dmodel} names the model, {@code -Drows} how many
 * articles.
 */
@Tag("quality")
class KeyphraseQualityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA =
      Path.of(System.getProperty("headnote.root", ".."))
          .toAbsolutePath()
          .normalize()
          .resolveSibling("shared")
          .resolve("data/summaries");
  private static final String MODEL = System.getProperty("model", "instant");
  private static final int ROWS = Integer.getInteger("rows", 1_000);
  private static final int PHRASES = 10;

  private record Example(Article article, String reference) {}

  @Test
  void holdWhatSummariesSay() throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    for (String corpus : List.of("cnndm_dev", "bbc_dev")) {
      List<Example> examples = examples(corpus);
      Map<Article, List<String>> found = new HashMap<>();
      try (Headnote headnote = builder().keyphrases(PHRASES).build()) {
        headnote
            .digest(examples.stream().map(Example::article).toList())
            .map(Outcome::orThrow)
            .forEach(digest -> found.put(digest.article(), texts(digest)));
      }
      double ours = print(corpus, "keyphrases, " + MODEL, examples, found::get);
      double byCount =
          print(corpus, "by mentions", examples, a -> best(a, Candidate::mentions, true));
      print(corpus, "by first position", examples, a -> best(a, Candidate::firstSentence, false));
      double rake = print(corpus, "RAKE", examples, KeyphraseQualityTest::rake);
      Random random = new Random(1);
      print(corpus, "at random", examples, a -> best(a, c -> random.nextInt(1 << 20), true));
      assertThat(ours).isGreaterThan(byCount).isGreaterThan(rake);
    }
  }

  /** The share of a digest's time that they take, on one core. */
  @Test
  void costLittle() throws IOException {
    assumeThat(DATA).as("development data").isDirectory();
    List<Article> articles = examples("bbc_dev").stream().map(Example::article).toList();
    double[] with = new double[5];
    double[] without = new double[5];
    try (Headnote plain = builder().workers(1).remember(0).build();
        Headnote asked = builder().workers(1).remember(0).keyphrases(PHRASES).build()) {
      for (int i = 0; i < with.length; i++) {
        without[i] = millis(plain, articles);
        with[i] = millis(asked, articles);
      }
    }
    Arrays.sort(with);
    Arrays.sort(without);
    System.out.printf(
        Locale.ROOT,
        "| %s | digest %.3f ms | with keyphrases %.3f ms |%n",
        MODEL,
        without[0],
        with[0]);
    assertThat(with[0]).isPositive();
  }

  private static double millis(Headnote headnote, List<Article> articles) {
    long start = System.nanoTime();
    articles.forEach(headnote::digest);
    return 1e-6 * (System.nanoTime() - start) / articles.size();
  }

  private static Headnote.Builder builder() {
    return Headnote.builder().model(MODEL);
  }

  private static List<String> texts(Digest digest) {
    return digest.keyphrases().stream().map(Keyphrase::text).toList();
  }

  private static List<String> best(Article article, ToIntFunction<Candidate> by, boolean most) {
    Map<Candidate, Integer> values = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>(CandidateFinder.find(article.sentences()));
    candidates.forEach(candidate -> values.put(candidate, by.applyAsInt(candidate)));
    Comparator<Candidate> order = Comparator.comparingInt(values::get);
    candidates.sort(most ? order.reversed() : order);
    return candidates.stream().limit(PHRASES).map(Candidate::form).toList();
  }

  /**
   * Rose et al. 2010: runs without stop words, by the sum of their words' degree over frequency.
   */
  private static List<String> rake(Article article) {
    List<List<Word>> runs = new ArrayList<>();
    List<Word> run = new ArrayList<>();
    for (Word word : WordScan.of(article.sentences())) {
      boolean stop = WordLists.ENGLISH.isStop(word.lower()) || word.isNumber();
      if (!run.isEmpty() && (stop || !word.joined() || run.size() == 4)) {
        runs.add(run);
        run = new ArrayList<>();
      }
      if (!stop) {
        run.add(word);
      }
    }
    runs.add(run);
    Map<String, Double> degree = new HashMap<>();
    Map<String, Double> frequency = new HashMap<>();
    for (List<Word> words : runs) {
      for (Word word : words) {
        degree.merge(word.lower(), (double) words.size(), Double::sum);
        frequency.merge(word.lower(), 1.0, Double::sum);
      }
    }
    Map<String, Double> scores = new HashMap<>();
    for (List<Word> words : runs) {
      scores.put(
          String.join(" ", words.stream().map(Word::lower).toList()),
          words.stream().mapToDouble(w -> degree.get(w.lower()) / frequency.get(w.lower())).sum());
    }
    List<String> phrases = new ArrayList<>(scores.keySet());
    Collections.sort(phrases);
    phrases.sort(Comparator.comparingDouble((String p) -> -scores.get(p)));
    return phrases.subList(0, Math.min(PHRASES, phrases.size()));
  }

  /** Prints the figures and returns the F1 of content words. */
  private static double print(
      String corpus, String name, List<Example> examples, Function<Article, List<String>> method) {
    double precision = 0;
    double recall = 0;
    double whole = 0;
    for (Example example : examples) {
      List<String> phrases = method.apply(example.article);
      Set<String> wanted = content(example.reference);
      Set<String> given = content(String.join(" . ", phrases));
      double hits = given.stream().filter(wanted::contains).count();
      precision += given.isEmpty() ? 0 : hits / given.size();
      recall += wanted.isEmpty() ? 0 : hits / wanted.size();
      String reference = folded(example.reference);
      whole +=
          (double) phrases.stream().filter(phrase -> reference.contains(folded(phrase))).count()
              / PHRASES;
    }
    precision /= examples.size();
    recall /= examples.size();
    double f1 = 2 * precision * recall / (precision + recall);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
        corpus,
        name,
        examples.size(),
        100 * precision,
        100 * recall,
        100 * f1,
        100 * whole / examples.size());
    return f1;
  }

  private static Set<String> content(String text) {
    Set<String> content = new HashSet<>();
    for (Word word : words(text)) {
      if (!WordLists.ENGLISH.isStop(word.lower()) && !word.isNumber()) {
        content.add(withoutS(word));
      }
    }
    return content;
  }

  private static String folded(String text) {
    return " "
        + String.join(" ", words(text).stream().map(KeyphraseQualityTest::withoutS).toList())
        + " ";
  }

  private static List<Word> words(String text) {
    return WordScan.of(List.of(new Sentence(0, 0, text.length(), text)));
  }

  private static String withoutS(Word word) {
    return word.lower().length() > 3 ? word.lower().replaceFirst("s$", "") : word.lower();
  }

  private static List<Example> examples(String corpus) throws IOException {
    List<String> lines = Files.readAllLines(DATA.resolve(corpus + ".jsonl"));
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < Math.min(ROWS, lines.size()); i++) {
      JsonNode row =
          JSON.readTree(lines.get((int) ((long) i * lines.size() / Math.min(ROWS, lines.size()))));
      examples.add(
          new Example(
              Article.of(row.path("title").asText(""), row.get("article").asText()),
              row.get("summary").asText()));
    }
    return examples;
  }
}
