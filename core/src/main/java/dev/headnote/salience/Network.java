package dev.headnote.salience;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A network of one hidden layer of rectified linear units and a single output. Safe for use by
 * several threads while nobody trains it.
 */
final class Network {

  /** Rows whose outputs are found side by side, as vectors of a processor. */
  private static final int BLOCK = 256;

  final int inputs;
  final int hidden;

  /** A row of {@link #hidden} weights for each input, then the hidden biases. */
  final float[] first;

  /** A weight for each hidden unit, then the bias. */
  final float[] second;

  Network(int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.first = new float[(inputs + 1) * hidden];
    this.second = new float[hidden + 1];
  }

  /** Room for one thread's computations. */
  float[] scratch() {
    return new float[hidden];
  }

  /**
   * The output for one row of inputs.
   *
   * @param scratch receives the hidden units' values
   */
  float output(float[] row, float[] scratch) {
    System.arraycopy(first, inputs * hidden, scratch, 0, hidden);
    int i = 0;
    // Four inputs at once, so that the hidden units' sums are fetched and stored less often.
    for (; i + 3 < inputs; i += 4) {
      float value0 = row[i];
      float value1 = row[i + 1];
      float value2 = row[i + 2];
      float value3 = row[i + 3];
      int at = i * hidden;
      for (int h = 0; h < hidden; h++) {
        scratch[h] +=
            value0 * first[at + h]
                + value1 * first[at + hidden + h]
                + (value2 * first[at + 2 * hidden + h] + value3 * first[at + 3 * hidden + h]);
      }
    }
    for (; i < inputs; i++) {
      float value = row[i];
      int at = i * hidden;
      for (int h = 0; h < hidden; h++) {
        scratch[h] += value * first[at + h];
      }
    }
    float sum = second[hidden];
    for (int h = 0; h < hidden; h++) {
      scratch[h] = Math.max(0, scratch[h]);
      sum += scratch[h] * second[h];
    }
    return sum;
  }

  /** The outputs for several rows, to the last bit those of {@link #output}. */
  float[] outputs(float[][] rows) {
    return outputs(Columns.of(rows, inputs));
  }

  /** The outputs for several rows. */
  float[] outputs(Columns rows) {
    float[] outputs = new float[rows.size()];
    float[] sums = new float[rows.size()];
    Arrays.fill(outputs, second[hidden]);
    for (int start = 0; start < outputs.length; start += BLOCK) {
      int end = Math.min(start + BLOCK, outputs.length);
      for (int h = 0; h < hidden; h++) {
        setSums(h, rows.columns(), sums, start, end);
        addRectified(sums, second[h], outputs, start, end);
      }
    }
    return outputs;
  }

  /** Sets the sums of a hidden unit, before it is rectified, for the rows of a block. */
  private void setSums(int unit, float[][] columns, float[] sums, int start, int end) {
    Arrays.fill(sums, start, end, first[inputs * hidden + unit]);
    int i = 0;
    for (; i + 3 < inputs; i += 4) {
      addInputs(i * hidden + unit, columns, i, sums, start, end);
    }
    for (; i < inputs; i++) {
      float weight = first[i * hidden + unit];
      float[] column = columns[i];
      for (int r = start; r < end; r++) {
        sums[r] += column[r] * weight;
      }
    }
  }

  /** Adds four inputs at once, so that the sums are fetched and stored less often. */
  private void addInputs(int at, float[][] columns, int input, float[] sums, int start, int end) {
    float weight0 = first[at];
    float weight1 = first[at + hidden];
    float weight2 = first[at + 2 * hidden];
    float weight3 = first[at + 3 * hidden];
    float[] column0 = columns[input];
    float[] column1 = columns[input + 1];
    float[] column2 = columns[input + 2];
    float[] column3 = columns[input + 3];
    for (int r = start; r < end; r++) {
      sums[r] +=
          column0[r] * weight0
              + column1[r] * weight1
              + (column2[r] * weight2 + column3[r] * weight3);
    }
  }

  /** Adds what a hidden unit gives; apart from the loop over units, so that it becomes vectors. */
  private static void addRectified(
      float[] sums, float weight, float[] outputs, int start, int end) {
    for (int r = start; r < end; r++) {
      outputs[r] += Math.max(0, sums[r]) * weight;
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(inputs);
    out.writeInt(hidden);
    for (float weight : first) {
      out.writeFloat(weight);
    }
    for (float weight : second) {
      out.writeFloat(weight);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is not of so many inputs
   * @throws java.nio.BufferUnderflowException if it ends too early
   */
  static Network read(ByteBuffer in, int inputs) throws IOException {
    int found = in.getInt();
    int hidden = in.getInt();
    if (found != inputs || hidden < 1 || hidden > 1024) {
      throw new IOException("a network of " + found + " inputs where " + inputs + " are wanted");
    }
    Network network = new Network(inputs, hidden);
    read(in, network.first);
    read(in, network.second);
    return network;
  }

  private static void read(ByteBuffer in, float[] weights) throws IOException {
    in.asFloatBuffer().get(weights);
    in.position(in.position() + weights.length * Float.BYTES);
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        throw new IOException("a weight that is not a finite number");
      }
    }
  }
}
