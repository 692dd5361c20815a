package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.util.Arrays;
import java.util.stream.IntStream;
import smile.math.BFGS;
import smile.math.DifferentiableMultivariateFunction;

/**
 * A linear model whose weights are pulled towards given ones, by maximum a posteriori: the sum of
 * the cross-entropies, and half the strength times the squared distance from the given weights.
 * Smile's L-BFGS finds the minimum. Deterministic.
 *
 * @param weights as the examples lay them out, then a bias for each label
 * @param examples of the kind and dimensions that it was learned from
 * @param labels how many there are
 */
record LogisticRegression(double[] weights, Examples examples, int labels) {

  /** How many of its past steps L-BFGS keeps, and where it stops. */
  private static final int HISTORY = 5;

  private static final double TOLERANCE = 1e-3;
  private static final int MOST_ITERATIONS = 500;

  /**
   * Learns weights and biases.
   *
   * @param examples the inputs
   * @param gold for each example, which labels it has
   * @param link the kind of probabilities. By a softmax nothing is learned of a label that no
   *     example has: it keeps what is given, or it would be pushed away from all articles. Where
   *     each label stands by itself, its absence from all examples does count
   * @param prior what the weights and biases are pulled to: {@link #size} numbers, laid out as
   *     {@code weights} are
   * @param strength how strong the pull is
   * @param start the weights and biases to start from, laid out likewise; not changed
   * @throws HeadnoteException with code ENGINE_UNAVAILABLE without Smile
   */
  static LogisticRegression fit(
      Examples examples,
      boolean[][] gold,
      Link link,
      double[] prior,
      double strength,
      double[] start) {
    int labels = gold[0].length;
    if (link == Link.LOGISTIC && labels > 1) {
      return fitEach(examples, gold, prior, strength, start);
    }
    readSmile();
    double[] weights = start.clone();
    Objective objective = new Objective(examples, gold, link, prior, strength);
    objective.minimize(weights);
    return new LogisticRegression(weights, examples, labels);
  }

  /** Smile's module has the name of its file, so module-info can't require it. */
  private static void readSmile() {
    try {
      Module smile = Class.forName("smile.math.BFGS").getModule();
      LogisticRegression.class.getModule().addReads(smile);
    } catch (ClassNotFoundException e) {
      throw new HeadnoteException(
          Code.ENGINE_UNAVAILABLE,
          "training needs com.github.haifengl:smile-math, which is not on the class path; among"
              + " modules, start java with --add-modules smile.math",
          e);
    }
  }

  /** Learns labels that do not compete one by one, which takes fewer steps for each. */
  private static LogisticRegression fitEach(
      Examples examples, boolean[][] gold, double[] prior, double strength, double[] start) {
    int labels = gold[0].length;
    double[] weights = new double[start.length];
    IntStream.range(0, labels)
        .parallel()
        .forEach(
            label -> {
              boolean[][] own =
                  Arrays.stream(gold)
                      .map(row -> new boolean[] {row[label]})
                      .toArray(boolean[][]::new);
              int[] places = places(examples, label, labels);
              double[] learned =
                  fit(examples, own, Link.LOGISTIC, at(places, prior), strength, at(places, start))
                      .weights();
              for (int i = 0; i < places.length; i++) {
                weights[places[i]] = learned[i];
              }
            });
    return new LogisticRegression(weights, examples, labels);
  }

  /** The indexes of a label's weights and, last, of its bias. */
  private static int[] places(Examples examples, int label, int labels) {
    int[] places = new int[examples.dimensions() + 1];
    for (int d = 0; d < examples.dimensions(); d++) {
      places[d] = examples.place(label, labels, d);
    }
    places[examples.dimensions()] = examples.dimensions() * labels + label;
    return places;
  }

  private static double[] at(int[] places, double[] values) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  /** How many weights and biases there are. */
  static int size(Examples examples, int labels) {
    return Math.addExact(Math.multiplyExact(examples.dimensions(), labels), labels);
  }

  /** The logits of an example, which need not be one that the model was learned from. */
  double[] logits(Examples others, int example) {
    return logits(others, example, weights, labels);
  }

  /** The logits less the biases. */
  double[] contributions(Examples others, int example) {
    double[] contributions = new double[labels];
    others.addProducts(example, weights, contributions);
    return contributions;
  }

  private static double[] logits(Examples examples, int example, double[] weights, int labels) {
    double[] logits = Arrays.copyOfRange(weights, weights.length - labels, weights.length);
    examples.addProducts(example, weights, logits);
    return logits;
  }

  /** A label's weights, one for each dimension. */
  double[] ofLabel(int label) {
    double[] row = new double[examples.dimensions()];
    for (int d = 0; d < row.length; d++) {
      row[d] = weights[examples.place(label, labels, d)];
    }
    return row;
  }

  double bias(int label) {
    return weights[weights.length - labels + label];
  }

  /** The one class that can't be loaded without Smile. */
  private static final class Objective implements DifferentiableMultivariateFunction {

    private static final long serialVersionUID = 1;

    private final transient Examples examples;
    private final transient boolean[][] gold;
    private final transient Link link;
    private final transient double[] prior;
    private final double strength;

    /** Which labels are learned. */
    private final boolean[] learned;

    Objective(Examples examples, boolean[][] gold, Link link, double[] prior, double strength) {
      this.examples = examples;
      this.gold = gold;
      this.link = link;
      this.prior = prior;
      this.strength = strength;
      this.learned = new boolean[gold[0].length];
      Arrays.fill(learned, link == Link.LOGISTIC);
      for (boolean[] row : gold) {
        for (int label = 0; label < row.length; label++) {
          learned[label] |= row[label];
        }
      }
    }

    /** Changes weights until no better ones are near. */
    void minimize(double[] weights) {
      BFGS.minimize(this, HISTORY, weights, TOLERANCE, MOST_ITERATIONS);
    }

    @Override
    public double f(double[] weights) {
      return g(weights, new double[weights.length]);
    }

    @Override
    public double g(double[] weights, double[] gradient) {
      int labels = gold[0].length;
      double loss = 0;
      for (int i = 0; i < weights.length; i++) {
        double pull = weights[i] - prior[i];
        loss += 0.5 * strength * pull * pull;
        gradient[i] = strength * pull;
      }
      double[] residuals = new double[labels];
      for (int example = 0; example < examples.size(); example++) {
        double[] logits = logits(examples, example, weights, labels);
        for (int label = 0; label < labels; label++) {
          logits[label] = learned[label] ? logits[label] : Double.NEGATIVE_INFINITY;
        }
        loss += link.loss(logits, gold[example], residuals);
        examples.addMultiples(example, residuals, gradient);
        for (int label = 0; label < labels; label++) {
          gradient[gradient.length - labels + label] += residuals[label];
        }
      }
      return loss;
    }
  }
}
