package dev.headnote.salience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with a summary that somebody wrote, to learn from. The arrays are not copied and must
 * not change.
 *
 * @param sentences its sentences, in order
 * @param vectors a vector of length 1 for each
 * @param title its title, or null if there is none
 * @param titleVector the title's vector; null where the title is
 * @param summary what was written
 * @param weight how much it counts beside others, above 0 and finite
 */
public record TrainingArticle(
    List<String> sentences,
    float[][] vectors,
    @Nullable String title,
    float @Nullable [] titleVector,
    String summary,
    double weight) {

  /**
   * Checks that they belong together.
   *
   * @throws IllegalArgumentException if a sentence or the title has no vector, or a vector neither,
   *     or the weight is not above 0 and finite
   */
  public TrainingArticle {
    sentences = List.copyOf(sentences);
    if (vectors.length != sentences.size() || (title == null) != (titleVector == null)) {
      throw new IllegalArgumentException("each text needs a vector");
    }
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a weight above 0, not " + weight);
    }
  }
}
