package dev.headnote.topic;

import dev.headnote.Progress;
import java.util.Objects;

/**
 * Learns a topic model in the way that {@link ModelSelection} chose: from articles' vectors, pulled
 * to what the labels mean, and from their words. Immutable.
 *
 * @param data the articles and their labels
 * @param meanings what the labels mean; those of the data come first
 */
record ModelFitting(TrainingData data, LabelDirections meanings) {

  /** What labels mean starts half as sharp as without examples, so that examples have a say. */
  private static final double PRIOR_SHARE = 0.5;

  /** How strongly the weights of words are pulled to 0. */
  private static final double WORD_STRENGTH = 0.1;

  /** The weights and biases that the learned ones are pulled to: what the labels mean. */
  double[] prior() {
    double[] prior = new double[LogisticRegression.size(data.vectors(), data.labels())];
    for (int label = 0; label < data.labels(); label++) {
      for (int d = 0; d < data.vectors().dimensions(); d++) {
        prior[data.vectors().place(label, data.labels(), d)] =
            PRIOR_SHARE * meanings.vectors()[label][d];
      }
      if (data.link() == Link.LOGISTIC) {
        prior[prior.length - data.labels() + label] = -PRIOR_SHARE * noneLogit();
      }
    }
    return prior;
  }

  /** The logit of "none of these" without examples. */
  private double noneLogit() {
    return ZeroShotScorer.noneLogit(meanings.vectors().length);
  }

  /**
   * Learns the model of vectors.
   *
   * @param strength of the pull to the {@link #prior}
   * @param start where to begin; the nearer to what is found, the faster
   */
  LogisticRegression byVectors(double strength, double[] start) {
    return LogisticRegression.fit(
        data.vectors(), data.gold(), data.link(), prior(), strength, start);
  }

  /**
   * Learns the model of words. Its biases are not used: the model of vectors already has some,
   * which say how common the labels are.
   */
  LogisticRegression byWords() {
    Examples words = Objects.requireNonNull(data.words());
    double[] zeros = new double[LogisticRegression.size(words, data.labels())];
    return LogisticRegression.fit(words, data.gold(), data.link(), zeros, WORD_STRENGTH, zeros);
  }

  /**
   * Learns all of a topic model.
   *
   * @param choice how
   * @param vocabulary the words of the data's articles; counts for nothing if the choice is without
   * @param progress told when it begins and ends
   */
  TopicModel.Parameters learn(
      ModelSelection.Choice choice, LexicalVocabulary vocabulary, Progress progress) {
    progress.at("learning", 0, 1);
    LogisticRegression byVectors = byVectors(choice.strength(), prior());
    double[][] weights = new double[data.labels()][];
    double[] biases = new double[data.labels()];
    for (int label = 0; label < weights.length; label++) {
      weights[label] = byVectors.ofLabel(label);
      for (int d = 0; d < weights[label].length; d++) {
        weights[label][d] *= choice.sharpness();
      }
      biases[label] = choice.sharpness() * byVectors.bias(label);
    }
    LexicalModel lexical = null;
    if (choice.wordShare() > 0) {
      LogisticRegression byWords = byWords();
      float[] ofWords = new float[vocabulary.size() * data.labels()];
      for (int i = 0; i < ofWords.length; i++) {
        ofWords[i] = (float) (choice.wordShare() * byWords.weights()[i]);
      }
      lexical = new LexicalModel(vocabulary, ofWords, data.labels());
    }
    progress.at("learning", 1, 1);
    DecisionThresholds decisions =
        DecisionThresholds.of(
            data, choice.heldOut(), choice.sharpness() * PRIOR_SHARE * noneLogit());
    return new TopicModel.Parameters(
        meanings, weights, biases, decisions.none(), decisions.ofLabels(), lexical);
  }
}
