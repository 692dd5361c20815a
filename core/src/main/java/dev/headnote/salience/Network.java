package dev.headnote.salience;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A network of one hidden layer of rectified linear units and a single output. Safe for use by
 * several threads while nobody trains it.
 */
final class Network {

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

  /** The outputs for several rows. */
  float[] outputs(float[][] rows) {
    float[] scratch = scratch();
    float[] outputs = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      outputs[i] = output(rows[i], scratch);
    }
    return outputs;
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
   */
  static Network read(DataInputStream in, int inputs) throws IOException {
    int found = in.readInt();
    int hidden = in.readInt();
    if (found != inputs || hidden < 1 || hidden > 1024) {
      throw new IOException("a network of " + found + " inputs where " + inputs + " are wanted");
    }
    Network network = new Network(inputs, hidden);
    read(in, network.first);
    read(in, network.second);
    return network;
  }

  private static void read(DataInputStream in, float[] weights) throws IOException {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
      if (!Float.isFinite(weights[i])) {
        throw new IOException("a weight that is not a finite number");
      }
    }
  }
}
