package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.Precision;
import java.util.List;

/**
 * Turns sentences into vectors whose dot product says how close they are in meaning.
 *
 * <p>Implementations are safe for use by several threads, and the vector of a text depends on
 * nothing but the list that it is encoded with: neither on other calls nor on the thread. On a GPU
 * that holds up to rounding.
 */
public interface SentenceEncoder extends AutoCloseable {

  /** The model's name, such as {@code e5-small}. */
  String model();

  /** The number format that the matrices are multiplied in; never {@link Precision#AUTO}. */
  Precision precision();

  /**
   * Where it runs; never {@link Device#AUTO}. A GPU needs many calls at once to be busy, a CPU one
   * a core.
   */
  default Device device() {
    return Device.CPU;
  }

  /**
   * Whether a text's vector is the same to the last bit whatever list it is encoded with. If so,
   * vectors may be remembered.
   */
  default boolean isBatchIndependent() {
    return false;
  }

  /**
   * Names the weights: equal for encoders that give the same vectors, up to their precision. A
   * SHA-256 where the weights are files.
   */
  default String fingerprint() {
    return model();
  }

  /** The length of a vector. */
  int dimensions();

  /**
   * Encodes texts.
   *
   * @param texts any strings, the empty one included; one longer than the model's window is encoded
   *     in windows whose vectors are averaged by their length, so nothing is cut off
   * @return a vector for each text, in order, each of {@link #dimensions()} floats and length 1
   * @throws dev.headnote.HeadnoteException with code CLOSED after {@link #close()}
   */
  float[][] encode(List<String> texts);

  /**
   * Encodes texts in the way of {@link #encode(List)}, until a deadline.
   *
   * @throws dev.headnote.HeadnoteException also with code LIMIT_EXCEEDED, or INTERRUPTED
   */
  default float[][] encode(List<String> texts, Deadline deadline) {
    deadline.check();
    return encode(texts);
  }

  /**
   * Counts the tokens of a text, as the model's tokenizer parts it, without any that the model has
   * put around it.
   *
   * @throws UnsupportedOperationException if the encoder has no tokenizer
   */
  default int countTokens(String text) {
    throw new UnsupportedOperationException("the encoder " + model() + " has no tokenizer");
  }

  /** Frees native memory, once calls under way have ended. Closing twice does nothing. */
  @Override
  void close();
}
