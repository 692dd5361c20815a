package dev.headnote.keyphrase;

import dev.headnote.HeadnoteException;
import dev.headnote.Sentence;
import dev.headnote.encode.Deadline;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.vector.VectorCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Chooses the keyphrases of an article.
 *
 * <p>Needs no training. A phrase counts for more the nearer its vector is to the article's
 * (EmbedRank, Bennani-Smires et al. 2018), the more often and the earlier the article mentions it
 * (YAKE, Campos et al. 2020), if the title holds it, and if it is a name. Those that say the same
 * as one already chosen give way: parts of each other don't come together, what overlaps a chosen
 * one wherever it stands doesn't come, and nearness costs as in maximal marginal relevance
 * (Carbonell and Goldstein 1998). Phrases are found by stop words and capital letters, which are
 * those of English. docs/summaries.md has what the constants were chosen by.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class KeyphraseExtractor {

  /** So many more than asked for are encoded, the best by all else, whatever the length. */
  private static final int MORE_ENCODED = 20;

  /** Of nearness to the article, in standard deviations over the phrases encoded. */
  private static final double RELEVANCE = 0.7;

  /** For each factor of e in how often it is mentioned. */
  private static final double MENTIONS = 1.5;

  /** Of being in the first sentence; it falls by a factor of e in so many sentences. */
  private static final double POSITION = 1.5;

  private static final double POSITION_DECAY = 8;

  /** Of having all its words in the title. */
  private static final double TITLE = 1;

  private static final double NAME = 0.3;
  private static final double SEVERAL_WORDS = 0.5;

  /** Of nearness to a phrase already chosen, in the same unit as relevance. */
  private static final double REDUNDANCY = 0.2;

  private final SentenceEncoder encoder;
  private final int count;

  /**
   * @param encoder encodes the phrases, at most {@code count} + 20 for an article; not closed by
   *     this
   * @param count the most to choose, at least 1
   * @throws IllegalArgumentException if the count is less
   */
  public KeyphraseExtractor(SentenceEncoder encoder, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 keyphrase, not " + count);
    }
    this.encoder = Objects.requireNonNull(encoder, "encoder");
    this.count = count;
  }

  /**
   * Chooses an article's keyphrases.
   *
   * @param title its title; empty if it has none
   * @param sentences its sentences, in order
   * @param vectors a vector of length 1 for each, whose last {@link SentenceEncoder#dimensions()}
   *     are of this object's encoder
   * @param deadline until when the phrases may be encoded
   * @return the keyphrases, each the best beside those before it; fewer if the article has no more,
   *     none if it has no words but stop words
   * @throws IllegalArgumentException if there are not as many vectors as sentences, or they are too
   *     short or of several lengths
   * @throws HeadnoteException with code LIMIT_EXCEEDED if the time is over, INTERRUPTED, or
   *     MODEL_DAMAGED if a vector holds what is no finite number, or the encoder gives others than
   *     it should
   */
  public List<Keyphrase> extract(
      String title, List<Sentence> sentences, float[][] vectors, Deadline deadline) {
    check(sentences, vectors);
    List<Scored> best = byText(title, CandidateFinder.find(sentences));
    if (best.isEmpty()) {
      return List.of();
    }
    List<String> forms = best.stream().map(scored -> scored.candidate.form()).toList();
    float[][] phrases =
        VectorCheck.ofEncoder(
            encoder.model(), forms.size(), encoder.dimensions(), encoder.encode(forms, deadline));
    double[] relevance = similarities(phrases, article(vectors));
    double deviation = deviation(relevance);
    double mean = Arrays.stream(relevance).average().orElse(0);
    double[] scores = new double[relevance.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = best.get(i).score + RELEVANCE * (relevance[i] - mean) / deviation;
    }
    return choose(best, phrases, scores, REDUNDANCY / deviation);
  }

  private void check(List<Sentence> sentences, float[][] vectors) {
    if (vectors.length != sentences.size()) {
      throw new IllegalArgumentException("each text needs a vector");
    }
    VectorCheck.requireOneLength(vectors);
    if (vectors.length > 0 && vectors[0].length < encoder.dimensions()) {
      throw new IllegalArgumentException(
          "the article has vectors of "
              + vectors[0].length
              + " dimensions, which can't end with those of "
              + encoder.model());
    }
    VectorCheck.requireFinite("the article's vectors", vectors);
  }

  /** The best by what costs no vector, best first. */
  private List<Scored> byText(String title, List<Candidate> candidates) {
    Set<String> titleWords = ClassifiedWords.wordsOf(title);
    List<Scored> scored = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      List<String> words = candidate.words();
      double inTitle = words.stream().filter(titleWords::contains).count();
      double score =
          MENTIONS * Math.log(candidate.mentions())
              + POSITION * Math.exp(-candidate.firstSentence() / POSITION_DECAY)
              + TITLE * inTitle / words.size()
              + (candidate.isName() ? NAME : 0)
              + (words.size() > 1 ? SEVERAL_WORDS : 0);
      scored.add(new Scored(candidate, score));
    }
    scored.sort(Comparator.comparingDouble((Scored s) -> -s.score));
    return scored.subList(0, (int) Math.min((long) count + MORE_ENCODED, scored.size()));
  }

  private List<Keyphrase> choose(
      List<Scored> candidates, float[][] vectors, double[] scores, double redundancy) {
    List<Keyphrase> chosen = new ArrayList<>();
    double[] nearest = new double[scores.length];
    boolean[] done = new boolean[scores.length];
    BitSet taken = new BitSet();
    while (chosen.size() < count) {
      int best = -1;
      for (int i = 0; i < scores.length; i++) {
        if (!done[i]
            && (best < 0
                || scores[i] - redundancy * nearest[i]
                    > scores[best] - redundancy * nearest[best])) {
          best = i;
        }
      }
      if (best < 0) {
        break;
      }
      Candidate candidate = candidates.get(best).candidate;
      chosen.add(new Keyphrase(candidate.form(), scores[best], candidate.spans()));
      candidate.spans().forEach(span -> taken.set(span.start(), span.end()));
      double[] near = similarities(vectors, vectors[best]);
      for (int i = 0; i < scores.length; i++) {
        nearest[i] = Math.max(nearest[i], near[i]);
        Candidate other = candidates.get(i).candidate;
        done[i] = done[i] || sayTheSame(other.words(), candidate.words()) || cutsOnly(other, taken);
      }
    }
    return chosen;
  }

  /** Whether one has all words of the other. */
  private static boolean sayTheSame(List<String> a, List<String> b) {
    return a.containsAll(b) || b.containsAll(a);
  }

  /**
   * Whether it stands nowhere but across the chosen phrases, and so cuts them: after "net cafes",
   * "cafes close" of "net cafes close".
   */
  private static boolean cutsOnly(Candidate candidate, BitSet taken) {
    return candidate.spans().stream()
        .allMatch(
            span -> {
              int next = taken.nextSetBit(span.start());
              return next >= 0 && next < span.end();
            });
  }

  /** The mean of the sentences' vectors, of length 1. */
  private float[] article(float[][] vectors) {
    float[] sum = new float[encoder.dimensions()];
    for (float[] vector : vectors) {
      int skipped = vector.length - sum.length;
      for (int d = 0; d < sum.length; d++) {
        sum[d] += vector[skipped + d];
      }
    }
    double squares = 0;
    for (float x : sum) {
      squares += (double) x * x;
    }
    for (int d = 0; d < sum.length; d++) {
      sum[d] /= squares == 0 ? 1 : (float) Math.sqrt(squares);
    }
    return sum;
  }

  private static double[] similarities(float[][] vectors, float[] other) {
    double[] products = new double[vectors.length];
    for (int i = 0; i < products.length; i++) {
      for (int d = 0; d < other.length; d++) {
        products[i] += (double) vectors[i][d] * other[d];
      }
    }
    return products;
  }

  /** Where all are the same it would divide by zero: then it counts as 1. */
  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 1e-6 ? deviation : 1;
  }

  private record Scored(Candidate candidate, double score) {}
}
