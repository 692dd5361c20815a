package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.encode.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves the vector of a label's bare name to where one with a description would lie: a linear map,
 * learned by ridge regression (Hoerl and Kennard 1970) from the names and descriptions of the
 * shipped label sets. It lends their descriptions to names that are the same or nearly so, and
 * hardly moves others; docs/topics/labels.md has by how much. It holds for the vectors that it was
 * learned with alone.
 *
 * <p>The file, numbers in network byte order: the four bytes {@code HNNM}; the format's version, 1;
 * the fingerprint of the encoder, 64 ASCII characters; the vectors' dimensions; and for each
 * dimension, and once more for what is added to each vector, a 32-bit float, the scale, and as many
 * signed bytes as there are dimensions, each to be multiplied by it. Nothing follows. Immutable.
 */
final class NameMap {

  static final String FILE = "names.map";
  static final int MAGIC = 'H' << 24 | 'N' << 16 | 'N' << 8 | 'M';
  static final int VERSION = 1;
  static final int FINGERPRINT_CHARS = 64;
  private static final int HEADER_BYTES = 3 * Integer.BYTES + FINGERPRINT_CHARS;

  private final String fingerprint;

  /** A row for each dimension of the result, and last the one that is added to each vector. */
  private final byte[][] rows;

  private final float[] scales;

  private NameMap(String fingerprint, byte[][] rows, float[] scales) {
    this.fingerprint = fingerprint;
    this.rows = rows;
    this.scales = scales;
  }

  /** Returns the map for an encoder's vectors, or nothing if none was learned with it. */
  static Optional<NameMap> of(SentenceEncoder encoder) {
    try (InputStream in = NameMap.class.getResourceAsStream(FILE)) {
      NameMap map = read(Objects.requireNonNull(in).readAllBytes());
      return map.fingerprint.equals(encoder.fingerprint()) ? Optional.of(map) : Optional.empty();
    } catch (IOException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.INTERNAL, FILE + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a map's file.
   *
   * @throws IOException if it is anything else
   */
  static NameMap read(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (in.remaining() < HEADER_BYTES || in.getInt() != MAGIC || in.getInt() != VERSION) {
      throw new IOException("not a map of names of version " + VERSION);
    }
    byte[] fingerprint = new byte[FINGERPRINT_CHARS];
    in.get(fingerprint);
    int dimensions = in.getInt();
    if (dimensions < 1 || (dimensions + 1L) * (Float.BYTES + dimensions) != in.remaining()) {
      throw new IOException(in.remaining() + " bytes for " + dimensions + " dimensions");
    }
    byte[][] rows = new byte[dimensions + 1][dimensions];
    float[] scales = new float[dimensions + 1];
    for (int row = 0; row <= dimensions; row++) {
      scales[row] = in.getFloat();
      in.get(rows[row]);
    }
    return new NameMap(new String(fingerprint, StandardCharsets.US_ASCII), rows, scales);
  }

  /** Moves the vector of a bare name, of length 1, which it has afterwards, too. */
  void move(double[] vector) {
    double[] name = vector.clone();
    int last = name.length;
    for (int d = 0; d < last; d++) {
      vector[d] += scales[d] * product(rows[d], name) + scales[last] * rows[last][d];
    }
    DoubleVectors.normalize(vector);
  }

  private static double product(byte[] row, double[] vector) {
    double sum = 0;
    for (int d = 0; d < row.length; d++) {
      sum += row[d] * vector[d];
    }
    return sum;
  }
}
