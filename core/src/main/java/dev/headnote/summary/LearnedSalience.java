package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.salience.ArticleSalience;
import dev.headnote.salience.SalienceModel;
import dev.headnote.salience.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Salience by a model that was learned from articles with summaries, in the units of {@link
 * Selection}. Stateless.
 */
final class LearnedSalience {

  private static final double QUERY = 4;

  private LearnedSalience() {}

  /**
   * Weighs an article's sentences.
   *
   * @param sentences at least one
   * @param vectors a vector of length 1 for each
   * @param title the title, or null if it doesn't count
   * @param query null if there is none
   */
  static Salience of(
      SalienceModel model,
      List<Sentence> sentences,
      float[][] vectors,
      @Nullable Title title,
      @Nullable Query query) {
    ArticleSalience article =
        model.of(
            sentences.stream().map(Sentence::text).toList(),
            vectors,
            title == null ? null : title.text(),
            title == null ? null : title.vector());
    // Only titles that were given came with summaries that are central; a heading found in the
    // text tells which words matter, and no more.
    boolean central = title != null && title.given();
    Selection selection = article.select(central);
    double[] centrality = Similarities.toCentroid(vectors);
    Salience salience = new Salience(vectors.length, ZScores.deviation(centrality), selection);
    double[] words = new double[vectors.length];
    double[] pairs = new double[vectors.length];
    double[] chance = new double[vectors.length];
    double[] nearness = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      Selection.Parts parts = selection.parts(i);
      words[i] = parts.words();
      pairs[i] = parts.pairs();
      chance[i] = parts.chance();
      nearness[i] = parts.centrality();
    }
    salience.add("words", words);
    salience.add("pairs of words", pairs);
    salience.add("chance", chance);
    if (central) {
      salience.add("centrality", nearness);
    }
    if (query != null) {
      salience.addApart(Salience.QUERY, QueryRelevance.of(sentences, vectors, query, QUERY));
    }
    return salience;
  }
}
