package dev.headnote.convert;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A constant of an ONNX graph.
 *
 * @param name its name in the graph; may be empty
 * @param shape its sizes; empty for a scalar
 * @param type its element type in ONNX's numbering: 1 float, 7 int64, 10 float16
 * @param data its elements, little-endian and contiguous, in {@code type}
 */
record OnnxTensor(String name, long[] shape, int type, ByteBuffer data) {
  static final int FLOAT = 1;
  static final int INT32 = 6;
  static final int INT64 = 7;
  static final int FLOAT16 = 10;

  /** Bytes of one element of {@code type}, or 0 for a type that encoders do not use. */
  static int width(int type) {
    return switch (type) {
      case FLOAT, INT32 -> 4;
      case INT64 -> 8;
      case FLOAT16 -> 2;
      default -> 0;
    };
  }

  /** Whether the elements are floating-point numbers that can become weights. */
  boolean isFloating() {
    return type == FLOAT || type == FLOAT16;
  }

  /** The number of elements. */
  int size() {
    return data.limit() / width(type);
  }

  /** Element {@code i}, widened to fp32. */
  float floatAt(int i) {
    return type == FLOAT ? data.getFloat(4 * i) : Half.toFloat(data.getShort(2 * i));
  }

  /** Element {@code i} of a tensor of integers. */
  long longAt(int i) {
    return type == INT64 ? data.getLong(8 * i) : data.getInt(4 * i);
  }

  boolean hasShape(long... expected) {
    return Arrays.equals(shape, expected);
  }

  @Override
  public String toString() {
    return "'" + name + "' " + Arrays.toString(shape);
  }
}
