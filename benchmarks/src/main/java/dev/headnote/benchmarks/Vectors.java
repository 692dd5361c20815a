package dev.headnote.benchmarks;

import dev.headnote.Device;
import dev.headnote.Precision;
import java.util.List;
import java.util.Locale;

/** Arithmetic on vectors, and the proof that an encoder gives the right ones. */
final class Vectors {

  private static final int CHECKED_SENTENCES = 64;

  /** Above what int8 rounding costs, and far below what a wrong pooling or prefix would give. */
  private static final double MIN_COSINE = 0.97;

  private Vectors() {}

  /** Scales a vector to length 1, in place, and returns it. */
  static float[] normalized(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-24)));
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= scale;
    }
    return vector;
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }

  /**
   * Compares an encoder's vectors with those of Headnote in fp32, and prints their mean cosine to
   * standard error.
   *
   * @param name names the encoder in messages
   * @throws IllegalStateException if the mean cosine is below 0.97
   */
  static void check(String name, Encoder encoder, Setting setting) {
    List<String> sentences = Corpus.sentences(CHECKED_SENTENCES);
    float[][] actual = encoder.encode(sentences);
    float[][] expected;
    Setting reference = new Setting(setting.model(), Precision.FP32, Device.CPU, setting.workers());
    try (Encoder fp32 = new HeadnoteEncoder(reference)) {
      expected = fp32.encode(sentences);
    }
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      sum += dot(actual[i], expected[i]);
    }
    double mean = sum / expected.length;
    System.err.printf(
        Locale.ROOT,
        "%s %s %s: mean cosine to fp32 over %d sentences %.6f%n",
        name,
        setting.model(),
        setting.precision(),
        expected.length,
        mean);
    if (!(mean >= MIN_COSINE)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s gives wrong vectors: mean cosine to fp32 %.4f, must be at least %.2f",
              name,
              mean,
              MIN_COSINE));
    }
  }
}
