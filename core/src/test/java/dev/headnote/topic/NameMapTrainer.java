package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.mean;
import static dev.headnote.topic.DoubleVectors.subtract;

import dev.headnote.encode.SentenceEncoder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns {@link NameMap} from the 841 labels of IPTC and IAB: the matrix W that brings x + Wx
 * nearest y, where x is the centred vector of a label's name and y of the same label with its
 * description, by ridge regression.
 */
final class NameMapTrainer {

  /** The weight of W's squares beside the mean of the squared differences. */
  private static final double RIDGE = 0.001;

  private static final int LARGEST_BYTE = 127;

  private NameMapTrainer() {}

  /** Returns the map's file for an encoder whose fingerprint is a SHA-256. */
  static byte[] train(SentenceEncoder encoder) throws IOException {
    List<Label> described = new ArrayList<>(LabelSet.iptcLevel2().labels());
    described.addAll(LabelSet.iab().labels());
    List<Label> bare = described.stream().map(label -> Label.of(label.name())).toList();
    double[][] names = LabelDirections.encodeEach(bare, encoder);
    double[][] differences = LabelDirections.encodeEach(described, encoder);
    for (int i = 0; i < names.length; i++) {
      subtract(differences[i], names[i]);
    }
    double[] meanName = centre(names);
    centre(differences);

    double[][] products = products(names, names);
    for (int d = 0; d < products.length; d++) {
      products[d][d] += RIDGE;
    }
    double[][] solution = solve(products, products(names, differences));
    return file(encoder.fingerprint(), solution, meanName);
  }

  private static double[] centre(double[][] vectors) {
    double[] mean = mean(vectors);
    for (double[] vector : vectors) {
      subtract(vector, mean);
    }
    return mean;
  }

  /** The mean of the vectors' outer products. */
  private static double[][] products(double[][] left, double[][] right) {
    double[][] products = new double[left[0].length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int row = 0; row < products.length; row++) {
        DoubleVectors.add(products[row], right[i], left[i][row] / left.length);
      }
    }
    return products;
  }

  /** Gauss's elimination, in place; a ridge leaves no pivot near zero. */
  private static double[][] solve(double[][] matrix, double[][] right) {
    int n = matrix.length;
    for (int pivot = 0; pivot < n; pivot++) {
      double inverse = 1 / matrix[pivot][pivot];
      for (int row = 0; row < n; row++) {
        double factor = row == pivot ? 0 : -matrix[row][pivot] * inverse;
        if (factor != 0) {
          DoubleVectors.add(matrix[row], matrix[pivot], factor);
          DoubleVectors.add(right[row], right[pivot], factor);
        }
      }
    }
    for (int row = 0; row < n; row++) {
      for (int d = 0; d < right[row].length; d++) {
        right[row][d] /= matrix[row][row];
      }
    }
    return right;
  }

  private static byte[] file(String fingerprint, double[][] solution, double[] meanName)
      throws IOException {
    int dimensions = solution.length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(NameMap.MAGIC);
    out.writeInt(NameMap.VERSION);
    out.writeBytes(fingerprint);
    out.writeInt(dimensions);
    double[] offset = new double[dimensions];
    for (int d = 0; d < dimensions; d++) {
      double[] row = new double[dimensions];
      for (int j = 0; j < dimensions; j++) {
        row[j] = solution[j][d];
      }
      offset[d] = -DoubleVectors.dot(row, meanName);
      write(row, out);
    }
    write(offset, out);
    return bytes.toByteArray();
  }

  private static void write(double[] row, DataOutputStream out) throws IOException {
    double largest = 0;
    for (double value : row) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = (float) (largest / LARGEST_BYTE);
    out.writeFloat(scale);
    for (double value : row) {
      out.writeByte(scale == 0 ? 0 : (int) Math.round(value / scale));
    }
  }
}
