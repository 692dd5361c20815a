package dev.headnote.topic;

import dev.headnote.Precision;
import dev.headnote.encode.SentenceEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Vectors that only know which words texts share. */
record WordEncoder(String model) implements SentenceEncoder {

  /** The sum of a random but fixed vector for each word, brought to length 1. */
  static float[] vector(String text) {
    float[] vector = new float[256];
    for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
      Random random = new Random(word.hashCode());
      for (int d = 0; d < vector.length; d++) {
        vector[d] += (float) random.nextGaussian();
      }
    }
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  EncodedArticle article(@Nullable String title, String... sentences) {
    return new EncodedArticle(
        List.of(sentences),
        encode(List.of(sentences)),
        title,
        title == null ? null : vector(title),
        null);
  }

  @Override
  public Precision precision() {
    return Precision.FP32;
  }

  @Override
  public int dimensions() {
    return 256;
  }

  @Override
  public float[][] encode(List<String> texts) {
    return texts.stream().map(WordEncoder::vector).toArray(float[][]::new);
  }

  @Override
  public void close() {}
}
