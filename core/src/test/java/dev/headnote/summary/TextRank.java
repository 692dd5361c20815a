package dev.headnote.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * TextRank (Mihalcea and Tarau 2004): a sentence is worth how often a walk visits it that goes from
 * sentence to sentence by the words they have in common, divided by the logarithms of their
 * lengths.
 */
public final class TextRank {

  private TextRank() {}

  /** Scores sentences. */
  public static double[] scores(List<String> sentences) {
    List<List<String>> words = sentences.stream().map(TfIdf::words).toList();
    List<HashSet<String>> sets = words.stream().map(HashSet::new).toList();
    double[][] overlaps = new double[sentences.size()][sentences.size()];
    for (int i = 0; i < overlaps.length; i++) {
      for (int j = 0; j < i; j++) {
        double lengths = Math.log(words.get(i).size()) + Math.log(words.get(j).size());
        Set<String> other = sets.get(j);
        long common = sets.get(i).stream().filter(other::contains).count();
        // Two sentences of a word each, or none, have no lengths to divide by.
        overlaps[i][j] = lengths > 0 ? common / lengths : 0;
        overlaps[j][i] = overlaps[i][j];
      }
    }
    return RandomWalk.visits(overlaps);
  }
}
