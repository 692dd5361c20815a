package dev.headnote.summary;

import dev.headnote.Sentence;
import dev.headnote.summary.Reason.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Picks the sentences of a summary, time and again the one that adds most, until the budget has no
 * room. Redundancy is held down as in maximal marginal relevance (Carbonell and Goldstein 1998). A
 * sentence that points back counts together with those before it that it needs.
 *
 * <p>Each pick takes time linear in the sentences. One summary's use, on one thread.
 */
final class Selector {

  /** Sentences nearer than this say the same. */
  private static final double DUPLICATE_COSINE = 0.98;

  /** How many sentences before it a sentence that points back may bring along. */
  private static final int MAX_ANTECEDENTS = 2;

  /**
   * What a sentence loses that goes on from the one before, where coherence is preferred: of
   * salience or, in even coverage, of its root. There it so counts for more, and has to
   * (docs/summaries/tried.md).
   */
  private static final double TRANSITION_COST = 0.2;

  /** What it loses if that one says of whom or what it speaks. */
  private static final double REFERENCE_COST = 0.4;

  /**
   * Handicaps, joined by their bits: what has a greater number is taken later, whatever it adds.
   */
  private static final int DANGLING = 1;

  private static final int FRAGMENT = 2;
  private static final int DUPLICATE = 4;

  private final List<Sentence> sentences;
  private final float[][] vectors;
  private final Salience salience;
  private final SummaryOptions options;
  private final Budget budget;
  private final @Nullable EvenCoverage coverage;
  private final double redundancy;
  private final int[] words;
  private final boolean[] fragment;

  private final Needs needs;

  /** The cosine to the nearest sentence chosen, and which that is. */
  private final double[] nearest;

  private final int[] nearestIndex;

  /** What each sentence is worth beside those chosen; not a number before it is asked. */
  private final double[] worths;

  /** Null while it is open. */
  private final @Nullable Reason[] reasons;

  Selector(
      List<Sentence> sentences,
      float[][] vectors,
      Salience salience,
      Needs needs,
      SummaryOptions options,
      Budget budget) {
    this.sentences = sentences;
    this.vectors = vectors;
    this.salience = salience;
    this.needs = needs;
    this.options = options;
    this.budget = budget;
    this.coverage =
        options.evenCoverage() ? new EvenCoverage(sentences, budget.expectedSentences()) : null;
    this.redundancy = options.diversity() / salience.cosineDeviation();
    this.words = new int[vectors.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = sentences.get(i).wordCount();
    }
    this.fragment = Fragment.of(sentences);
    this.nearest = new double[vectors.length];
    this.nearestIndex = new int[vectors.length];
    this.worths = new double[vectors.length];
    Arrays.fill(worths, Double.NaN);
    this.reasons = new Reason[vectors.length];
  }

  /**
   * Returns for each sentence why it is chosen or not. To be called once.
   *
   * @param check run before each step, which takes time linear in the sentences at most
   */
  Reason[] select(Runnable check) {
    takeRequired(sift(check), check);
    double lastGain = takeBest(check);
    check.run();
    Reason[] all = new Reason[reasons.length];
    for (int i = 0; i < all.length; i++) {
      Reason reason = reasons[i];
      all[i] = reason == null ? passedOver(i, lastGain) : reason;
    }
    return all;
  }

  /** Closes what may not be chosen, and returns what must be. */
  private List<Integer> sift(Runnable check) {
    List<Integer> required = new ArrayList<>();
    for (int i = 0; i < reasons.length; i++) {
      check.run();
      Sentence sentence = sentences.get(i);
      if (options.excludes(sentence)) {
        reasons[i] = Reason.of(Kind.EXCLUDED);
      } else if (options.requires(sentence)) {
        required.add(i);
      } else if (words[i] < options.minSentenceWords()) {
        reasons[i] = Reason.of(Kind.TOO_SHORT);
      } else if (words[i] > options.maxSentenceWords()) {
        reasons[i] = Reason.of(Kind.TOO_LONG);
      }
    }
    return required;
  }

  private void takeRequired(List<Integer> required, Runnable check) {
    List<Integer> taken = new ArrayList<>();
    for (int i : required) {
      if (budget.fits(i)) {
        take(i, Reason.of(Kind.REQUIRED));
        taken.add(i);
      } else {
        reasons[i] = overBudget(i);
      }
    }
    for (int i : List.copyOf(taken)) {
      int first = runStart(i);
      if (first >= 0 && budget.fits(first, i - 1)) {
        for (int before = first; before < i; before++) {
          take(before, Reason.antecedentOf(i));
          taken.add(before);
        }
      }
    }
    if (budget.hasRoom()) {
      for (int i : taken) {
        check.run();
        discount(i);
      }
    }
  }

  /** Returns what the last sentence taken added; not a number if none was. */
  private double takeBest(Runnable check) {
    double lastGain = Double.NaN;
    while (budget.hasRoom()) {
      check.run();
      Pick best = best();
      if (best == null || isFillerOnly(best)) {
        return lastGain;
      }
      for (int i = best.first; i < best.sentence; i++) {
        take(i, Reason.antecedentOf(best.sentence));
      }
      take(best.sentence, Reason.of(Kind.CHOSEN));
      lastGain = best.gain;
      if (budget.hasRoom()) {
        for (int i = best.first; i <= best.sentence; i++) {
          discount(i);
        }
      }
    }
    return lastGain;
  }

  /**
   * Whether nothing but headings and the like is left that fits, since the sentences that are left
   * are too long: then the summary is full, if half of the budget is taken by sentences.
   */
  private boolean isFillerOnly(Pick best) {
    return (best.handicap & FRAGMENT) != 0
        && sentences().anyMatch(this::isOverBudget)
        && budget.isHalfTakenBy(sentences().filter(this::isChosen));
  }

  /** Those that are no fragments. */
  private IntStream sentences() {
    return IntStream.range(0, reasons.length).filter(i -> !fragment[i]);
  }

  private boolean isOverBudget(int sentence) {
    Reason reason = reasons[sentence];
    return reason != null && reason.kind() == Kind.OVER_BUDGET;
  }

  /**
   * A sentence that could be taken next.
   *
   * @param first of those that come with it, from this one on; itself if it comes alone
   * @param handicap those that it has, or any that come with it
   * @param gain what it adds; the mean of those that come together
   */
  private record Pick(int first, int sentence, int handicap, double gain) {

    boolean isBetterThan(Pick other) {
      return handicap == other.handicap ? gain > other.gain : handicap < other.handicap;
    }
  }

  private @Nullable Pick best() {
    Pick best = null;
    for (int i = 0; i < reasons.length; i++) {
      if (reasons[i] != null) {
        continue;
      }
      if (!budget.fits(i)) {
        reasons[i] = overBudget(i);
        continue;
      }
      // Those that would come with it can make it better only where they are better alone.
      if (best == null || new Pick(i, i, handicap(i), gain(i)).isBetterThan(best)) {
        Pick pick = pick(i);
        best = best == null || pick.isBetterThan(best) ? pick : best;
      }
    }
    return best;
  }

  private Pick pick(int sentence) {
    int first = runStart(sentence);
    if (first == sentence) {
      return new Pick(sentence, sentence, handicap(sentence), gain(sentence));
    }
    Opening.Need need = needs.of(sentence);
    // What is said within a quotation would stand there as if the article itself said it.
    boolean required =
        options.coherence() == SummaryOptions.Coherence.REQUIRED || need == Opening.Need.QUOTATION;
    double cost = need == Opening.Need.TRANSITION ? TRANSITION_COST : REFERENCE_COST;
    Pick alone =
        required
            ? new Pick(sentence, sentence, handicap(sentence) | DANGLING, gain(sentence))
            : new Pick(sentence, sentence, handicap(sentence), gain(sentence) - cost);
    if (first < 0 || !budget.fits(first, sentence)) {
      return alone;
    }
    int handicap = 0;
    double gain = 0;
    for (int i = first; i <= sentence; i++) {
      handicap |= handicap(i);
      gain += gain(i);
    }
    Pick together = new Pick(first, sentence, handicap, gain / (sentence - first + 1));
    return alone.isBetterThan(together) ? alone : together;
  }

  /**
   * Where the run of sentences begins that make this one understood: itself if it needs none, or if
   * the one before it is in the summary; -1 if they are too many or may not be taken.
   */
  private int runStart(int sentence) {
    int first = sentence;
    while (needs.pointsBack(first) && !isChosen(first - 1)) {
      if (sentence - first == MAX_ANTECEDENTS
          || reasons[first - 1] != null
          || fragment[first - 1]) {
        return -1;
      }
      first--;
    }
    return first;
  }

  private boolean isChosen(int sentence) {
    Reason reason = reasons[sentence];
    return reason != null && reason.kind().isChosen();
  }

  private int handicap(int sentence) {
    return (fragment[sentence] ? FRAGMENT : 0) | (isDuplicate(sentence) ? DUPLICATE : 0);
  }

  private boolean isDuplicate(int sentence) {
    return nearest[sentence] > DUPLICATE_COSINE;
  }

  /** What a sentence adds to those taken. */
  private double gain(int sentence) {
    return gain(sentence, worth(sentence));
  }

  /** What it would add if it were worth so much. */
  private double gain(int sentence, double worth) {
    return coverage == null ? worth : coverage.gain(sentence, worth);
  }

  /** Its salience beside those taken, less for how near it is to one of them. */
  private double worth(int sentence) {
    double worth = worths[sentence];
    if (Double.isNaN(worth)) {
      worth = salience.beside(sentence) - redundancy * nearest[sentence];
      worths[sentence] = worth;
    }
    return worth;
  }

  private void take(int sentence, Reason reason) {
    budget.take(sentence);
    reasons[sentence] = reason;
  }

  /** Lets those count for less that are near to a sentence taken. */
  private void discount(int taken) {
    if (coverage != null) {
      coverage.take(taken, salience.of(taken));
    }
    salience.take(taken);
    Arrays.fill(worths, Double.NaN);
    double[] near = Similarities.of(vectors, vectors[taken]);
    for (int i = 0; i < near.length; i++) {
      if (near[i] > nearest[i]) {
        nearest[i] = near[i];
        nearestIndex[i] = taken;
      }
    }
  }

  private Reason overBudget(int sentence) {
    return Reason.overBudget(budget.shortfall(sentence));
  }

  /**
   * What held a sentence back at the last pick, or whether anything did but its salience.
   *
   * @param lastGain what the pick added; not a number if there was none, since nothing fitted
   */
  private Reason passedOver(int sentence, double lastGain) {
    if (Double.isNaN(lastGain) && !budget.fits(sentence)) {
      return overBudget(sentence);
    }
    if (fragment[sentence]) {
      return Reason.of(Kind.FRAGMENT);
    }
    double gain = gain(sentence);
    boolean heldBack = gain <= lastGain && gain(sentence, salience.of(sentence)) > lastGain;
    // Words may hold it back too, that stand in sentences which are not near to it.
    if (isDuplicate(sentence) || (heldBack && nearest[sentence] > 0)) {
      return Reason.redundantWith(nearestIndex[sentence], nearest[sentence]);
    }
    if (gain > lastGain && needs.pointsBack(sentence)) {
      return Reason.of(Kind.DANGLING);
    }
    if (coverage != null && EvenCoverage.gainAlone(worth(sentence)) > lastGain) {
      return Reason.of(Kind.COVERED);
    }
    return Reason.of(Kind.LESS_SALIENT);
  }
}
