package dev.headnote.evaluate;

import java.util.Arrays;

/** Numbers in the order in which they were added, eight bytes each. For one thread. */
final class Doubles {

  private double[] values = new double[64];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** Returns a copy of them. */
  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
