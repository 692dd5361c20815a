package dev.headnote.topic;

import org.jspecify.annotations.Nullable;

/**
 * Scores labels by what was learned from examples: a linear model of the article's vector and, if
 * there were examples enough, of its words. Both are sums over its sentences. Immutable.
 */
final class TrainedScorer implements Scorer {

  /** The logit of none is learned for this threshold. */
  static final double NONE_THRESHOLD = 0.35;

  private final LabelComparison comparison;
  private final LabelMatrix weights;
  private final double[] biases;
  private final double none;
  private final @Nullable LexicalModel lexical;

  TrainedScorer(TopicModel.Parameters learned) {
    comparison = new LabelComparison(learned.meanings());
    weights = new LabelMatrix(learned.weights());
    biases = learned.biases();
    none = learned.none();
    lexical = learned.lexical();
  }

  @Override
  public Scores score(EncodedArticle article, int evidence, Runnable check) {
    float[][] vectors = article.topicVectors();
    int labels = biases.length;
    double[] ofTexts = comparison.compare(article, new StrongestSentences(0, 0), check).weights();
    LexicalModel.Contributions words = lexical == null ? null : lexical.read(article);
    StrongestSentences strongest =
        new StrongestSentences(labels, Math.min(evidence, vectors.length));
    double[] logits = biases.clone();
    double[][] room = comparison.room(vectors.length);
    for (int from = 0; from < vectors.length; from += LabelComparison.BLOCK) {
      check.run();
      double[][] products = weights.products(comparison.centred(vectors, from, room));
      for (int i = 0; i < products.length; i++) {
        double[] contributions =
            contributions(products[i], ofTexts[from + i], words, from + i, labels);
        DoubleVectors.add(logits, contributions, 1);
        strongest.add(contributions, 1);
      }
    }
    double[] titles = new double[labels];
    float[] title = article.titleVector();
    if (title != null) {
      double[][] product = weights.products(new double[][] {comparison.centred(title)});
      titles = contributions(product[0], ofTexts[vectors.length], words, vectors.length, labels);
      DoubleVectors.add(logits, titles, 1);
    }
    return new Scores(logits, biases.clone(), titles, strongest.evidence(1), none);
  }

  @Override
  public double noneThreshold() {
    return NONE_THRESHOLD;
  }

  private static double[] contributions(
      double[] products,
      double weight,
      LexicalModel.@Nullable Contributions words,
      int text,
      int labels) {
    double[] contributions = new double[labels];
    for (int label = 0; label < labels; label++) {
      contributions[label] = weight * products[label];
    }
    if (words != null) {
      words.add(text, contributions);
    }
    return contributions;
  }
}
