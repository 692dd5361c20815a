package dev.headnote.salience;

/**
 * Inputs of a network for many rows, with a column for each input: so a processor takes rows side
 * by side. Immutable once filled.
 *
 * @param size how many rows there are
 * @param columns each of as many numbers as there are rows
 */
record Columns(int size, float[][] columns) {

  /** Rows side by side, each of so many inputs. */
  static Columns of(float[][] rows, int inputs) {
    return new Columns(rows.length, turned(rows, inputs));
  }

  /** A row of inputs for each number of a column. */
  float[][] rows() {
    return turned(columns, size);
  }

  private static float[][] turned(float[][] numbers, int width) {
    float[][] turned = new float[width][numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      for (int k = 0; k < width; k++) {
        turned[k][i] = numbers[i][k];
      }
    }
    return turned;
  }
}
