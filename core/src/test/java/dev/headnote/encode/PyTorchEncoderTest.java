package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.Device;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import dev.headnote.encode.Windows.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoder with a real model: its two code paths, long texts, closing and damaged files. */
@Tag("model")
class PyTorchEncoderTest {

  private static final String MODEL = "minilm-l6";

  private static final List<String> TEXTS =
      List.of(
          "",
          "Rain.",
          "The council approved the new budget on Monday.",
          "Shares of the bank fell by 4.5 percent after it reported a loss for the quarter.",
          "\u4eca\u65e5\u306f\u6674\u308c\u3002 \ud83d\ude42 na\u00efve caf\u00e9",
          "One two three four five six seven eight nine ten. ".repeat(20));

  /** More tokens than a window holds, and of different kinds at its two ends. */
  private static final String LONG =
      "The striker scored twice and the home team won the cup final. ".repeat(40)
          + "Shares of the bank fell after it reported a loss. ".repeat(40);

  private static ForkJoinPool pool;
  private static ModelFiles files;
  private static PyTorchEncoder encoder;

  @BeforeAll
  static void load() {
    pool = new ForkJoinPool(2);
    files = ModelFiles.named(MODEL);
    encoder = new PyTorchEncoder(files, Device.CPU, Precision.FP32, pool);
  }

  @AfterAll
  static void close() {
    encoder.close();
    pool.shutdown();
  }

  /** Devices without the fused operators must not give other results. */
  @Test
  void givesTheSameInPlainOperatorsAsInFusedOnes() throws IOException {
    byte[] archive = files.weights();
    byte[] plainArchive = PlainArchive.of(archive);
    assertThat(plainArchive).isNotEqualTo(archive);
    try (Windows windows = windows(files.card().maxTokens());
        TorchScriptModule fused =
            TorchScriptModule.load(archive, MODEL, Device.CPU, Precision.FP32, List::of);
        TorchScriptModule plain =
            TorchScriptModule.load(plainArchive, MODEL, Device.CPU, Precision.FP32, List::of)) {
      List<Window> sorted =
          windows.of(TEXTS).stream()
              .sorted(Comparator.comparingInt(window -> window.ids().length))
              .toList();
      long[] ids = sorted.stream().flatMapToLong(w -> LongStream.of(w.ids())).toArray();
      long[] lengths = sorted.stream().mapToLong(window -> window.ids().length).toArray();

      float[] expected = fused.forward(new Pack(ids, lengths));
      assertThat(expected).hasSize(sorted.size() * files.card().dimensions());
      assertThat(expected[0]).isNotZero();
      assertThat(plain.forward(new Pack(ids, lengths))).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void givesAVectorOfLengthOneForEachTextInOrder() {
    float[][] vectors = encoder.encode(TEXTS);

    assertThat(vectors).hasDimensions(TEXTS.size(), encoder.dimensions());
    for (int i = 0; i < vectors.length; i++) {
      assertThat(dot(vectors[i], vectors[i])).isCloseTo(1, within(1e-5));
      assertThat(encoder.encode(List.of(TEXTS.get(i)))[0])
          .containsExactly(vectors[i], within(1e-5f));
    }
    assertThat(encoder.encode(List.of())).isEmpty();
  }

  @Test
  void cutsALongTextIntoWindowsThatHoldEachTokenOnce() {
    int most = files.card().maxTokens();
    try (Windows cut = windows(most);
        Windows uncut = windows(100_000)) {
      List<Window> windows = cut.of(List.of("Rain.", LONG));
      List<Window> ofLong = windows.subList(1, windows.size());
      long[] whole = uncut.of(List.of(LONG)).get(0).ids();

      assertThat(windows.get(0).text()).isZero();
      assertThat(ofLong).extracting(Window::text).containsOnly(1);
      assertThat(ofLong).hasSize((whole.length - 2 + most - 3) / (most - 2));
      long[] tokens = ofLong.stream().flatMapToLong(w -> inner(w.ids())).toArray();
      assertThat(tokens).isEqualTo(inner(whole).toArray());
      for (Window window : ofLong) {
        assertThat(window.ids().length).isBetween(ofLong.get(0).ids().length - 1, most);
        assertThat(window.ids()).startsWith(whole[0]).endsWith(whole[whole.length - 1]);
      }
    }
  }

  @Test
  void averagesTheWindowsOfALongTextByTheirLength() {
    double[] expected = new double[encoder.dimensions()];
    try (Windows windows = windows(files.card().maxTokens());
        TorchScriptModule module =
            TorchScriptModule.load(files.weights(), MODEL, Device.CPU, Precision.FP32, List::of)) {
      for (Window window : windows.of(List.of(LONG))) {
        float[] vector = module.forward(Pack.of(List.of(window.ids())));
        for (int d = 0; d < expected.length; d++) {
          expected[d] += (double) window.ids().length * vector[d];
        }
      }
    }
    double length = Math.sqrt(Arrays.stream(expected).map(value -> value * value).sum());
    double cosine = 0;
    float[] actual = encoder.encode(List.of(LONG))[0];
    for (int d = 0; d < expected.length; d++) {
      cosine += actual[d] * expected[d] / length;
    }

    assertThat(cosine).isCloseTo(1, within(1e-5));
    assertThat(dot(actual, actual)).isCloseTo(1, within(1e-5));
  }

  @Test
  void refusesToEncodeAfterClosing() {
    PyTorchEncoder closed = new PyTorchEncoder(files, Device.CPU, Precision.FP32, pool);
    assertThat(closed.encode(List.of("Rain."))).hasNumberOfRows(1);
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.encode(List.of("Rain.")))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    assertThat(encoder.encode(List.of("Rain."))).as("another encoder").hasNumberOfRows(1);
  }

  @Test
  void loadsAModelFromAFolderUntilAByteOfItChanges(@TempDir Path folder) throws IOException {
    for (String file : List.of("model.json", "tokenizer.json", "model.pt")) {
      String resource = "/dev/headnote/models/" + MODEL + "/" + file;
      try (InputStream in = Headnote.class.getResourceAsStream(resource)) {
        Files.copy(Objects.requireNonNull(in, resource), folder.resolve(file));
      }
    }
    try (Headnote headnote = Headnote.builder().model(folder).workers(1).build()) {
      assertThat(headnote.model()).isEqualTo(MODEL);
    }

    for (String file : List.of("tokenizer.json", "model.pt")) {
      byte[] right = Files.readAllBytes(folder.resolve(file));
      byte[] wrong = right.clone();
      wrong[wrong.length / 2] ^= 1;
      Files.write(folder.resolve(file), wrong);

      assertThatThrownBy(() -> Headnote.builder().model(folder).workers(1).build())
          .isInstanceOfSatisfying(
              HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
          .hasMessageContainingAll(folder.toString(), file, "SHA-256");
      Files.write(folder.resolve(file), right);
    }
  }

  private static Windows windows(int maxTokens) {
    return new Windows(files.tokenizer(), files.card().prefix(), maxTokens);
  }

  private static LongStream inner(long[] ids) {
    return Arrays.stream(ids, 1, ids.length - 1);
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(d -> (double) a[d] * b[d]).sum();
  }
}
