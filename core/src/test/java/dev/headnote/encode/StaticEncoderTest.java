package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Precision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text's vector is the sum of its tokens' rows at length 1, and depends on the text alone. */
class StaticEncoderTest {

  private static final WordPieceTokenizer PIECES =
      new WordPieceTokenizer(
          "[UNK]\ncat\ndog\n##s\n".getBytes(StandardCharsets.UTF_8),
          WordPieceTokenizer.Settings.UNCASED);
  private static final StaticTable TABLE =
      StaticTable.of(new float[][] {{0, 0, 127}, {127, 0, 0}, {0, 127, 0}, {-127, 0, 0}});

  private final StaticEncoder encoder = new StaticEncoder("tiny", PIECES, TABLE);

  private float[] encode(String text) {
    return encoder.encode(List.of(text))[0];
  }

  @Test
  void addsUpRowsAtLengthOne() {
    float half = (float) Math.sqrt(0.5);

    assertThat(encode("Cat dog")).containsExactly(new float[] {half, half, 0}, within(1e-6f));
    assertThat(encode("dog dog dog")).containsExactly(0, 1, 0);
  }

  @Test
  void givesEveryTextADirection() {
    assertThat(encode("")).as("no token: the unknown one's").containsExactly(0, 0, 1);
    assertThat(encode("elephant")).containsExactly(0, 0, 1);
    assertThat(encode("cats")).as("rows that cancel out").containsExactly(1, 0, 0);
  }

  /** And is that of the plainest loop over floats, but for 16 bits of a row's scale. */
  @Test
  void dependsOnTheTextAloneToTheLastBit() {
    Random random = new Random(2);
    List<String> words =
        IntStream.range(0, 300).mapToObj(i -> "w" + Integer.toString(i, 36)).toList();
    WordPieceTokenizer pieces =
        new WordPieceTokenizer(
            ("[UNK]\n" + String.join("\n", words) + "\n").getBytes(StandardCharsets.UTF_8),
            WordPieceTokenizer.Settings.UNCASED);
    float[][] rows = new float[words.size() + 1][37];
    for (float[] row : rows) {
      for (int d = 0; d < row.length; d++) {
        row[d] = (float) random.nextGaussian();
      }
    }
    StaticTable table = StaticTable.of(rows);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add(
          random
              .ints(random.nextInt(i % 20 == 0 ? 2000 : 60), 0, words.size())
              .mapToObj(words::get)
              .collect(Collectors.joining(" ")));
    }

    try (StaticEncoder large = new StaticEncoder("large", pieces, table)) {
      float[][] together = large.encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(large.encode(List.of(texts.get(i)))[0]).containsExactly(together[i]);
        assertThat(together[i]).containsExactly(plain(pieces, table, texts.get(i)), within(3e-5f));
      }
      List<float[]> parallel =
          texts.parallelStream().map(t -> large.encode(List.of(t))[0]).toList();
      assertThat(parallel.toArray(float[][]::new)).isDeepEqualTo(together);
    }
  }

  private static float[] plain(WordPieceTokenizer pieces, StaticTable table, String text) {
    float[] sum = new float[table.dimensions()];
    int[] ids = pieces.encode(text);
    for (int id : ids.length == 0 ? new int[] {0} : ids) {
      float[] row = table.row(id);
      for (int d = 0; d < sum.length; d++) {
        sum[d] += row[d];
      }
    }
    double squares = 0;
    for (float value : sum) {
      squares += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int d = 0; d < sum.length; d++) {
      sum[d] *= scale;
    }
    return sum;
  }

  @Test
  void takesALongTextAsOne() {
    String text = String.join(" ", Collections.nCopies(100_000, "cat dog dog"));
    float[] vector = encode(text);

    assertThat(vector[1] / vector[0]).isCloseTo(2, within(1e-6f));
  }

  @Test
  void saysWhatItIs() {
    assertThat(encoder.model()).isEqualTo("tiny");
    assertThat(encoder.dimensions()).isEqualTo(3);
    assertThat(encoder.precision()).isEqualTo(Precision.INT8);
    assertThat(encoder.device()).isEqualTo(Device.CPU);
    assertThat(encoder.isBatchIndependent()).isTrue();
  }

  @Test
  void refusesToEncodeOnceClosed() {
    encoder.close();

    assertFails(() -> encoder.encode(List.of("cat")), Code.CLOSED, "closed");
  }

  @Test
  void refusesATableOfAnotherVocabulary() {
    StaticTable small = StaticTable.of(new float[][] {{1}, {2}, {3}});

    assertFails(() -> new StaticEncoder("tiny", PIECES, small), Code.MODEL_DAMAGED, "4", "3");
  }

  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16", "FP16"})
  void refusesPrecisionsThatATableHasNot(Precision precision) {
    ModelFiles files = ModelFiles.named("instant");

    assertFails(
        () -> new StaticEncoder(files, Device.AUTO, precision, ForkJoinPool.commonPool()).close(),
        Code.ENGINE_UNAVAILABLE,
        "leave out the precision " + precision.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void refusesAGpu() {
    ModelFiles files = ModelFiles.named("instant");

    assertFails(
        () ->
            new StaticEncoder(files, Device.CUDA, Precision.AUTO, ForkJoinPool.commonPool())
                .close(),
        Code.ENGINE_UNAVAILABLE,
        "leave out the device cuda");
  }

  private static void assertFails(ThrowingCallable call, Code code, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContainingAll(words);
  }
}
