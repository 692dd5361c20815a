package dev.headnote.topic;

import dev.headnote.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by cross-validation how a topic model is learned. {@link TopicTrainer} says by what.
 * Immutable.
 */
final class ModelSelection {

  /** How strongly weights are pulled to what labels mean, the strongest first. */
  private static final double[] STRENGTHS = {3, 1, 0.3, 0.1, 0.03};

  /** From so many numbers (articles x labels x dimensions) on, fewer strengths are tried. */
  private static final double LARGE = 5e7;

  private static final double[] STRENGTHS_FOR_LARGE = {1, 0.3, 0.1};

  /** The strengths to take unless another is better: with few examples a label, and with more. */
  private static final double STRENGTH_FOR_FEW = 1;

  private static final double STRENGTH_FOR_MORE = 0.3;

  private static final int FEW_A_LABEL = 16;

  /**
   * What vectors' and words' logits are multiplied by, the simplest first: as sharp as without
   * examples.
   */
  private static final double[] SHARPNESS = {2, 1.7, 2.4, 1.4, 1.2, 1, 0.85, 0.7, 0.6, 0.5, 0.4};

  private static final double[] WORD_SHARES = {0, 0.5, 0.75, 1, 1.5, 2, 2.5, 3};

  private static final int FOLDS = 5;
  private static final int FOLDS_FOR_LARGE = 3;

  private final TrainingData data;
  private final LabelDirections meanings;
  private final int[] originals;
  private final long seed;
  private final double[] strengths;
  private final int folds;

  /**
   * @param originals for each article, which one it is a copy of, or its own number
   */
  ModelSelection(TrainingData data, LabelDirections meanings, int[] originals, long seed) {
    this.data = data;
    this.meanings = meanings;
    this.originals = originals;
    this.seed = seed;
    boolean large = (double) data.size() * data.labels() * data.vectors().dimensions() > LARGE;
    strengths = large ? STRENGTHS_FOR_LARGE : STRENGTHS;
    folds = large ? FOLDS_FOR_LARGE : FOLDS;
  }

  /**
   * How to learn.
   *
   * @param strength of the pull to what labels mean
   * @param sharpness what the vectors' logits are multiplied by
   * @param wordShare what the words' logits are multiplied by; 0 for no words
   * @param heldOut the logits of each article by models that did not learn from it; null if there
   *     are none
   * @param metrics what cross-validation found
   */
  record Choice(
      double strength,
      double sharpness,
      double wordShare,
      double @Nullable [][] heldOut,
      Map<String, Double> metrics) {

    /** The choice where there are too few examples: they move the labels' meanings a little. */
    static Choice ofFewExamples(TrainingData data) {
      return new Choice(usualStrength(data), SHARPNESS[0], 0, null, Map.of());
    }

    Map<String, Double> settings() {
      return Map.of("strength", strength, "sharpness", sharpness, "wordShare", wordShare);
    }
  }

  /** The logits of held-out articles: by vectors for each strength, and by words. */
  private record HeldOut(double[][][] byVectors, double[][] byWords) {}

  /**
   * Chooses.
   *
   * @param progress told how many of the folds are done, by several threads in turn
   */
  Choice choose(Progress progress) {
    HeldOut heldOut = heldOut(progress);
    int strength = strength(heldOut.byVectors);
    double[][] byVectors = heldOut.byVectors[strength];
    List<Mix> mixes = new ArrayList<>();
    for (double wordShare : data.words() == null ? new double[] {0} : WORD_SHARES) {
      for (double sharpness : SHARPNESS) {
        mixes.add(new Mix(sharpness, wordShare));
      }
    }
    double[][] losses =
        mixes.stream()
            .map(mix -> data.losses(mix.of(byVectors, heldOut.byWords)))
            .toArray(double[][]::new);
    double[] least = losses[best(losses)];
    int simplest = 0;
    while (!isAsGood(losses[simplest], least)) {
      simplest++;
    }
    Mix mix = mixes.get(simplest);
    double[][] mixed = mix.of(byVectors, heldOut.byWords);
    return new Choice(
        strengths[strength],
        mix.sharpness,
        mix.wordShare,
        mixed,
        metrics(mixed, mean(losses[simplest])));
  }

  /** What vectors' and words' logits are multiplied by. */
  private record Mix(double sharpness, double wordShare) {

    double[][] of(double[][] byVectors, double[][] byWords) {
      double[][] mixed = new double[byVectors.length][];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = new double[byVectors[i].length];
        for (int label = 0; label < mixed[i].length; label++) {
          mixed[i][label] = sharpness * byVectors[i][label];
          if (wordShare > 0) {
            mixed[i][label] += wordShare * byWords[i][label];
          }
        }
      }
      return mixed;
    }
  }

  /**
   * Whether losses are no worse than the best by more than one standard error of the difference
   * (Breiman et al. 1984).
   */
  private static boolean isAsGood(double[] losses, double[] best) {
    double[] differences =
        IntStream.range(0, losses.length).mapToDouble(i -> losses[i] - best[i]).toArray();
    double mean = mean(differences);
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    return mean <= Math.sqrt(squares) / differences.length;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static int best(double[][] losses) {
    double[] negative = Arrays.stream(losses).mapToDouble(row -> -mean(row)).toArray();
    return DoubleVectors.largest(negative);
  }

  private HeldOut heldOut(Progress progress) {
    Folds parts = Folds.of(data.gold(), originals, folds, seed);
    double[][][] byVectors = new double[strengths.length][data.size()][];
    double[][] byWords = new double[data.size()][];
    AtomicLong done = new AtomicLong();
    IntStream.range(0, folds)
        .parallel()
        .forEach(
            fold -> {
              int[] inFold = parts.in(fold);
              TrainingData others = data.subset(parts.outside(fold));
              ModelFitting fitting = new ModelFitting(others, meanings);
              double[] start = fitting.prior();
              for (int s = 0; s < strengths.length; s++) {
                LogisticRegression learned = fitting.byVectors(strengths[s], start);
                start = learned.weights();
                for (int i : inFold) {
                  byVectors[s][i] = learned.logits(data.vectors(), i);
                }
              }
              if (data.words() != null && others.words() != null) {
                LogisticRegression learned = fitting.byWords();
                for (int i : inFold) {
                  byWords[i] = learned.contributions(data.words(), i);
                }
              }
              synchronized (progress) {
                progress.at("cross-validating", done.incrementAndGet(), folds);
              }
            });
    return new HeldOut(byVectors, byWords);
  }

  /** The usual strength if it is as good as the best, each at its best sharpness; else the best. */
  private int strength(double[][][] byVectors) {
    double[][] losses = Arrays.stream(byVectors).map(this::leastLosses).toArray(double[][]::new);
    double usual = usualStrength(data);
    boolean few = usual == STRENGTH_FOR_FEW;
    for (int i = 0; i < losses.length; i++) {
      if (strengths[i] == usual && (few || isAsGood(losses[i], losses[best(losses)]))) {
        return i;
      }
    }
    return best(losses);
  }

  /** The losses at the best sharpness. */
  private double[] leastLosses(double[][] logits) {
    double[][] losses =
        Arrays.stream(SHARPNESS)
            .mapToObj(sharpness -> data.losses(new Mix(sharpness, 0).of(logits, logits)))
            .toArray(double[][]::new);
    return losses[best(losses)];
  }

  private static double usualStrength(TrainingData data) {
    return data.size() < FEW_A_LABEL * data.labels() ? STRENGTH_FOR_FEW : STRENGTH_FOR_MORE;
  }

  private Map<String, Double> metrics(double[][] heldOut, double loss) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("crossEntropy", loss);
    if (data.link() == Link.SOFTMAX) {
      int right = 0;
      for (int i = 0; i < heldOut.length; i++) {
        right += data.gold()[i][DoubleVectors.largest(heldOut[i])] ? 1 : 0;
      }
      metrics.put("accuracy", (double) right / heldOut.length);
    }
    return metrics;
  }
}
