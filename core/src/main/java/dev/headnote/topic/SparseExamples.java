package dev.headnote.topic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Vectors in which most numbers are 0. The weights of a dimension, one for each label, lie side by
 * side.
 *
 * @param places for each example, the dimensions in which its vector is not 0, ascending
 * @param values for each example, its vector's numbers in these dimensions
 * @param dimensions how many dimensions there are
 */
record SparseExamples(int[][] places, float[][] values, int dimensions) implements Examples {

  /** The tf-idf vectors of articles, by the features that a vocabulary knows. */
  static SparseExamples of(List<Map<Long, Integer>> articles, LexicalVocabulary vocabulary) {
    int[][] places = new int[articles.size()][];
    float[][] values = new float[articles.size()][];
    int next = 0;
    for (Map<Long, Integer> article : articles) {
      int[] known = new int[article.size()];
      int found = 0;
      for (long feature : article.keySet()) {
        int place = vocabulary.find(feature);
        if (place >= 0) {
          known[found++] = place;
        }
      }
      known = Arrays.copyOf(known, found);
      // In a fixed order, or sums would depend on that of the map.
      Arrays.sort(known);
      double length = vocabulary.length(article);
      float[] weights = new float[found];
      for (int i = 0; i < found; i++) {
        int times = Objects.requireNonNull(article.get(vocabulary.features()[known[i]]));
        weights[i] = (float) (vocabulary.weight(known[i], times) / length);
      }
      places[next] = known;
      values[next++] = weights;
    }
    return new SparseExamples(places, values, vocabulary.size());
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public void addProducts(int example, double[] weights, double[] ofLabels) {
    int[] known = places[example];
    for (int i = 0; i < known.length; i++) {
      int from = known[i] * ofLabels.length;
      double value = values[example][i];
      for (int label = 0; label < ofLabels.length; label++) {
        ofLabels[label] += weights[from + label] * value;
      }
    }
  }

  @Override
  public void addMultiples(int example, double[] ofLabels, double[] weights) {
    int[] known = places[example];
    for (int i = 0; i < known.length; i++) {
      int from = known[i] * ofLabels.length;
      double value = values[example][i];
      for (int label = 0; label < ofLabels.length; label++) {
        weights[from + label] += ofLabels[label] * value;
      }
    }
  }

  @Override
  public int place(int label, int labels, int dimension) {
    return dimension * labels + label;
  }

  /** The examples with these numbers, in this order. */
  SparseExamples subset(int[] chosen) {
    return new SparseExamples(
        Arrays.stream(chosen).mapToObj(i -> places[i]).toArray(int[][]::new),
        Arrays.stream(chosen).mapToObj(i -> values[i]).toArray(float[][]::new),
        dimensions);
  }
}
