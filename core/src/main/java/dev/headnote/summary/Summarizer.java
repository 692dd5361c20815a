package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sentences of a summary: the most salient ones that fit the budget and say something
 * that those already chosen don't.
 *
 * <p>Salience needs no training. It adds up how near a sentence is to the whole article (centroid
 * summarisation, Radev et al. 2004), how early it stands (news puts first what matters), and how
 * near it is to the title; a sentence that is short, or that opens by pointing back ("He said",
 * "But"), gives way. Redundancy is held down as in maximal marginal relevance (Carbonell and
 * Goldstein 1998). The constants were chosen over several corpora; see docs/quality.md.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class Summarizer {

  /** Salience is in standard deviations of the sentences' centrality; so are these weights. */
  private static final double POSITION = 5;

  private static final double TITLE = 0.8;
  private static final double QUERY = 8;

  /** Position counts for less by a factor of e after so many sentences. */
  private static final double POSITION_DECAY = 6;

  /** Weighs the cosine to the nearest chosen sentence, in units of cosine. */
  private static final double REDUNDANCY = 0.1;

  /** Sentences nearer than this say the same, and are taken last. */
  private static final double DUPLICATE_COSINE = 0.98;

  private static final double DUPLICATE_PENALTY = 1000;

  /** A sentence of fewer words loses this much for each factor of e that it is shorter. */
  private static final double BREVITY = 0.5;

  private static final int FULL_LENGTH_WORDS = 20;

  /** What a sentence loses that opens by pointing back to one that may not be in the summary. */
  private static final double DANGLING = 1;

  private static final Set<String> POINTING_BACK =
      Set.of(
          "he", "she", "it", "they", "his", "her", "their", "its", "this", "that", "these", "those",
          "but", "and", "so", "then", "now", "also", "there", "here", "yet", "however");

  /** A text of fewer words without an end is a heading or the like. */
  private static final int HEADING_WORDS = 8;

  private static final String ENDS = ".!?…。！？";
  private static final String CLOSING = "\"'”’»)]";

  /** Headings and the like, short and without an end, are taken last. */
  private static final double FRAGMENT_PENALTY = 100;

  private final String model;

  /**
   * @param model the name of the encoder that makes the vectors, which summaries bear
   */
  public Summarizer(String model) {
    this.model = model;
  }

  /**
   * Summarises an article.
   *
   * @param sentences its sentences, in order
   * @param vectors a vector of length 1 for each
   * @param title the title's vector, or null if there is none
   * @param query the vector of the options' query, or null if there is none
   * @param options the budget
   * @return the summary; empty if there are no sentences or none fits the budget
   */
  public Summary summarize(
      List<Sentence> sentences,
      float[][] vectors,
      float @Nullable [] title,
      float @Nullable [] query,
      SummaryOptions options) {
    double[] salience = new double[sentences.size()];
    boolean[] chosen = new boolean[sentences.size()];
    if (!sentences.isEmpty()) {
      double[] centrality = Similarities.of(vectors, centroid(vectors));
      addStandardized(salience, centrality, 1);
      if (title != null) {
        addStandardized(salience, Similarities.of(vectors, title), TITLE);
      }
      if (query != null) {
        addStandardized(salience, Similarities.of(vectors, query), QUERY);
      }
      int position = 0;
      for (int i = 0; i < salience.length; i++) {
        String text = sentences.get(i).text();
        int words = words(text);
        if (words < HEADING_WORDS && !hasEnd(text)) {
          salience[i] -= FRAGMENT_PENALTY;
          continue;
        }
        salience[i] += POSITION * Math.exp(-position++ / POSITION_DECAY);
        salience[i] += BREVITY * Math.min(0, Math.log((double) words / FULL_LENGTH_WORDS));
        salience[i] -= pointsBack(text) ? DANGLING : 0;
      }
      Budget budget = new Budget(options, sentences);
      choose(sentences, vectors, salience, REDUNDANCY / deviation(centrality), budget, chosen);
    }
    List<ScoredSentence> all = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      all.add(new ScoredSentence(sentences.get(i), salience[i], chosen[i]));
    }
    return new Summary(all, model);
  }

  static void addStandardized(double[] sums, double[] values, double weight) {
    double mean = Arrays.stream(values).average().orElse(0);
    double deviation = deviation(values);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * (values[i] - mean) / deviation;
    }
  }

  /** Zero for a single value, or where all are the same, would divide by zero: it counts as 1. */
  static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 1e-6 ? deviation : 1;
  }

  /** Takes, time and again, the sentence that adds most, until the budget has no room. */
  private static void choose(
      List<Sentence> sentences,
      float[][] vectors,
      double[] salience,
      double redundancy,
      Budget budget,
      boolean[] chosen) {
    double[] gain = salience.clone();
    double[] nearest = new double[gain.length];
    boolean[] done = new boolean[gain.length];
    for (int round = 0; round < gain.length && budget.hasRoom(); round++) {
      int best = -1;
      for (int i = 0; i < gain.length; i++) {
        if (!done[i] && (best < 0 || gain[i] > gain[best])) {
          best = i;
        }
      }
      done[best] = true;
      if (budget.take(sentences.get(best))) {
        chosen[best] = true;
        if (!budget.hasRoom()) {
          return;
        }
        double[] near = Similarities.of(vectors, vectors[best]);
        for (int i = 0; i < gain.length; i++) {
          if (!done[i]) {
            nearest[i] = Math.max(nearest[i], near[i]);
            gain[i] = salience[i] - redundancy * nearest[i];
            gain[i] -= nearest[i] > DUPLICATE_COSINE ? DUPLICATE_PENALTY : 0;
          }
        }
      }
    }
  }

  static float[] centroid(float[][] vectors) {
    float[] centroid = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int d = 0; d < centroid.length; d++) {
        centroid[d] += vector[d] / vectors.length;
      }
    }
    float length = (float) Math.sqrt(Similarities.dot(centroid, centroid));
    for (int d = 0; d < centroid.length; d++) {
      centroid[d] /= length == 0 ? 1 : length;
    }
    return centroid;
  }

  /** The number of words, parted by white space. */
  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = isSpace(text.charAt(i));
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean pointsBack(String text) {
    int start = 0;
    int end = 0;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    while (start < end && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    return POINTING_BACK.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Whether a text ends as a sentence does, perhaps with a quote or a bracket after that. */
  private static boolean hasEnd(String text) {
    int last = text.length() - 1;
    while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }
}
