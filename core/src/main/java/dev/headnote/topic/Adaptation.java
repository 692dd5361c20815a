package dev.headnote.topic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Moves what labels mean towards articles whose labels are not known. {@link TopicAdapter} says
 * how, docs/topics/adapting.md what the constants were chosen by. Immutable.
 */
final class Adaptation {

  /** An article counts for its label by this power of the label's probability. */
  private static final double CAUTION = 4;

  /** A label whose articles weigh this much together moves half as far as it could. */
  private static final double SURE_ARTICLES = 50;

  /** A label moves at most this part of the way; for the rest it keeps what it means. */
  private static final double MOST_SHARE = 0.5;

  /** The factor from means to logits that the search begins with, and the steps of the search. */
  private static final double FIRST_SCALE = 50;

  private static final int SCALE_STEPS = 5;

  /** The share of the logarithm of a label's frequency that goes into its bias. */
  private static final double COMMONNESS = 0.25;

  /** So many articles are added to each label's frequency, so that a rare one is not shut out. */
  private static final double MORE_ARTICLES = 30;

  /** The factor of the words' weights, which are logarithms of ratios. */
  private static final double WORD_SHARE = 1.5;

  /** Added to how often a word comes, so that a rare one says little; in units of tf-idf. */
  private static final double MORE_OF_WORDS = 0.1;

  /** So many articles are labelled at once, by several threads, before they are added up. */
  private static final int BLOCK = 1_000;

  private final DenseExamples vectors;
  private final double[][] meanings;
  private final double none;

  /**
   * @param vectors the articles' vectors
   * @param meanings for each label, the direction that it means; no others
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
   * The labels that articles seem to have: pseudo-labels (Lee 2013).
   *
   * @param ofArticles for each article, its most probable label; -1 for none
   * @param weights for each article, how much it counts, from 0 to 1
   * @param sums for each label, the sum of its probabilities over all articles
   */
  private record PseudoLabels(int[] ofArticles, double[] weights, double[] sums) {

    /** For each label, the sum of its articles' weights. */
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
    PseudoLabels pseudoLabels = pseudoLabels(new Linear(meanings, new double[meanings.length]));
    double[] shares = shares(pseudoLabels.masses());
    double[][] means = means(pseudoLabels);
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
    return new Linear(weights, biases(pseudoLabels.sums));
  }

  /** For each label, how far it moves of as far as it could, from 0 to 1. */
  private static double[] shares(double[] masses) {
    return Arrays.stream(masses).map(mass -> mass / (mass + SURE_ARTICLES)).toArray();
  }

  /** The mean of each label's articles; zeros where it has none. */
  private double[][] means(PseudoLabels pseudoLabels) {
    double[][] means = new double[meanings.length][vectors.dimensions()];
    for (int i = 0; i < vectors.size(); i++) {
      if (pseudoLabels.ofArticles[i] >= 0) {
        DoubleVectors.add(
            means[pseudoLabels.ofArticles[i]], vectors.vectors()[i], pseudoLabels.weights[i]);
      }
    }
    double[] masses = pseudoLabels.masses();
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
   * The weights of words, for each word one for each label: the logarithm of how often the word
   * comes in the label's articles, divided by how often it would if it came in them as in the
   * articles of all labels.
   *
   * @param words the articles' words
   * @param moved the model that labels the articles
   */
  float[] ofWords(SparseExamples words, Linear moved) {
    int labels = meanings.length;
    PseudoLabels pseudoLabels = pseudoLabels(moved);
    double[] counts = new double[words.dimensions() * labels];
    double[] ofLabels = new double[labels];
    for (int i = 0; i < words.size(); i++) {
      int label = pseudoLabels.ofArticles[i];
      int[] places = words.places()[i];
      for (int j = 0; label >= 0 && j < places.length; j++) {
        double count = pseudoLabels.weights[i] * words.values()[i][j];
        counts[places[j] * labels + label] += count;
        ofLabels[label] += count;
      }
    }
    double[] shares = shares(pseudoLabels.masses());
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
   * Labels the articles. Its label has one probability by the model and one by what the label
   * means, and an article counts by the smaller one, so that the model is not led away by what it
   * learned.
   */
  private PseudoLabels pseudoLabels(Linear model) {
    int size = vectors.size();
    double[] ofModel = flat(model.weights);
    double[] ofMeanings = flat(meanings);
    double[] even = new double[meanings.length];
    PseudoLabels pseudoLabels =
        new PseudoLabels(new int[size], new double[size], new double[meanings.length]);
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
                pseudoLabels.ofArticles[start + i] = probability >= found[i].none() ? best : -1;
                pseudoLabels.weights[start + i] = Math.pow(Math.min(probability, before), CAUTION);
              });
      // In the order of the articles, so that the sums do not depend on the threads.
      for (Probabilities one : found) {
        for (int label = 0; label < pseudoLabels.sums.length; label++) {
          pseudoLabels.sums[label] += one.ofLabels()[label];
        }
      }
    }
    return pseudoLabels;
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
