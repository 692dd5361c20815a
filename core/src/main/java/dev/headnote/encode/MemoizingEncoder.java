package dev.headnote.encode;

import dev.headnote.Device;
import dev.headnote.HeadnoteException;
import dev.headnote.Precision;
import dev.headnote.vector.VectorCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Encodes equal texts once: those of a call, and those of late calls, since copied news repeats
 * itself. Late calls' vectors are remembered only from an encoder that is batch-independent, so
 * nothing changes but the time. Safe for use by several threads.
 */
public final class MemoizingEncoder implements SentenceEncoder {

  /** Longer texts hardly ever come twice. */
  private static final int MAX_CHARS = 500;

  private final SentenceEncoder encoder;

  /** How many texts to remember. */
  private final int capacity;

  /** The least recently used first. Guarded by itself. */
  private final Map<String, float[]> recent;

  private volatile boolean closed;

  /**
   * Wraps an encoder.
   *
   * @param encoder closed with this one
   * @param capacity how many texts, of up to 500 characters, to remember from call to call; 0 for
   *     none
   */
  public MemoizingEncoder(SentenceEncoder encoder, int capacity) {
    this.encoder = encoder;
    this.capacity = encoder.isBatchIndependent() ? capacity : 0;
    this.recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MemoizingEncoder.this.capacity;
          }
        };
  }

  @Override
  public float[][] encode(List<String> texts) {
    return encode(texts, Deadline.none());
  }

  @Override
  public float[][] encode(List<String> texts, Deadline deadline) {
    Map<String, float[]> known = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    synchronized (recent) {
      for (String text : texts) {
        if (!known.containsKey(text)) {
          float[] vector = recent.get(text);
          known.put(text, vector);
          if (vector == null) {
            unknown.add(text);
          }
        }
      }
    }
    if (unknown.size() == texts.size()) {
      return remember(unknown, encoded(unknown, deadline));
    }
    if (unknown.isEmpty()) {
      checkOpen();
      deadline.check();
    } else {
      float[][] encoded = remember(unknown, encoded(unknown, deadline));
      for (int i = 0; i < encoded.length; i++) {
        known.put(unknown.get(i), encoded[i]);
      }
    }
    return texts.stream()
        .map(text -> Objects.requireNonNull(known.get(text)).clone())
        .toArray(float[][]::new);
  }

  private float[][] encoded(List<String> texts, Deadline deadline) {
    return VectorCheck.ofEncoder(
        encoder.model(), texts.size(), encoder.dimensions(), encoder.encode(texts, deadline));
  }

  private void checkOpen() {
    if (closed) {
      throw new HeadnoteException(HeadnoteException.Code.CLOSED, "the encoder is closed");
    }
  }

  private float[][] remember(List<String> texts, float[][] vectors) {
    if (capacity == 0) {
      return vectors;
    }
    synchronized (recent) {
      for (int i = 0; i < vectors.length; i++) {
        if (texts.get(i).length() > MAX_CHARS) {
          continue;
        }
        recent.put(texts.get(i), vectors[i].clone());
      }
    }
    return vectors;
  }

  @Override
  public String model() {
    return encoder.model();
  }

  @Override
  public Precision precision() {
    return encoder.precision();
  }

  @Override
  public Device device() {
    return encoder.device();
  }

  @Override
  public boolean isBatchIndependent() {
    return encoder.isBatchIndependent();
  }

  @Override
  public String fingerprint() {
    return encoder.fingerprint();
  }

  @Override
  public int dimensions() {
    return encoder.dimensions();
  }

  @Override
  public int countTokens(String text) {
    return encoder.countTokens(text);
  }

  @Override
  public void close() {
    closed = true;
    encoder.close();
  }
}
