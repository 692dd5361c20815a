package dev.headnote;

import dev.headnote.encode.SentenceEncoder;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gives vectors that depend on the text's hash alone, at hardly any cost. */
class CountingEncoder implements SentenceEncoder {

  private static final int DIMENSIONS = 16;

  private final boolean remembering;

  /** The texts of each call, if they are remembered. */
  final Queue<List<String>> calls = new ConcurrentLinkedQueue<>();

  volatile boolean closed;

  CountingEncoder(boolean remembering) {
    this.remembering = remembering;
  }

  @Override
  public String model() {
    return "counting";
  }

  @Override
  public Precision precision() {
    return Precision.FP32;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[][] encode(List<String> texts) {
    if (remembering) {
      calls.add(List.copyOf(texts));
    }
    return texts.stream().map(CountingEncoder::vector).toArray(float[][]::new);
  }

  private static float[] vector(String text) {
    Random random = new Random(text.hashCode());
    float[] vector = new float[DIMENSIONS];
    double squares = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = random.nextFloat() - 0.5f;
      squares += vector[d] * vector[d];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Override
  public void close() {
    closed = true;
  }
}
