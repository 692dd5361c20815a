package dev.headnote.text.furniture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A learned judge of lines: a logistic regression over {@link LineFeatures}, whose weights are one
 * byte each in a table that features are hashed into. Immutable, and safe for any number of
 * threads.
 */
public final class LineModel {

  /** A table of this many rows; two features that share one share its weight. */
  static final int ROWS = 1 << 15;

  private static final String FILE = "lines.model";
  private static final int MAGIC = 0x484E4C4E;
  private static final int VERSION = 1;

  private final String provenance;
  private final float bias;
  private final float scale;
  private final byte[] weights;

  /**
   * @param provenance what it was made of, and by which settings
   * @param scale what a weight of 1 counts
   * @param weights one for each row, not copied
   */
  LineModel(String provenance, float bias, float scale, byte[] weights) {
    this.provenance = provenance;
    this.bias = bias;
    this.scale = scale;
    this.weights = weights;
  }

  /** The model that is part of the library, read once. */
  public static LineModel shipped() {
    return Shipped.MODEL;
  }

  private static final class Shipped {

    private static final LineModel MODEL = readShipped();

    private static LineModel readShipped() {
      try (InputStream in = LineModel.class.getResourceAsStream(FILE)) {
        return read(Objects.requireNonNull(in, FILE));
      } catch (IOException e) {
        throw new UncheckedIOException(FILE, e);
      }
    }
  }

  /**
   * Reads a model.
   *
   * @throws IOException if it isn't one, or is cut off
   */
  static LineModel read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, ROWS + 1024));
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("not a model of lines, or of another version");
    }
    String provenance = in.readUTF();
    float bias = in.readFloat();
    float scale = in.readFloat();
    byte[] weights = new byte[ROWS];
    in.readFully(weights);
    if (in.read() >= 0) {
      throw new IOException("more than a model of lines");
    }
    return new LineModel(provenance, bias, scale, weights);
  }

  void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeUTF(provenance);
    out.writeFloat(bias);
    out.writeFloat(scale);
    out.write(weights);
    out.flush();
  }

  /** Returns what the model was made of, and by which settings. */
  String provenance() {
    return provenance;
  }

  /** Returns the row of a feature. */
  static int row(int hash) {
    return hash & (ROWS - 1);
  }

  /** Returns how much speaks for furniture: the logarithm of the odds. */
  float logOdds(LineFeatures features) {
    int sum = 0;
    for (int i = 0; i < features.count(); i++) {
      sum += weights[row(features.hash(i))];
    }
    return bias + scale * sum;
  }
}
