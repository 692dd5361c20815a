package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A vector for each token of a vocabulary, in 8 bits a number. Immutable.
 *
 * <p>The file, all numbers little-endian: the four bytes {@code HNST}; the format's version, 1, the
 * number of rows and their dimensions as 32-bit integers; a 32-bit float for each row, its scale;
 * and row after row of signed bytes. A number of the table is its byte times its row's scale.
 * Nothing follows.
 */
public final class StaticTable {

  private static final int MAGIC = 'H' | 'N' << 8 | 'S' << 16 | 'T' << 24;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 16;

  /** The largest magnitude of a byte; -128 is not used, so that signs are symmetric. */
  private static final int LARGEST = 127;

  /** The largest of the rows' scales as an integer; {@link RowSum} says why. */
  static final int LARGEST_WEIGHT = (1 << 16) - 1;

  private final int rows;
  private final int dimensions;
  private final float[] scales;

  /** The scales in units of the largest, {@link #LARGEST_WEIGHT}. */
  private final int[] weights;

  /** Row after row, four numbers in each, the first in the lowest byte. */
  private final int[] quads;

  /** How many of them a row has; the last is filled up with zeros. */
  private final int quadsPerRow;

  private StaticTable(int rows, int dimensions, float[] scales, ByteBuffer numbers) {
    this.rows = rows;
    this.dimensions = dimensions;
    this.scales = scales;
    quadsPerRow = (dimensions + 3) / 4;
    quads = new int[Math.multiplyExact(rows, quadsPerRow)];
    if (dimensions % 4 == 0) {
      numbers.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(quads);
    } else {
      for (int row = 0; row < rows; row++) {
        for (int d = 0; d < dimensions; d++) {
          quads[row * quadsPerRow + d / 4] |= (numbers.get() & 0xFF) << (8 * (d % 4));
        }
      }
    }
    float largest = 0;
    for (float scale : scales) {
      largest = Math.max(largest, scale);
    }
    weights = new int[rows];
    for (int row = 0; row < rows && largest > 0; row++) {
      weights[row] = Math.round(scales[row] / largest * LARGEST_WEIGHT);
    }
  }

  /**
   * Rounds vectors to 8 bits.
   *
   * @param vectors a row for each token, all of one length, finite
   */
  public static StaticTable of(float[][] vectors) {
    int dimensions = vectors[0].length;
    float[] scales = new float[vectors.length];
    byte[] numbers = new byte[Math.multiplyExact(vectors.length, dimensions)];
    for (int row = 0; row < vectors.length; row++) {
      float largest = 0;
      for (float value : vectors[row]) {
        largest = Math.max(largest, Math.abs(value));
      }
      scales[row] = largest / LARGEST;
      for (int d = 0; d < dimensions; d++) {
        numbers[row * dimensions + d] =
            largest == 0 ? 0 : (byte) Math.round(vectors[row][d] / scales[row]);
      }
    }
    return new StaticTable(vectors.length, dimensions, scales, ByteBuffer.wrap(numbers));
  }

  /**
   * Reads a table.
   *
   * @param file the bytes of a table's file
   * @throws HeadnoteException with code MODEL_DAMAGED if they are anything else
   */
  public static StaticTable read(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER_BYTES || buffer.getInt() != MAGIC) {
      throw damaged("is not a table of token vectors");
    }
    int version = buffer.getInt();
    if (version != VERSION) {
      throw damaged("has the version " + version + "; this release reads " + VERSION);
    }
    int rows = buffer.getInt();
    int dimensions = buffer.getInt();
    if (rows < 1
        || dimensions < 1
        || HEADER_BYTES + rows * (long) Float.BYTES + (long) rows * dimensions != file.length) {
      throw damaged(
          "has " + file.length + " bytes, which don't hold " + rows + " rows of " + dimensions);
    }
    float[] scales = new float[rows];
    buffer.asFloatBuffer().get(scales);
    for (float scale : scales) {
      if (!(scale >= 0 && scale <= Float.MAX_VALUE)) {
        throw damaged("has a row whose scale is " + scale);
      }
    }
    return new StaticTable(
        rows, dimensions, scales, buffer.position(HEADER_BYTES + rows * Float.BYTES));
  }

  private static HeadnoteException damaged(String problem) {
    return new HeadnoteException(
        Code.MODEL_DAMAGED, "the table " + problem + "; install or distil the model again");
  }

  /** The table's file. */
  public byte[] toBytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(HEADER_BYTES + rows * Float.BYTES + rows * dimensions)
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(MAGIC).putInt(VERSION).putInt(rows).putInt(dimensions);
    for (float scale : scales) {
      buffer.putFloat(scale);
    }
    for (int row = 0; row < rows; row++) {
      for (int d = 0; d < dimensions; d++) {
        buffer.put((byte) number(row, d));
      }
    }
    return buffer.array();
  }

  /** The number of rows; at least 1. */
  public int rows() {
    return rows;
  }

  /** The length of a row; at least 1. */
  public int dimensions() {
    return dimensions;
  }

  /** A number of the table in steps of its row's scale: -128 to 127. */
  private int number(int row, int dimension) {
    return (byte) (quads[row * quadsPerRow + dimension / 4] >> (8 * (dimension % 4)));
  }

  /** A row as floats. */
  float[] row(int row) {
    float[] vector = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      vector[d] = scales[row] * number(row, d);
    }
    return vector;
  }

  /** How many numbers {@link #copyRow} copies. */
  int quadsPerRow() {
    return quadsPerRow;
  }

  /**
   * Copies a row.
   *
   * @param to receives four numbers in each, the first in the lowest byte
   * @throws IndexOutOfBoundsException if there is no such row
   */
  void copyRow(int row, int[] to) {
    System.arraycopy(quads, row * quadsPerRow, to, 0, quadsPerRow);
  }

  /** A row's scale in units of the largest, {@link #LARGEST_WEIGHT}: 0 to that. */
  int weight(int row) {
    return weights[row];
  }

  @Override
  public String toString() {
    return "StaticTable[" + rows + " x " + dimensions + "]";
  }
}
