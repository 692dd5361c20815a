package dev.headnote;

import dev.headnote.encode.SentenceEncoder;
import dev.headnote.evaluate.GreedyOracle;
import dev.headnote.evaluate.Lead;
import dev.headnote.evaluate.Rouge;
import dev.headnote.summary.Centroid;
import dev.headnote.summary.LexRank;
import dev.headnote.summary.PacSum;
import dev.headnote.summary.ScoredSentence;
import dev.headnote.summary.SummaryOptions;
import dev.headnote.summary.TextRank;
import dev.headnote.summary.TfIdf;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What else chooses an article's sentences, within the same budget. A method that scores sentences
 * takes those of the largest scores, and passes over what the budget has no room for.
 */
final class OtherMethods {

  private final SummaryOptions options;

  /**
   * @param options how long a summary may be; nothing else of them matters
   */
  OtherMethods(SummaryOptions options) {
    this.options = options;
  }

  /** A story with the similarities of its sentences by words and by vectors. */
  record Compared(Story story, double[][] byWords, double[][] byVectors) {

    static Compared of(Story story, TfIdf tfIdf, SentenceEncoder encoder) {
      return new Compared(
          story, tfIdf.similarities(story.texts()), products(encoder.encode(story.texts())));
    }
  }

  private static double[][] products(float[][] vectors) {
    double[][] products = new double[vectors.length][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < vectors.length; j++) {
        for (int d = 0; d < vectors[i].length; d++) {
          products[i][j] += (double) vectors[i][d] * vectors[j][d];
        }
      }
    }
    return products;
  }

  static TfIdf tfIdf(List<Story> stories) {
    return new TfIdf(stories.stream().map(Story::texts).toList());
  }

  /**
   * The methods by name.
   *
   * @param onWords PacSum's weights for similarities by words
   * @param onVectors those for similarities by vectors
   */
  Map<String, Function<Compared, List<Sentence>>> all(PacSum onWords, PacSum onVectors) {
    Map<String, Function<Compared, List<Sentence>>> methods = new LinkedHashMap<>();
    methods.put("centroid, TF-IDF", each -> best(each.story, Centroid.scores(each.byWords)));
    methods.put("centroid, vectors", each -> best(each.story, Centroid.scores(each.byVectors)));
    methods.put("LexRank, TF-IDF", each -> best(each.story, LexRank.scores(each.byWords)));
    methods.put("LexRank, vectors", each -> best(each.story, LexRank.scores(each.byVectors)));
    methods.put("TextRank", each -> best(each.story, TextRank.scores(each.story.texts())));
    methods.put(
        "PacSum, TF-IDF" + name(onWords), each -> best(each.story, onWords.scores(each.byWords)));
    methods.put(
        "PacSum, vectors" + name(onVectors),
        each -> best(each.story, onVectors.scores(each.byVectors)));
    methods.put(
        "oracle",
        each ->
            new GreedyOracle(Rouge.withoutStemming())
                .select(each.story.article().sentences(), each.story.references(), options));
    return methods;
  }

  private static String name(PacSum setting) {
    return String.format(
        Locale.ROOT,
        " (λ1 %.1f, λ2 %.1f, β %.1f)",
        setting.before(),
        setting.after(),
        setting.beta());
  }

  /** The sentences of the largest scores, in the article's order; earlier ones where tied. */
  List<Sentence> best(Story story, double[] scores) {
    List<Sentence> ranked =
        story.article().sentences().stream()
            .sorted(Comparator.comparingDouble(sentence -> -scores[sentence.index()]))
            .toList();
    return Lead.select(ranked, options).stream()
        .sorted(Comparator.comparingInt(Sentence::index))
        .toList();
  }

  /** Headnote's own choice, in the same form. */
  static Function<Compared, List<Sentence>> of(Headnote headnote) {
    return each ->
        headnote.summarize(each.story.article()).sentences().stream()
            .map(ScoredSentence::sentence)
            .toList();
  }
}
