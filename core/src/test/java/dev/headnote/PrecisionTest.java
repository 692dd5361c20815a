package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headnote.encode.ModelFiles;
import dev.headnote.encode.PyTorchEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fewer bits do to the vectors of a thousand texts. The figures seen are printed. */
@Tag("model")
class PrecisionTest {

  private static final int TEXTS = 1000;

  /** Where bf16 is slow. */
  private static final int FEW = 50;

  private static final ForkJoinPool POOL = new ForkJoinPool(2);
  private static List<String> texts;

  /** The sentences of the seeds, their halves, and neighbours in one. */
  @BeforeAll
  static void takeTexts() {
    List<String> sentences = new ArrayList<>();
    for (Article seed : SeedFiles.articles()) {
      seed.sentences().forEach(sentence -> sentences.add(sentence.text()));
    }
    List<String> all = new ArrayList<>(sentences);
    for (int i = 1; i < sentences.size(); i++) {
      String text = sentences.get(i);
      all.add(text.substring(text.indexOf(' ', text.length() / 2) + 1));
      all.add(sentences.get(i - 1) + " " + text);
    }
    texts = all.stream().distinct().limit(TEXTS).toList();
    assertThat(texts).hasSize(TEXTS);
  }

  @AfterAll
  static void shutDown() {
    POOL.shutdown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"minilm-l6", "e5-small"})
  void staysNearFp32(String model) {
    float[][] exact = vectors(model, Precision.FP32, texts);
    assertThat(meanCosine(model, Precision.BF16, exact)).isGreaterThanOrEqualTo(0.9999);
    assertThat(meanCosine(model, Precision.INT8, exact)).isGreaterThanOrEqualTo(0.99);
  }

  private static double meanCosine(String model, Precision precision, float[][] exact) {
    int count = precision == Precision.BF16 && !hasBfloat16() ? FEW : exact.length;
    float[][] rounded = vectors(model, precision, texts.subList(0, count));
    double sum = 0;
    double least = 1;
    for (int i = 0; i < count; i++) {
      double cosine = 0;
      for (int d = 0; d < exact[i].length; d++) {
        cosine += (double) exact[i][d] * rounded[i][d];
      }
      sum += cosine;
      least = Math.min(least, cosine);
    }
    System.out.printf(
        Locale.ROOT,
        "%s %s: mean cosine to fp32 %.5f, least %.5f%n",
        model,
        precision,
        sum / count,
        least);
    return sum / count;
  }

  private static float[][] vectors(String model, Precision precision, List<String> some) {
    try (PyTorchEncoder encoder = encoder(model, precision)) {
      return encoder.encode(some);
    }
  }

  /** Whether AUTO takes bf16 here; it is many times slower than fp32 elsewhere. */
  private static boolean hasBfloat16() {
    try (PyTorchEncoder encoder = encoder("minilm-l6", Precision.AUTO)) {
      return encoder.precision() == Precision.BF16;
    }
  }

  private static PyTorchEncoder encoder(String model, Precision precision) {
    return new PyTorchEncoder(ModelFiles.named(model), Device.CPU, precision, POOL);
  }

  /** What lets sentences be remembered, and articles share packs. */
  @ParameterizedTest
  @CsvSource({"minilm-l6, FP32", "minilm-l6, BF16", "minilm-l6, INT8", "bge-small, BF16"})
  void aVectorDoesNotDependOnItsPack(String model, Precision precision) {
    List<String> some = texts.subList(0, 120);
    try (PyTorchEncoder encoder = encoder(model, precision)) {
      assumeTrue(encoder.isBatchIndependent(), "promised with AVX512 only");
      float[][] together = encoder.encode(some);
      for (int i = 0; i < some.size(); i++) {
        assertThat(encoder.encode(some.subList(i, i + 1))[0]).isEqualTo(together[i]);
      }
    }
  }
}
