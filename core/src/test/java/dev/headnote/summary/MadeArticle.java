package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Sentences and vectors for the tests of summaries. */
final class MadeArticle {

  private MadeArticle() {}

  static List<Sentence> sentences(String... texts) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      sentences.add(new Sentence(sentences.size(), start, start + text.length(), text));
      start += text.length() + 1;
    }
    return sentences;
  }

  static long words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).count();
  }

  /** A vector of length 1 that has one dimension alone. */
  static float[] axis(int dimensions, int which) {
    float[] vector = new float[dimensions];
    vector[which] = 1;
    return vector;
  }

  static float[][] axes(int dimensions, int... which) {
    return Arrays.stream(which).mapToObj(w -> axis(dimensions, w)).toArray(float[][]::new);
  }

  /** Vectors of length 1 by chance. */
  static float[][] random(int count, int dimensions, long seed) {
    Random random = new Random(seed);
    float[][] vectors = new float[count][dimensions];
    for (float[] vector : vectors) {
      double squares = 0;
      for (int d = 0; d < dimensions; d++) {
        vector[d] = (float) random.nextGaussian();
        squares += (double) vector[d] * vector[d];
      }
      for (int d = 0; d < dimensions; d++) {
        vector[d] /= (float) Math.sqrt(squares);
      }
    }
    return vectors;
  }
}
