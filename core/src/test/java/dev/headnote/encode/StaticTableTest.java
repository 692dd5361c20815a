package dev.headnote.encode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rows come back as they were but for rounding, and what is no table is refused. */
class StaticTableTest {

  private static final int ROWS = 9;
  private static final int DIMENSIONS = 5;

  @Test
  void comesBackFromItsFileWithinHalfAStep() {
    float[][] vectors = vectors();
    StaticTable table = StaticTable.read(StaticTable.of(vectors).toBytes());

    assertThat(table.rows()).isEqualTo(ROWS);
    assertThat(table.dimensions()).isEqualTo(DIMENSIONS);
    for (int row = 0; row < ROWS; row++) {
      float largest = 0;
      for (float value : vectors[row]) {
        largest = Math.max(largest, Math.abs(value));
      }
      float[] read = table.row(row);
      for (int d = 0; d < DIMENSIONS; d++) {
        assertThat(read[d]).isCloseTo(vectors[row][d], within(largest / 127 / 2 * 1.001f));
      }
    }
  }

  @Test
  void keepsARowOfZeros() {
    assertThat(StaticTable.of(new float[][] {{0, 0}, {1, -2}}).row(0)).containsExactly(0, 0);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertDamaged("not a table", file -> file[0] = 'X');
    assertDamaged("version 7", file -> file[4] = 7);
    assertDamaged("don't hold", file -> file[8] = (byte) (file[8] + 1));
    assertDamaged("don't hold", file -> file[12] = 0);
    assertDamaged("don't hold", file -> file[11] = (byte) 0x80);
    // The first row's scale becomes not a number.
    assertDamaged("scale", file -> Arrays.fill(file, 16, 20, (byte) 0xff));
    assertDamaged("0 rows", Arrays.copyOf("HNST\1\0\0\0\0\0\0\0\5".getBytes(UTF_8), 16));
    byte[] file = StaticTable.of(vectors()).toBytes();
    for (int length : new int[] {0, 3, 15, file.length - 1, file.length + 1}) {
      assertDamaged("table", Arrays.copyOf(file, length));
    }
  }

  private static void assertDamaged(String problem, Consumer<byte[]> damage) {
    byte[] file = StaticTable.of(vectors()).toBytes();
    damage.accept(file);
    assertDamaged(problem, file);
  }

  private static void assertDamaged(String problem, byte[] file) {
    assertThatThrownBy(() -> StaticTable.read(file))
        .isInstanceOfSatisfying(
            HeadnoteException.class, e -> assertThat(e.code()).isEqualTo(Code.MODEL_DAMAGED))
        .hasMessageContaining(problem);
  }

  private static float[][] vectors() {
    Random random = new Random(5);
    float[][] vectors = new float[ROWS][DIMENSIONS];
    for (float[] vector : vectors) {
      float size = (float) Math.exp(3 * random.nextGaussian());
      for (int d = 0; d < DIMENSIONS; d++) {
        vector[d] = size * (float) random.nextGaussian();
      }
    }
    return vectors;
  }
}
