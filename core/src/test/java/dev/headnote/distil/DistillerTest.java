package dev.headnote.distil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import dev.headnote.Progress;
import dev.headnote.encode.ModelCard;
import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.encode.StaticEncoder;
import dev.headnote.encode.WordPieceTokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table takes over what a teacher finds alike, and more of it where it learned from texts. */
class DistillerTest {

  private static final int WORDS = 120;
  private static final List<String> VOCABULARY =
      IntStream.range(0, WORDS).mapToObj(DistillerTest::word).toList();
  private static final WordPieceTokenizer PIECES =
      new WordPieceTokenizer(
          ("[PAD]\n[unused1]\n[UNK]\n" + String.join("\n", VOCABULARY) + "\n")
              .getBytes(StandardCharsets.UTF_8),
          WordPieceTokenizer.Settings.UNCASED);
  private static final Recipe RECIPE = Recipe.defaults().withDimensions(16);

  @TempDir private Path folder;

  /** Of a word by itself the teacher does not say how much it counts beside others. */
  @Test
  void learnsMoreFromTextsThanFromTheVocabulary() throws IOException {
    Bag teacher = new Bag(16, 1);
    StaticModel learned = distil(RECIPE, teacher);
    StaticModel alone = new Distiller(List.of(teacher), PIECES, RECIPE).distil(List.of(), quiet());

    assertThat(correlation(learned, teacher)).isGreaterThan(0.8);
    assertThat(correlation(alone, teacher)).isGreaterThan(0.4);
    assertThat(correlation(learned, teacher)).isGreaterThan(correlation(alone, teacher) + 0.1);
  }

  @Test
  void mixesTeachers() throws IOException {
    Bag first = new Bag(16, 1);
    Bag second = new Bag(24, 2);
    StaticModel both = distil(RECIPE.withDimensions(40), first, second);
    StaticModel one = distil(RECIPE.withDimensions(16), first);

    assertThat(correlation(both, first)).isGreaterThan(0.6);
    assertThat(correlation(both, second)).isGreaterThan(correlation(one, second) + 0.3);
  }

  @Test
  void givesTheSameBytesHoweverManyThreadsThereAre()
      throws InterruptedException, ExecutionException {
    byte[] expected = distil(RECIPE, new Bag(16, 1)).table().toBytes();
    for (int threads : new int[] {1, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      assertThat(pool.submit(() -> distil(RECIPE, new Bag(16, 1)).table().toBytes()).get())
          .isEqualTo(expected);
      pool.shutdown();
    }
    assertThat(distil(RECIPE.withSeed(2), new Bag(16, 1)).table().toBytes()).isNotEqualTo(expected);
  }

  @Test
  void shortensFrequentTokens() {
    List<String> texts = texts(3000, 1).stream().map(text -> text + " " + word(3)).toList();
    float[][] plain = rows(distil(texts, weighted(1e9, 0)));
    float[][] shortened = rows(distil(texts, weighted(1e-3, 0)));
    List<String> all = texts.stream().flatMap(text -> Stream.of(text.split(" "))).toList();
    double frequency = Collections.frequency(all, word(3)) / (double) all.size();

    // The first two rows are [PAD] and [UNK].
    assertThat(length(shortened[5]) / length(plain[5]))
        .isCloseTo(Math.sqrt(1e-3 / (1e-3 + frequency)), within(1e-3));
    assertThat(length(shortened[0]) / length(plain[0])).isCloseTo(1, within(1e-3));
  }

  /** Which are taken to stand first in the vocabulary. */
  @Test
  void shortensFrequentTokensWithoutTexts() {
    float[][] plain = rows(distil(List.of(), weighted(1e9, 0)));
    float[][] shortened = rows(distil(List.of(), weighted(1e-2, 0)));
    float[][] prior = rows(distil(List.of(), new Recipe(16, 1, 0.02, 12, 1e-2, 1e9, 0)));
    float[][] plainPrior = rows(distil(List.of(), new Recipe(16, 1, 0.02, 12, 1e9, 1e9, 0)));
    double sum = IntStream.rangeClosed(1, plain.length).mapToDouble(rank -> 1.0 / rank).sum();

    for (int row = 0; row < plain.length; row += 7) {
      double frequency = 1 / ((row + 1) * sum);
      assertThat(length(shortened[row]) / length(plain[row]))
          .isCloseTo(Math.sqrt(1e-2 / (1e-2 + frequency)), within(1e-3));
      assertThat(length(prior[row]) / length(plainPrior[row]))
          .as("along other axes, so rounded otherwise")
          .isCloseTo(1e-2 / (1e-2 + frequency), within(0.02));
    }
  }

  @Test
  void takesAwayWhatAllTokensHave() {
    float[][] rows = rows(distil(List.of(), new Recipe(16, 1, 0.02, 12, 1e9, 1e9, 0)));

    for (int d = 0; d < 16; d++) {
      float[] column = column(rows, d);
      double sum = IntStream.range(0, column.length).mapToDouble(row -> column[row]).sum();
      assertThat(sum / column.length).isCloseTo(0, within(1e-3));
    }
  }

  @Test
  void raisesAxesOfLittleVariance() {
    float[][] plain = rows(distil(texts(3000, 1), weighted(1e9, 0)));
    float[][] flattened = rows(distil(texts(3000, 1), weighted(1e9, 1)));
    double[] raised = new double[plain[0].length];
    for (int d = 0; d < raised.length; d++) {
      raised[d] = length(column(flattened, d)) / length(column(plain, d));
    }

    assertThat(raised).isSorted();
    assertThat(raised[0]).isCloseTo(1, within(0.01));
    assertThat(raised[raised.length - 1]).isGreaterThan(1.2);
  }

  /** Else the table would hold what is no number. */
  @ParameterizedTest
  @CsvSource({
    "1e-50, 1, 1",
    "1e300, 1, 1",
    "Infinity, 1, 1",
    "NaN, 1, 1",
    "1, Infinity, 1",
    "1, 1, Infinity"
  })
  void refusesSettingsThatNoTableCanBeLearnedWith(double pull, double prior, double learned) {
    assertThatThrownBy(() -> new Recipe(16, 1, pull, 12, prior, learned, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Recipe weighted(double learnedFrequency, double flattening) {
    return new Recipe(16, 1, 0.02, 12, 1e-4, learnedFrequency, flattening);
  }

  private static StaticModel distil(List<String> texts, Recipe recipe) {
    return new Distiller(List.of(new Bag(16, 1)), PIECES, recipe).distil(texts, quiet());
  }

  /** What the table's file holds. */
  private static float[][] rows(StaticModel model) {
    ByteBuffer file = ByteBuffer.wrap(model.table().toBytes()).order(ByteOrder.LITTLE_ENDIAN);
    float[][] rows = new float[file.getInt(8)][file.getInt(12)];
    file.position(16 + rows.length * Float.BYTES);
    for (int row = 0; row < rows.length; row++) {
      for (int d = 0; d < rows[row].length; d++) {
        rows[row][d] = file.getFloat(16 + row * Float.BYTES) * file.get();
      }
    }
    return rows;
  }

  private static float[] column(float[][] rows, int d) {
    float[] column = new float[rows.length];
    for (int row = 0; row < rows.length; row++) {
      column[row] = rows[row][d];
    }
    return column;
  }

  private static double length(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  @Test
  void leavesOutTokensThatAreNeverUsed() {
    StaticModel model = distil(RECIPE, new Bag(16, 1));

    assertThat(new String(model.vocabulary(), StandardCharsets.UTF_8).lines())
        .hasSize(WORDS + 2)
        .startsWith("[PAD]", "[UNK]", word(0));
    assertThat(model.table().rows()).isEqualTo(WORDS + 2);
  }

  @Test
  void refusesMoreDimensionsThanTheTeachersHave() {
    List<SentenceEncoder> teachers = List.of(new Bag(16, 1));
    Recipe wide = RECIPE.withDimensions(17);

    assertThatThrownBy(() -> new Distiller(teachers, PIECES, wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
  }

  @Test
  void refusesTextsThatAreTooFewOrAllAlike() {
    Distiller distiller = new Distiller(List.of(new Bag(16, 1)), PIECES, RECIPE);
    List<String> alike = IntStream.range(0, 50).mapToObj(i -> word(7)).toList();

    assertThatThrownBy(() -> distiller.distil(texts(15, 1), quiet()))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT))
        .hasMessageContainingAll("15", "16 dimensions");
    assertThatThrownBy(() -> distiller.distil(alike, quiet()))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT))
        .hasMessageContaining("alike to bag");
  }

  /** Twice the same teacher has half as many directions as dimensions. */
  @Test
  void hasFiniteNumbersWhereTeachersDoNotDiffer() throws IOException {
    Bag teacher = new Bag(16, 1);
    StaticModel model = distil(RECIPE.withDimensions(32), teacher, teacher);

    // A scale that is not finite would not be read again.
    assertThat(correlation(model, teacher)).isGreaterThan(0.8);
  }

  @Test
  void passesOnThatATeacherIsClosed() {
    StaticEncoder closed =
        new StaticEncoder(
            ModelFiles.named("instant"), Device.AUTO, Precision.AUTO, ForkJoinPool.commonPool());
    closed.close();
    Distiller distiller = new Distiller(List.of(closed), PIECES, RECIPE);

    assertThatThrownBy(() -> distiller.distil(List.of(), quiet()))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
  }

  @Test
  void saysWhatAModelWasMadeOf() throws IOException {
    distil(RECIPE.withSeed(5), new Bag(16, 1))
        .writeTo(
            folder,
            new StaticModel.Card(
                "small",
                "a \"small\" one",
                "MIT",
                List.of(
                    new StaticModel.Teacher("bag", "0a", "fp32"),
                    new StaticModel.Teacher("box", "0b", "bf16")),
                List.of(new StaticModel.Corpus("news.jsonl", 12, "0c")),
                "headnote distil"));

    JsonNode json = new ObjectMapper().readTree(folder.resolve("model.json").toFile());
    ModelCard card = ModelFiles.in(folder).card();
    assertThat(card.name()).isEqualTo("small");
    assertThat(card.description()).isEqualTo("a \"small\" one");
    assertThat(card.licence()).isEqualTo("MIT");
    assertThat(card.origin()).isEqualTo("distilled from bag and box");
    assertThat(card.dimensions()).isEqualTo(16);
    assertThat(json.at("/teachers/1").toString())
        .isEqualTo("{\"name\":\"box\",\"sha256\":\"0b\",\"precision\":\"bf16\"}");
    assertThat(json.at("/corpora/0").toString())
        .isEqualTo("{\"file\":\"news.jsonl\",\"rows\":12,\"sha256\":\"0c\"}");
    assertThat(json.path("texts").asInt()).isEqualTo(3000);
    assertThat(json.at("/recipe/seed").asInt()).isEqualTo(5);
    assertThat(json.at("/recipe/pull").asDouble()).isEqualTo(RECIPE.pull());
    assertThat(json.path("command").asText()).isEqualTo("headnote distil");
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,.02,12,1e-4,1e-3,0",
    "1,1,0,12,1e-4,1e-3,0",
    "1,1,NaN,12,1e-4,1e-3,0",
    "1,1,.02,0,1e-4,1e-3,0",
    "1,1,.02,12,0,1e-3,0",
    "1,1,.02,12,1e-4,-1,0",
    "1,1,.02,12,1e-4,1e-3,-.1",
    "1,1,.02,12,1e-4,1e-3,1.1"
  })
  void refusesSettingsOutOfRange(
      int dimensions,
      long seed,
      double pull,
      int steps,
      double priorFrequency,
      double learnedFrequency,
      double flattening) {
    assertThatThrownBy(
            () ->
                new Recipe(
                    dimensions, seed, pull, steps, priorFrequency, learnedFrequency, flattening))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static StaticModel distil(Recipe recipe, SentenceEncoder... teachers) {
    return new Distiller(List.of(teachers), PIECES, recipe).distil(texts(3000, 1), quiet());
  }

  private static Progress quiet() {
    return (stage, done, total) -> assertThat(done).isBetween(1L, total);
  }

  private static String word(int number) {
    return "w" + Integer.toString(number, 26).replaceAll("[0-9]", "x$0");
  }

  @Test
  void saysThatAFolderCanNotBeWritten() throws IOException {
    StaticModel model = distil(RECIPE, new Bag(16, 1));
    StaticModel.Card card = new StaticModel.Card("m", "", "", List.of(), List.of(), "");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> model.writeTo(file, card))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT))
        .hasMessageContaining(file + ": cannot be written");
  }

  private static List<String> texts(int count, long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(
          IntStream.range(0, 3 + random.nextInt(8))
              .mapToObj(j -> VOCABULARY.get(random.nextInt(WORDS)))
              .collect(Collectors.joining(" ")));
    }
    return texts;
  }

  /** How far the cosines of pairs of new texts agree, each about its mean. */
  private double correlation(StaticModel model, SentenceEncoder teacher) throws IOException {
    model.writeTo(folder, new StaticModel.Card("m", "", "", List.of(), List.of(), ""));
    List<String> texts = texts(400, 99);
    float[][] expected = teacher.encode(texts);
    float[][] actual =
        ModelFiles.in(folder)
            .load(Device.CPU, Precision.AUTO, ForkJoinPool.commonPool())
            .encode(texts);
    int pairs = texts.size() / 2;
    double[] a = new double[pairs];
    double[] b = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      a[i] = dot(expected[2 * i], expected[2 * i + 1]);
      b[i] = dot(actual[2 * i], actual[2 * i + 1]);
    }
    return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    return IntStream.range(0, a.length)
        .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
        .average()
        .orElseThrow();
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(d -> (double) a[d] * b[d]).sum();
  }

  /** Sums up fixed vectors of words, some of which count far more than others, at length 1. */
  private record Bag(int dimensions, int kind) implements SentenceEncoder {

    @Override
    public String model() {
      return "bag";
    }

    @Override
    public Precision precision() {
      return Precision.FP32;
    }

    @Override
    public float[][] encode(List<String> texts) {
      return texts.stream().map(this::encode).toArray(float[][]::new);
    }

    private float[] encode(String text) {
      float[] vector = new float[dimensions];
      for (String word : text.toLowerCase(Locale.ROOT).split(" ")) {
        Random random = new Random(31L * word.hashCode() + kind);
        double weight = Math.exp(random.nextGaussian());
        for (int d = 0; d < dimensions; d++) {
          vector[d] += (float) (weight * random.nextGaussian());
        }
      }
      double length = Math.sqrt(dot(vector, vector));
      for (int d = 0; d < dimensions; d++) {
        vector[d] /= (float) length;
      }
      return vector;
    }

    @Override
    public void close() {}
  }
}
