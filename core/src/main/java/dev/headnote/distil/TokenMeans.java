package dev.headnote.distil;

import java.util.Arrays;
import java.util.List;

/**
 * Which tokens each text consists of, as a sparse matrix: a row for each text, a column for each
 * token, and in it the token's share of the text. Multiplied by token vectors it gives the means of
 * the texts' tokens. Immutable.
 */
final class TokenMeans {

  /** Where each text's entries begin; one more than texts. */
  private final int[] starts;

  private final int[] tokens;
  private final float[] shares;
  private final int vocabulary;

  /**
   * @param texts the token ids of each text, in any order
   * @param vocabulary the number of tokens
   */
  TokenMeans(List<int[]> texts, int vocabulary) {
    this.vocabulary = vocabulary;
    starts = new int[texts.size() + 1];
    int size = texts.stream().mapToInt(text -> text.length).sum();
    int[] all = new int[size];
    float[] parts = new float[size];
    int end = 0;
    for (int text = 0; text < texts.size(); text++) {
      int[] sorted = texts.get(text).clone();
      Arrays.sort(sorted);
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          all[end++] = sorted[i];
        }
        parts[end - 1] += 1f / sorted.length;
      }
      starts[text + 1] = end;
    }
    tokens = Arrays.copyOf(all, end);
    shares = Arrays.copyOf(parts, end);
  }

  /** The number of texts. */
  int texts() {
    return starts.length - 1;
  }

  /** Sets {@code mean} to that of a text's token vectors; zero for a text without tokens. */
  void mean(int text, float[][] vectors, float[] mean) {
    Arrays.fill(mean, 0);
    for (int i = starts[text]; i < starts[text + 1]; i++) {
      addTo(mean, shares[i], vectors[tokens[i]]);
    }
  }

  /** Adds a vector to those of a text's tokens, each by its share: the transposed product. */
  void spread(int text, float[] vector, float[][] vectors) {
    for (int i = starts[text]; i < starts[text + 1]; i++) {
      addTo(vectors[tokens[i]], shares[i], vector);
    }
  }

  /** The sum over texts of each token's squared share. */
  float[] squaredShares() {
    float[] sums = new float[vocabulary];
    for (int i = 0; i < tokens.length; i++) {
      sums[tokens[i]] += shares[i] * shares[i];
    }
    return sums;
  }

  private static void addTo(float[] sum, float factor, float[] vector) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += factor * vector[d];
    }
  }
}
