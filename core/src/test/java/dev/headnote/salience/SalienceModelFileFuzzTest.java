package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.headnote.HeadnoteException;
import dev.headnote.TimeLimit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file is a salience model, which is then written as it was read, or named as none, within two
 * seconds. As a test, over a few inputs; docs/fuzzing.md says how to search for more.
 */
class SalienceModelFileFuzzTest {

  static Stream<byte[]> files() {
    WordCounts counts = WordCounts.of(Map.of("sea", new WordCounts.Count(3, 1)), 9, 0.2);
    byte[] small =
        SalienceModelFile.toBytes(
            new SalienceModel(
                "by hand",
                counts,
                new Network(OrderFeatures.SIZE, 1),
                new Network(WordFeatures.SIZE, 1),
                new Network(PairFeatures.SIZE, 1),
                new Network(SentenceFeatures.SIZE, 1)));
    return Stream.of(
        small, Arrays.copyOf(small, 60), "HNSALIEN".getBytes(StandardCharsets.US_ASCII));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void file(byte[] bytes) {
    TimeLimit.check(() -> read(bytes));
    TimeLimit.check(() -> read(checked(bytes)));
  }

  private static void read(byte[] bytes) {
    SalienceModel model;
    try {
      model = SalienceModelFile.read(bytes, "model");
    } catch (HeadnoteException e) {
      assertThat(e.code()).isEqualTo(HeadnoteException.Code.MODEL_DAMAGED);
      assertThat(e).hasMessageStartingWith("model: ");
      return;
    }
    byte[] written = SalienceModelFile.toBytes(model);
    assertThat(SalienceModelFile.toBytes(SalienceModelFile.read(written, "model")))
        .isEqualTo(written);
  }

  /** With the right CRC-32, so that what is behind that check is reached. */
  private static byte[] checked(byte[] bytes) {
    byte[] checked = bytes.clone();
    if (bytes.length >= Long.BYTES) {
      int body = bytes.length - Long.BYTES;
      CRC32 crc = new CRC32();
      crc.update(bytes, 0, body);
      ByteBuffer.wrap(checked).putLong(body, crc.getValue());
    }
    return checked;
  }
}
