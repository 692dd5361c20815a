package dev.headnote.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors of converted archives against those of ONNX Runtime in fp32, over 200 texts and the
 * three models, each on one core. Figures seen are printed.
 */
@Tag("model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class EncoderComparisonTest {
  private static final int MAX_TOKENS = 256;

  /** A model's files, its texts as token ids and their reference vectors. */
  private record Subject(
      String name, Path fp32, Path fp16, List<long[]> sequences, float[][] reference) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Not JUnit's, whose threads would begin tests while they wait. */
  private static final ForkJoinPool POOL = new ForkJoinPool(2);

  @TempDir static Path folder;
  private List<Subject> subjects = List.of();

  @BeforeAll
  void convertModels() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(system.equals("Linux amd64"), "PyTorch's native library here is for Linux x86_64");
    // The longest ones first.
    subjects =
        Stream.<Callable<Subject>>of(
                () -> subject("e5-small-v2", Pooling.MEAN, "query: "),
                () -> subject("bge-small-en-v1.5", Pooling.FIRST, ""),
                () -> subject("all-minilm-l6-v2", Pooling.MEAN, ""))
            .map(POOL::submit)
            .toList()
            .stream()
            .map(ForkJoinTask::join)
            .toList();
  }

  @AfterAll
  void forget() {
    subjects = List.of();
    POOL.shutdown();
  }

  Stream<Subject> subjects() {
    return subjects.stream();
  }

  private Subject subject(String name, Pooling pooling, String prefix) throws Exception {
    Path fp32 = folder.resolve(name + "-fp32");
    Path fp16 = folder.resolve(name + "-fp16");
    Conversion conversion =
        Conversion.of("classpath:" + name + ".onnx", "classpath:" + name + "-tokenizer.json", name)
            .pooling(pooling)
            .prefix(prefix);
    conversion.storage(Storage.FP32).writeTo(fp32);
    conversion.storage(Storage.FP16).writeTo(fp16);
    List<long[]> sequences = new ArrayList<>();
    Map<String, String> options =
        Map.of("truncation", "true", "maxLength", "" + MAX_TOKENS, "padding", "false");
    try (HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(fp16.resolve("tokenizer.json"), options)) {
      for (String text : Texts.all()) {
        sequences.add(tokenizer.encode(prefix + text).getIds());
      }
    }
    assertThat(sequences).hasSize(200).anyMatch(ids -> ids.length == MAX_TOKENS);
    try (InputStream onnx = getClass().getClassLoader().getResourceAsStream(name + ".onnx");
        OnnxEncoder reference = new OnnxEncoder(onnx.readAllBytes(), pooling)) {
      return new Subject(
          name,
          fp32.resolve("model.pt"),
          fp16.resolve("model.pt"),
          sequences,
          reference.encodeAll(sequences));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void fp32IsExact(Subject subject) {
    try (TorchEncoder encoder = new TorchEncoder(subject.fp32(), TorchEncoder.FP32)) {
      float[][] vectors = encoder.encodeAll(subject.sequences(), 64);
      assertThat(difference(subject, "fp32 storage, fp32", vectors)).isLessThanOrEqualTo(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void fp16StorageIsNearlyExact(Subject subject) {
    try (TorchEncoder encoder = new TorchEncoder(subject.fp16(), TorchEncoder.FP32)) {
      float[][] vectors = encoder.encodeAll(subject.sequences(), 64);
      assertThat(difference(subject, "fp16 storage, fp32", vectors)).isLessThanOrEqualTo(1e-3);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void bf16(Subject subject) {
    assumeTrue(TorchEncoder.multipliesBfloat16(), "this CPU has no bf16");
    try (TorchEncoder encoder = new TorchEncoder(subject.fp16(), TorchEncoder.BF16)) {
      float[][] vectors = encoder.encodeAll(subject.sequences(), 64);
      assertThat(cosine(subject, "fp16 storage, bf16", vectors)).isGreaterThanOrEqualTo(0.9999);
    }
  }

  /** From fp16 storage; int8 has seen a tenth of the texts. */
  private static TorchEncoder encoder(Subject subject, int precision) {
    return precision == TorchEncoder.INT8
        ? TorchEncoder.int8(subject.fp16(), subject.sequences().subList(0, 20))
        : new TorchEncoder(subject.fp16(), precision);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void int8(Subject subject) {
    try (TorchEncoder encoder = encoder(subject, TorchEncoder.INT8)) {
      float[][] vectors = encoder.encodeAll(subject.sequences(), 64);
      assertThat(cosine(subject, "fp16 storage, int8", vectors)).isGreaterThanOrEqualTo(0.99);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void thePlainPathGivesTheSame(Subject subject) throws Exception {
    Path plain = plain(subject.fp32());
    try (TorchEncoder encoder = new TorchEncoder(plain, TorchEncoder.FP32)) {
      float[][] vectors = encoder.encodeAll(subject.sequences(), 64);
      assertThat(difference(subject, "plain, fp32 storage, fp32", vectors))
          .isLessThanOrEqualTo(1e-5);
    }
    // Both are slow on CPUs.
    try (TorchEncoder encoder = new TorchEncoder(plain, TorchEncoder.BF16)) {
      float[][] vectors = encoder.encodeAll(subject.sequences().subList(0, 40), 64);
      assertThat(cosine(subject, "plain, fp32 storage, bf16", vectors))
          .isGreaterThanOrEqualTo(0.9998);
    }
    try (TorchEncoder encoder = new TorchEncoder(plain, TorchEncoder.FP16)) {
      float[][] vectors = encoder.encodeAll(subject.sequences().subList(0, 10), 64);
      assertThat(cosine(subject, "plain, fp32 storage, fp16", vectors))
          .isGreaterThanOrEqualTo(0.9999);
    }
    assertThatThrownBy(() -> new TorchEncoder(plain, TorchEncoder.INT8))
        .hasMessageContaining("int8 needs an x86 build");
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aTextsVectorDoesNotDependOnItsNeighbours(Subject subject) {
    List<long[]> some = subject.sequences().subList(0, 60);
    for (int precision : new int[] {TorchEncoder.FP32, TorchEncoder.BF16, TorchEncoder.INT8}) {
      if (precision == TorchEncoder.BF16 && !TorchEncoder.multipliesBfloat16()) {
        continue;
      }
      try (TorchEncoder encoder = encoder(subject, precision)) {
        float[][] alone = encoder.encodeAll(some, 1);
        double worst = maxDifference(alone, encoder.encodeAll(some, 60));
        print(subject, "precision " + precision + ", alone against in a batch", worst);
        // Exactly equal with AVX512; another CPU's kernels may sum in another order.
        assertThat(worst).isLessThanOrEqualTo(precision == TorchEncoder.BF16 ? 1e-2 : 1e-5);
      }
    }
  }

  @Test
  void misuseIsRefusedWithAReason() {
    Path archive = subjects.get(2).fp16();
    assertThatThrownBy(() -> new TorchEncoder(archive, 3)).hasMessageContaining("precision must");
    try (TorchEncoder encoder = new TorchEncoder(archive, TorchEncoder.FP32)) {
      assertThat(encoder.encode(new long[0])).isEmpty();
      assertThatThrownBy(() -> encoder.encode(new long[] {101})).hasMessageContaining("lengths");
      assertThatThrownBy(() -> encoder.encode(new long[] {101, 102}, 3))
          .hasMessageContaining("lengths");
      assertThatThrownBy(() -> encoder.encode(new long[] {101, 102, 102}, 2))
          .hasMessageContaining("lengths");
      assertThatThrownBy(() -> encoder.encode(new long[513], 513))
          .hasMessageContaining("more than the model has positions");
      assertThatThrownBy(() -> encoder.encode(new long[] {101}, 1, 0))
          .hasMessageContaining("no tokens");
      assertThatThrownBy(() -> encoder.encode(new long[] {30522}, 1)).hasMessageContaining("index");
    }
  }

  /** The archive with its plain source as its code, stored. */
  private Path plain(Path archive) throws Exception {
    Path file = archive.resolveSibling("plain.pt");
    try (ZipFile zip = new ZipFile(archive.toFile());
        OutputStream out = Files.newOutputStream(file);
        AlignedZipWriter copy = new AlignedZipWriter(out)) {
      for (ZipEntry entry : zip.stream().toList()) {
        ZipEntry from =
            entry.getName().equals("model/code/__torch__.py")
                ? zip.getEntry("model/extra/plain.py")
                : entry;
        copy.add(entry.getName(), zip.getInputStream(from).readAllBytes());
      }
    }
    return file;
  }

  private static double difference(Subject subject, String what, float[][] vectors) {
    double worst = maxDifference(vectors, subject.reference());
    print(subject, what + ", largest difference", worst);
    return worst;
  }

  private static double maxDifference(float[][] a, float[][] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        // Written so that a NaN fails.
        worst = Math.abs(a[i][j] - b[i][j]) <= worst ? worst : Math.abs(a[i][j] - b[i][j]);
      }
    }
    return worst;
  }

  private static double cosine(Subject subject, String what, float[][] vectors) {
    double sum = 0;
    double least = 1;
    for (int i = 0; i < vectors.length; i++) {
      double dot = 0;
      for (int j = 0; j < vectors[i].length; j++) {
        dot += vectors[i][j] * subject.reference()[i][j];
      }
      sum += dot;
      least = Math.min(least, dot);
    }
    print(subject, what + ", least cosine", least);
    print(subject, what + ", mean cosine", sum / vectors.length);
    return sum / vectors.length;
  }

  private static void print(Subject subject, String what, double figure) {
    String text = figure > 0.5 ? "%s: %s %.6f%n" : "%s: %s %.2g%n";
    System.out.printf(Locale.ROOT, text, subject.name(), what, figure);
  }
}
