package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.headnote.Device;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The GPU's lane, run on the CPU: the plain module with padded attention, and packs that calls
 * share. And what a machine without a GPU says. Figures seen are printed.
 */
@Tag("model")
@Timeout(300)
class GpuLaneTest {

  private static final String MODEL = "minilm-l6";
  private static final int CALLS = 30;

  /** Half precision is slow on most CPUs. */
  private static final int TEXTS_IN_HALF_PRECISION = 6;

  /** Of 2 to about 200 tokens, the last of several windows. */
  private static final List<String> TEXTS = texts();

  private static ForkJoinPool pool;
  private static float[][] expected;

  private static List<String> texts() {
    String words =
        "The council approved a budget on Monday after shares of the bank fell by four percent and"
            + " the striker, who scored twice, left the field early in heavy rain. ";
    List<String> texts = new ArrayList<>(List.of("", "Rain."));
    for (int i = 0; i < 20; i++) {
      texts.add(words.substring(i) + words.repeat(i % 5).substring(i % 5 * i));
    }
    texts.add(words.repeat(10));
    return List.copyOf(texts);
  }

  @BeforeAll
  static void encodeOnTheCpu() {
    pool = new ForkJoinPool(2);
    expected = onTheCpu(MODEL);
  }

  @AfterAll
  static void close() {
    pool.shutdown();
  }

  private static float[][] onTheCpu(String model) {
    try (PyTorchEncoder encoder =
        new PyTorchEncoder(ModelFiles.named(model), Device.CPU, Precision.FP32, pool)) {
      return encoder.encode(TEXTS);
    }
  }

  /** An encoder that believes to be on a GPU. */
  private static PyTorchEncoder gpuLane(String model, Precision precision) throws IOException {
    ModelFiles files = ModelFiles.named(model);
    TorchScriptModule module =
        TorchScriptModule.load(
            PlainArchive.of(files.weights()), model, Device.CPU, precision, List::of);
    return new PyTorchEncoder(
        files, tokenizer -> new LoadedModule(module, Device.CUDA, precision), pool);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minilm-l6", "e5-small", "bge-small"})
  void givesTheSameAsTheCpusLane(String model) throws IOException {
    float[][] reference = model.equals(MODEL) ? expected : onTheCpu(model);
    try (PyTorchEncoder encoder = gpuLane(model, Precision.FP32)) {
      float[][] vectors = encoder.encode(TEXTS);
      assertThat(vectors).hasNumberOfRows(TEXTS.size());
      System.out.printf(
          Locale.ROOT, "%s fp32, largest difference %.2g%n", model, worst(vectors, reference));
      for (int i = 0; i < vectors.length; i++) {
        assertThat(vectors[i]).containsExactly(reference[i], within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FP16", "BF16"})
  void staysNearItInHalfPrecision(Precision half) throws IOException {
    try (PyTorchEncoder encoder = gpuLane(MODEL, half)) {
      List<String> some = TEXTS.subList(0, TEXTS_IN_HALF_PRECISION);
      double least = leastCosine(encoder.encode(some), expected);
      System.out.printf(Locale.ROOT, "%s %s, least cosine %.7f%n", MODEL, half, least);
      assertThat(least).isGreaterThan(half == Precision.FP16 ? 0.9999 : 0.999);
    }
  }

  /** Calls of different callers share packs; each gets its own vectors. */
  @Test
  void severalCallersShareTheDevice() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try (PyTorchEncoder encoder = gpuLane(MODEL, Precision.FP32)) {
      List<Future<float[][]>> calls = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        int from = call % TEXTS.size();
        List<String> some = TEXTS.subList(from, Math.min(from + 3, TEXTS.size()));
        calls.add(callers.submit(() -> encoder.encode(some)));
      }
      for (int call = 0; call < CALLS; call++) {
        float[][] vectors = calls.get(call).get();
        for (int i = 0; i < vectors.length; i++) {
          assertThat(vectors[i]).containsExactly(expected[call % TEXTS.size() + i], within(1e-5f));
        }
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void refusesToEncodeAfterClosing() throws IOException {
    PyTorchEncoder encoder = gpuLane(MODEL, Precision.FP32);
    assertThat(encoder.encode(List.of("Rain."))).hasNumberOfRows(1);
    encoder.close();
    encoder.close();

    assertThatThrownBy(() -> encoder.encode(List.of("Rain.")))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
  }

  /** What the module is asked that it can't do reaches the caller, as PyTorch's first line. */
  @Test
  void aFailureOfTheModuleReachesTheCaller() throws IOException {
    ModelFiles files = ModelFiles.named(MODEL);
    try (TorchScriptModule module =
            TorchScriptModule.load(
                PlainArchive.of(files.weights()), MODEL, Device.CPU, Precision.FP32, List::of);
        PackQueue queue = PackQueue.onGpu(module::launchPadded, files.card().dimensions(), 1000)) {
      Windows.Window unknownToken = new Windows.Window(0, new long[] {101, 999_999, 102});
      assertThatThrownBy(() -> queue.encode(List.of(unknownToken), Deadline.none()))
          .isInstanceOf(HeadnoteException.class)
          .hasMessageContaining("PyTorch failed");
      Windows.Window known = new Windows.Window(0, new long[] {101, 102});
      assertThat(queue.encode(List.of(known), Deadline.none())).hasSize(files.card().dimensions());
    }
  }

  @Test
  void autoTakesTheCpuWithoutAGpuAndCudaSaysWhy() {
    assumeFalse(PyTorch.seesGpu(), "PyTorch sees a GPU");
    try (Headnote headnote = Headnote.builder().model(MODEL).workers(1).build()) {
      assertThat(headnote.device()).isEqualTo(Device.CPU);
      assertThat(headnote.precision()).isIn(Precision.BF16, Precision.FP32);
    }
    assertUnavailable(Device.CUDA, Precision.AUTO, "device CUDA: PyTorch can use no GPU");
    assertUnavailable(Device.AUTO, Precision.FP16, "precision FP16: only a GPU has it");
  }

  @Test
  void refusesAPrecisionThatTheDeviceDoesNotHave() {
    assertUnavailable(Device.CPU, Precision.FP16, "precision FP16: only a GPU has it");
    assertUnavailable(Device.CUDA, Precision.INT8, "precision INT8: a GPU does not have it");
  }

  private static void assertUnavailable(Device device, Precision precision, String start) {
    assertThatThrownBy(
            () -> Headnote.builder().model(MODEL).device(device).precision(precision).build())
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.ENGINE_UNAVAILABLE))
        .satisfies(e -> assertThat(e.getMessage()).startsWith(start).doesNotContain("\n"));
  }

  private static double worst(float[][] a, float[][] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      for (int d = 0; d < a[i].length; d++) {
        worst = Math.max(worst, Math.abs(a[i][d] - b[i][d]));
      }
    }
    return worst;
  }

  private static double leastCosine(float[][] a, float[][] b) {
    double least = 1;
    for (int i = 0; i < a.length; i++) {
      double dot = 0;
      for (int d = 0; d < a[i].length; d++) {
        dot += (double) a[i][d] * b[i][d];
      }
      least = Math.min(least, dot);
    }
    return least;
  }
}
