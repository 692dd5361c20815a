package dev.headnote.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalienceModelFileTest {

  private static final byte[] BYTES = SalienceModelFile.toBytes(SalienceModel.builtIn());

  @TempDir Path folder;

  @Test
  void readsWhatItWrote() {
    Path file = folder.resolve("a.salience");
    SalienceModel.builtIn().save(file);
    SalienceModel read = SalienceModel.load(file);

    assertThat(SalienceModelFile.toBytes(read)).isEqualTo(BYTES);
    assertThat(read.provenance()).startsWith("trained on cnn_train.jsonl.gz");
    assertThat(folder.toFile().list()).containsExactly("a.salience");
  }

  @Test
  void leavesNothingBehindWhereItCanNotBeWritten() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken").resolve("within")).getParent();

    assertThatThrownBy(() -> SalienceModel.builtIn().save(taken))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT));
    assertThat(folder.toFile().list()).containsExactly("taken");
  }

  @Test
  void staysSmallEnoughToShip() {
    assertThat(BYTES).hasSizeLessThan(4_000_000);
  }

  @Test
  void rejectsWhatIsCutOffOrLonger() {
    for (int length : new int[] {0, 5, 8, 10, 12, 100, BYTES.length / 2, BYTES.length - 1}) {
      assertDamaged(Arrays.copyOf(BYTES, length));
    }
    assertDamaged(Arrays.copyOf(BYTES, BYTES.length + 1));
  }

  @Test
  void rejectsAChangedByteAnywhere() {
    for (int at = 0; at < BYTES.length; at += 1 + BYTES.length / 97) {
      byte[] changed = BYTES.clone();
      changed[at] ^= 0x10;
      assertDamaged(changed);
    }
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> SalienceModel.load(missing))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_NOT_FOUND))
        .hasMessageContaining("missing");
  }

  @Test
  void asksToTrainAnEarlierVersionsFileAgain() throws IOException {
    byte[] earlier = BYTES.clone();
    earlier[11] = 1;
    Path file = Files.write(folder.resolve("earlier"), earlier);

    assertThatThrownBy(() -> SalienceModel.load(file))
        .isInstanceOf(HeadnoteException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("it has version 1, and 2 is known; train it again");
  }

  private void assertDamaged(byte[] bytes) {
    Path file = folder.resolve("damaged");
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThatThrownBy(() -> SalienceModel.load(file))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("null");
  }
}
