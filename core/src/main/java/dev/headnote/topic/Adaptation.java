package dev.headnote.topic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Moves what labels mean towards articles whose labels are not known. {@link TopicAdapter} says
 * how, docs/topics.md what the constants were chosen by. Immutable.
 */
final class Adaptation {

  /** An article counts for its label by this power of how probable that is. */
  private static final double CAUTION = 4;

  /** A label moves half as far as it can where its articles count as much as so many sure ones. */
  private static final double SURE_ARTICLES = 50;

  /** However many they are, what a label means counts as much as they do. */
  private static final double MOST_SHARE = 0.5;

  /** Factors from means to logits; the first, and how often it is bettered. */
  private static final double FIRST_SCALE = 50;

  private static final int SCALE_STEPS = 5;

  /** How much of how common a label seems to be goes into its bias. */
  private static final double COMMONNESS = 0.25;

  /** Each label counts as if it had so many articles more. */
  private static final double MORE_ARTICLES = 30;

  /** What the logarithms of words' ratios are multiplied by. */
  private static final double WORD_SHARE = 1.5;

  /** Added to how often a word comes, so that a rare one says little; in units of tf-idf. */
  private static final double MORE_OF_WORDS = 0.1;

  /** How many articles are compared with the labels before their parts are added up. */
  private static final int BLOCK = 1_000;

  private final DenseExamples vectors;
  private final double[][] meanings;
  private final double none;

  /**
   * @param vectors the articles'
   * @param meanings of the labels, and none that only stands beside
   */
  Adaptation(DenseExamples vectors, double[][] meanings) {
    this.vectors = vectors;
    this.meanings = meanings;
    this.none = ZeroShotScorer.noneLogit(meanings.length);
  }

  /**
   * A linear model of articles' vectors.
   *
   * @param weights for each label
   * @param biases for each label
   */
  record Linear(double[][] weights, double[] biases) {}

  /**
   * The labels that articles seem to have.
   *
   * @param ofArticles for each article its most probable label; -1 for none
   * @param weights for each article how much it counts, from 0 to 1
   * @param sums for each label the sum of its probabilities over all articles
   */
  private record Guesses(int[] ofArticles, double[] weights, double[] sums) {

    /** For each label the sum of its articles' weights. */
    double[] masses() {
      double[] masses = new double[sums.length];
      for (int i = 0; i < ofArticles.length; i++) {
        if (ofArticles[i] >= 0) {
          masses[ofArticles[i]] += weights[i];
        }
      }
      return masses;
    }
  }

  /** The labels' directions, moved towards the means of the articles that seem to be theirs. */
  Linear linear() {
    Guesses guesses = guesses(new Linear(meanings, new double[meanings.length]));
    double[] shares = shares(guesses.masses());
    double[][] means = means(guesses);
    double[] centre = new double[vectors.dimensions()];
    double scale = FIRST_SCALE;
    for (int step = 0; step < SCALE_STEPS; step++) {
      centre = centre(means, shares, scale);
      scale = scale(means, shares, centre, scale);
    }
    double[][] weights = new double[meanings.length][];
    for (int label = 0; label < weights.length; label++) {
      weights[label] = meanings[label].clone();
      double share = MOST_SHARE * shares[label];
      for (int d = 0; share > 0 && d < centre.length; d++) {
        double moved = scale * (means[label][d] - centre[d]);
        weights[label][d] += share * (moved - weights[label][d]);
      }
    }
    return new Linear(weights, biases(guesses.sums));
  }

  /** How much of its way each label goes, from 0 to 1. */
  private static double[] shares(double[] masses) {
    return Arrays.stream(masses).map(mass -> mass / (mass + SURE_ARTICLES)).toArray();
  }

  /** The mean of each label's articles; zeros where it has none. */
  private double[][] means(Guesses guesses) {
    double[][] means = new double[meanings.length][vectors.dimensions()];
    for (int i = 0; i < vectors.size(); i++) {
      if (guesses.ofArticles[i] >= 0) {
        DoubleVectors.add(means[guesses.ofArticles[i]], vectors.vectors()[i], guesses.weights[i]);
      }
    }
    double[] masses = guesses.masses();
    for (int label = 0; label < means.length; label++) {
      for (int d = 0; masses[label] > 0 && d < means[label].length; d++) {
        means[label][d] /= masses[label];
      }
    }
    return means;
  }

  /**
   * Where an article of no label would lie: the labels' means less what the labels mean. So a label
   * that has all articles stays where it is, as nothing is known of its difference from others.
   */
  private double[] centre(double[][] means, double[] shares, double scale) {
    double[] centre = new double[vectors.dimensions()];
    double sum = Arrays.stream(shares).sum();
    for (int label = 0; sum > 0 && label < means.length; label++) {
      double part = shares[label] / sum;
      for (int d = 0; d < centre.length; d++) {
        centre[d] += part * (means[label][d] - meanings[label][d] / scale);
      }
    }
    return centre;
  }

  /** The factor at which the means' differences from the centre are as long as the meanings. */
  private double scale(double[][] means, double[] shares, double[] centre, double before) {
    double ofMeanings = 0;
    double ofMeans = 0;
    for (int label = 0; label < means.length; label++) {
      double[] difference = means[label].clone();
      DoubleVectors.subtract(difference, centre);
      ofMeans += shares[label] * DoubleVectors.dot(difference, difference);
      ofMeanings += shares[label] * DoubleVectors.dot(meanings[label], meanings[label]);
    }
    return ofMeans > 0 ? Math.sqrt(ofMeanings / ofMeans) : before;
  }

  private static double[] biases(double[] sums) {
    double all = Arrays.stream(sums).sum() + MORE_ARTICLES * sums.length;
    return Arrays.stream(sums)
        .map(sum -> COMMONNESS * Math.log((sum + MORE_ARTICLES) / all * sums.length))
        .toArray();
  }

  /**
   * For each word one weight for each label: the logarithm of how often it comes in the label's
   * articles over how often it would by what is usual over all labels.
   *
   * @param words the articles'
   * @param moved by which the articles are labelled
   */
  float[] ofWords(SparseExamples words, Linear moved) {
    int labels = meanings.length;
    Guesses guesses = guesses(moved);
    double[] counts = new double[words.dimensions() * labels];
    double[] ofLabels = new double[labels];
    for (int i = 0; i < words.size(); i++) {
      int label = guesses.ofArticles[i];
      int[] places = words.places()[i];
      for (int j = 0; label >= 0 && j < places.length; j++) {
        double count = guesses.weights[i] * words.values()[i][j];
        counts[places[j] * labels + label] += count;
        ofLabels[label] += count;
      }
    }
    double[] shares = shares(guesses.masses());
    double sum = Arrays.stream(shares).sum();
    float[] weights = new float[counts.length];
    for (int word = 0; sum > 0 && word < words.dimensions(); word++) {
      double usual = 0;
      for (int label = 0; label < labels; label++) {
        if (ofLabels[label] > 0) {
          usual += shares[label] / sum * counts[word * labels + label] / ofLabels[label];
        }
      }
      for (int label = 0; label < labels; label++) {
        double found = counts[word * labels + label] + MORE_OF_WORDS;
        double expected = ofLabels[label] * usual + MORE_OF_WORDS;
        weights[word * labels + label] = (float) (WORD_SHARE * Math.log(found / expected));
      }
    }
    return weights;
  }

  /**
   * Labels the articles. Each counts by the less of the probabilities that its label has by the
   * model and by what it means, so that the model is not led away by what it has learned.
   */
  private Guesses guesses(Linear model) {
    int size = vectors.size();
    double[] ofModel = flat(model.weights);
    double[] ofMeanings = flat(meanings);
    double[] even = new double[meanings.length];
    Guesses guesses = new Guesses(new int[size], new double[size], new double[meanings.length]);
    for (int from = 0; from < size; from += BLOCK) {
      int start = from;
      Probabilities[] found = new Probabilities[Math.min(BLOCK, size - from)];
      IntStream.range(0, found.length)
          .parallel()
          .forEach(
              i -> {
                found[i] = probabilities(start + i, ofModel, model.biases);
                int best = DoubleVectors.largest(found[i].ofLabels());
                double probability = found[i].ofLabels()[best];
                double before = probabilities(start + i, ofMeanings, even).ofLabels()[best];
                guesses.ofArticles[start + i] = probability >= found[i].none() ? best : -1;
                guesses.weights[start + i] = Math.pow(Math.min(probability, before), CAUTION);
              });
      // In the order of the articles, so that the sums do not depend on the threads.
      for (Probabilities one : found) {
        for (int label = 0; label < guesses.sums.length; label++) {
          guesses.sums[label] += one.ofLabels()[label];
        }
      }
    }
    return guesses;
  }

  private Probabilities probabilities(int article, double[] weights, double[] biases) {
    double[] logits = biases.clone();
    vectors.addProducts(article, weights, logits);
    return Probabilities.ofOne(logits, none);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
