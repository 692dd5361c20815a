package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.add;
import static dev.headnote.topic.DoubleVectors.normalize;
import static dev.headnote.topic.DoubleVectors.subtract;

import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zero-shot labelling: an article is compared with what each label's name and description mean.
 *
 * <p>The article's vector is the mean of its sentences' vectors, weighted by their lengths, with
 * the title's mixed in; a label's is the mean over a few phrases around its name and description.
 * Both are centred before their cosines are taken: by a background of sentences of many kinds, and
 * by the labels' own mean, a part of each. That holds back labels that attract everything, and
 * needs no other articles; a background of one kind of text, such as news, hurts on other kinds.
 * The cosines count relative to their mean over the labels and in units of how far the labels lie
 * apart, so that one temperature serves every model and label set; a softmax turns them, and the
 * constant of "none of these", into probabilities. docs/quality.md has what this was chosen by.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class TopicClassifier {

  /** The title's share of the article's vector. */
  private static final double TITLE_SHARE = 0.2;

  /** Sentences count by their characters, up to this many. */
  private static final int LONG_SENTENCE = 200;

  /** The scaled cosine that an article must exceed to have a label rather than none. */
  static final double NONE = 0.08;

  static final int EVIDENCE = 3;

  private final List<Label> labels;

  /** Subtracted from each vector. */
  private final double[] centre;

  /** Their products with a centred article vector of length 1 are the labels' logits. */
  private final LabelMatrix directions;

  /** The products of the directions with the centre. */
  private final double[] offsets;

  /** The number of directions. */
  private final int count;

  /**
   * Encodes the labels.
   *
   * @param set the labels
   * @param encoder the encoder of the articles; it is not kept
   */
  public TopicClassifier(LabelSet set, SentenceEncoder encoder) {
    labels = set.labels();
    LabelDirections learned = LabelDirections.of(labels, encoder);
    centre = learned.centre();
    count = learned.vectors().length;
    directions = new LabelMatrix(learned.vectors());
    offsets = directions.products(centre);
  }

  /**
   * Labels an article.
   *
   * @param sentences a vector of length 1 for each sentence
   * @param lengths the sentences' lengths in characters
   * @param title the title's vector, or null if there is none
   * @return the labels; none of them applies where there is neither a sentence nor a title
   */
  public Topics classify(float[][] sentences, int[] lengths, float @Nullable [] title) {
    if (sentences.length == 0 && title == null) {
      return new Topics(
          labels.stream().map(label -> new Topic(label, 0, List.<Evidence>of())).toList(), 1);
    }
    double[] shares = shares(lengths, title != null);
    double[] article = new double[centre.length];
    for (int s = 0; s < sentences.length; s++) {
      add(article, sentences[s], shares[s]);
    }
    if (title != null) {
      add(article, title, 1 - Arrays.stream(shares).sum());
    }
    subtract(article, centre);
    double length = normalize(article);

    double[] weights = directions.products(article);
    double none = LabelDirections.INVERSE_TEMPERATURE * NONE;
    double largest = none;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, weights[i]);
    }
    // Relative to the largest, else the exponential of a logit may be infinite.
    double sum = Math.exp(none - largest);
    for (int i = 0; i < count; i++) {
      weights[i] = Math.exp(weights[i] - largest);
      sum += weights[i];
    }
    List<List<Evidence>> evidence = evidence(sentences, shares, length);
    List<Topic> topics = new ArrayList<>(labels.size());
    double labelled = 0;
    for (int i = 0; i < labels.size(); i++) {
      topics.add(new Topic(labels.get(i), weights[i] / sum, evidence.get(i)));
      labelled += weights[i] / sum;
    }
    topics.sort(Comparator.comparingDouble(Topic::probability).reversed());
    return new Topics(topics, Math.max(0, 1 - labelled));
  }

  /** What part of the article's vector each sentence makes up; the title makes up the rest of 1. */
  static double[] shares(int[] lengths, boolean titled) {
    double[] shares = Arrays.stream(lengths).mapToDouble(n -> Math.min(n, LONG_SENTENCE)).toArray();
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= (titled ? 1 - TITLE_SHARE : 1) / sum;
    }
    return shares;
  }

  /**
   * For each label the sentences that add most to its logit; the contributions of all add up to it.
   */
  private List<List<Evidence>> evidence(float[][] sentences, double[] shares, double length) {
    List<List<Evidence>> evidence = new ArrayList<>(labels.size());
    double[] vector = new double[centre.length];
    for (int tile = 0; evidence.size() < labels.size(); tile++) {
      int from = LabelMatrix.from(tile);
      int width = directions.width(tile);
      double[][] contributions = new double[sentences.length][width];
      for (int s = 0; s < sentences.length; s++) {
        for (int d = 0; d < vector.length; d++) {
          vector[d] = sentences[s][d];
        }
        double[] along = contributions[s];
        for (int j = 0; j < width; j++) {
          along[j] = -offsets[from + j];
        }
        directions.addProducts(tile, vector, along);
        double share = shares[s];
        for (int j = 0; j < width; j++) {
          along[j] = share * along[j] / length;
        }
      }
      for (int j = 0; j < width && evidence.size() < labels.size(); j++) {
        evidence.add(strongest(contributions, j));
      }
    }
    return evidence;
  }

  /** The largest numbers of a column, largest first; of equal ones the upper first. */
  private static List<Evidence> strongest(double[][] contributions, int column) {
    int[] best = new int[Math.min(EVIDENCE, contributions.length)];
    int found = 0;
    for (int s = 0; s < contributions.length; s++) {
      double contribution = contributions[s][column];
      int at = found;
      while (at > 0 && Double.compare(contribution, contributions[best[at - 1]][column]) > 0) {
        at--;
      }
      if (at < best.length) {
        found = Math.min(found + 1, best.length);
        System.arraycopy(best, at, best, at + 1, found - at - 1);
        best[at] = s;
      }
    }
    Evidence[] evidence = new Evidence[found];
    for (int i = 0; i < found; i++) {
      evidence[i] = new Evidence(best[i], contributions[best[i]][column]);
    }
    return List.of(evidence);
  }
}
