package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Salience that needs no training. It adds up how near a sentence is to the whole article (centroid
 * summarisation, Radev et al. 2004), how early it stands (news puts first what matters), and how
 * near it is to the title and to the query; a sentence that is short, or that opens by pointing
 * back ("He said", "But"), loses some. The constants were chosen over several corpora; see
 * docs/quality.md.
 *
 * <p>All is in standard deviations of the sentences' centrality. Stateless.
 */
final class CentroidSalience {

  private static final double POSITION = 5;
  private static final double TITLE = 0.8;
  private static final double QUERY = 8;

  /** Position counts for less by a factor of e after so many sentences. */
  private static final double POSITION_DECAY = 6;

  /** A sentence of fewer words loses this much for each factor of e that it is shorter. */
  private static final double BREVITY = 0.5;

  private static final int FULL_LENGTH_WORDS = 20;

  /** What a sentence loses that opens by pointing back to one that may not be in the summary. */
  private static final double POINTING_BACK = 1;

  private static final Set<String> POINTERS =
      Set.of(
          "he", "she", "it", "they", "his", "her", "their", "its", "this", "that", "these", "those",
          "but", "and", "so", "then", "now", "also", "there", "here", "yet", "however");

  private CentroidSalience() {}

  /**
   * Weighs an article's sentences.
   *
   * @param sentences at least one
   * @param vectors a vector of length 1 for each
   * @param title the title's vector, or null if it doesn't count
   * @param query null if there is none
   */
  static Salience of(
      List<Sentence> sentences,
      float[][] vectors,
      float @Nullable [] title,
      @Nullable Query query) {
    double[] centrality = Similarities.toCentroid(vectors);
    Salience salience = new Salience(vectors.length, ZScores.deviation(centrality));
    salience.add("centrality", ZScores.of(centrality, 1));
    if (title != null) {
      salience.add("title", ZScores.of(Similarities.of(vectors, title), TITLE));
    }
    if (query != null) {
      salience.add(Salience.QUERY, QueryRelevance.of(sentences, vectors, query, QUERY));
    }
    double[] position = new double[vectors.length];
    double[] brevity = new double[vectors.length];
    double[] pointingBack = new double[vectors.length];
    boolean[] fragment = Fragment.of(sentences);
    int before = 0;
    for (int i = 0; i < vectors.length; i++) {
      if (fragment[i]) {
        continue;
      }
      String text = sentences.get(i).text();
      int words = sentences.get(i).wordCount();
      position[i] = POSITION * Math.exp(-before++ / POSITION_DECAY);
      brevity[i] = BREVITY * Math.min(0, Math.log((double) words / FULL_LENGTH_WORDS));
      pointingBack[i] = pointsBack(text) ? -POINTING_BACK : 0;
    }
    salience.add("position", position);
    salience.add("brevity", brevity);
    salience.add("pointing back", pointingBack);
    return salience;
  }

  private static boolean pointsBack(String text) {
    String first = text.split("\\s", 2)[0];
    int start = 0;
    int end = first.length();
    while (start < end && !Character.isLetter(first.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(first.charAt(end - 1))) {
      end--;
    }
    return POINTERS.contains(first.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
