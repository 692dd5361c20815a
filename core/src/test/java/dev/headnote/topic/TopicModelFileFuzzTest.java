package dev.headnote.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.headnote.HeadnoteException;
import dev.headnote.TimeLimit;
import dev.headnote.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file is a topic model, which is then written as it was read, or named as none, within two
 * seconds. As a test, over a few inputs; docs/fuzzing.md says how to search for more.
 */
class TopicModelFileFuzzTest {

  private static final int DIGEST_BYTES = 32;

  static Stream<byte[]> files() {
    byte[] small =
        TopicModelFile.toBytes(
            new TopicModel(
                LabelSet.ofNames("a", "b"),
                true,
                "e",
                "f",
                new TopicModel.Parameters(
                    new LabelDirections(new double[1], new double[2][1]),
                    new double[2][1],
                    new double[2],
                    0.5,
                    new double[2],
                    new LexicalModel(
                        new LexicalVocabulary(new long[] {1, 2}, new double[2], 1),
                        new float[4],
                        2)),
                new Provenance(
                    "", "", "", 1, Map.of("a", 1), 0, "", 1, Map.of("c", .5), Map.of())));
    return Stream.of(
        small, Arrays.copyOf(small, 100), "HNTOPIC\n".getBytes(StandardCharsets.US_ASCII));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void file(byte[] bytes) {
    TimeLimit.check(() -> read(bytes));
    TimeLimit.check(() -> read(signed(bytes)));
  }

  private static void read(byte[] bytes) {
    TopicModel model;
    try {
      model = TopicModelFile.read(bytes, "model");
    } catch (HeadnoteException e) {
      assertThat(e.code()).isEqualTo(HeadnoteException.Code.MODEL_DAMAGED);
      assertThat(e).hasMessageStartingWith("model: ");
      return;
    }
    byte[] written = TopicModelFile.toBytes(model);
    assertThat(TopicModelFile.toBytes(TopicModelFile.read(written, "model"))).isEqualTo(written);
  }

  /** With the right SHA-256, so that what is behind that check is reached. */
  static byte[] signed(byte[] bytes) {
    byte[] signed = bytes.clone();
    int body = Math.max(0, bytes.length - DIGEST_BYTES);
    byte[] digest = Sha256.begin().digest(Arrays.copyOf(bytes, body));
    System.arraycopy(digest, 0, signed, body, bytes.length - body);
    return signed;
  }
}
