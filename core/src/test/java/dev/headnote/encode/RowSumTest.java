package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sum of rows is that of the plainest loop over 64-bit integers, to the last bit. */
class RowSumTest {

  private static final int ROWS = 50;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 37, 384})
  void isThatOfAPlainLoopWhateverTheDimensionsAndHoweverManyRows(int dimensions) {
    byte[] numbers = new byte[ROWS * dimensions];
    Random random = new Random(dimensions);
    random.nextBytes(numbers);
    int[] scales = random.ints(ROWS, 0, StaticTable.LARGEST_WEIGHT + 1).toArray();
    scales[0] = StaticTable.LARGEST_WEIGHT;
    RowSum sum = new RowSum(table(scales, numbers));
    for (int rows : new int[] {1, 20, 255, 256, 257, 511, 512, 513, 5000, 2}) {
      long[] plain = new long[dimensions];
      for (int i = 0; i < rows; i++) {
        int row = random.nextInt(ROWS);
        sum.add(row);
        for (int d = 0; d < dimensions; d++) {
          plain[d] += (long) scales[row] * numbers[row * dimensions + d];
        }
      }

      assertThat(sum.take()).as("%s rows", rows).containsExactly(atLengthOne(plain));
    }
  }

  /** -128 is in no table of ours, but may be in one that is read. */
  @Test
  void holdsRowsOfTheLargestNumbersAndWeights() {
    byte[] numbers = {Byte.MIN_VALUE, Byte.MAX_VALUE, 1};
    RowSum sum = new RowSum(table(new int[] {StaticTable.LARGEST_WEIGHT}, numbers));
    for (int i = 0; i < 100_000; i++) {
      sum.add(0);
    }

    assertThat(sum.take()).containsExactly(atLengthOne(new long[] {-128, 127, 1}));
  }

  private static float[] atLengthOne(long[] sum) {
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double scale = 1 / Math.sqrt(squares);
    float[] vector = new float[sum.length];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) (scale * sum[d]);
    }
    return vector;
  }

  private static StaticTable table(int[] scales, byte[] numbers) {
    ByteBuffer file =
        ByteBuffer.allocate(16 + 4 * scales.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'H').put((byte) 'N').put((byte) 'S').put((byte) 'T');
    file.putInt(1).putInt(scales.length).putInt(numbers.length / scales.length);
    for (int scale : scales) {
      file.putFloat(scale);
    }
    return StaticTable.read(file.put(numbers).array());
  }
}
