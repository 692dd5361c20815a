package dev.headnote.topic;

import dev.headnote.encode.ReferenceText;
import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topics of {@link TopicClassifier} by the plainest loops, one label and one sentence at a
 * time: what its results must equal.
 */
final class PlainTopicClassifier {

  private static final String NAME = "{name}";
  private static final String DESCRIPTION = "{description}";
  private static final List<String> DESCRIBED =
      List.of(
          "{name}: {description}",
          "This article is about {name}. {description}",
          "{name}. {description}");
  private static final List<String> BARE =
      List.of("{name}", "This text is about {name}.", "news about {name}");

  /** How much of the background's mean is subtracted from labels and articles. */
  private static final double BACKGROUND = 0.5;

  /** How much of the labels' own mean is subtracted. */
  private static final double LABELS_MEAN = 0.25;

  /** The title's share of the article's vector. */
  private static final double TITLE_SHARE = 0.2;

  /** Sentences count by their characters, up to this many. */
  private static final int LONG_SENTENCE = 200;

  /** The factor from scaled cosines to logits. */
  private static final double INVERSE_TEMPERATURE = 22;

  /** The scaled cosine that an article must exceed to have a label rather than none. */
  private static final double NONE = 0.08;

  /** Labels nearer to each other than this count as this far apart. */
  private static final double LEAST_SPREAD = 0.05;

  /**
   * Fewer labels than this say nothing of what is usual, so the IPTC subjects stand beside them.
   */
  private static final int ENOUGH_LABELS = 3;

  private static final int EVIDENCE = 3;

  private final List<Label> labels;

  /** Subtracted from each vector. */
  private final double[] centre;

  /**
   * For each label, what a centred article vector of length 1 is multiplied by to give its logit;
   * those of the labels asked for first, then those that only stand beside them.
   */
  private final double[][] directions;

  /**
   * Encodes the labels.
   *
   * @param set the labels
   * @param encoder the encoder of the articles; it is not kept
   */
  PlainTopicClassifier(LabelSet set, SentenceEncoder encoder) {
    labels = set.labels();
    List<Label> all = new ArrayList<>(labels);
    if (labels.size() < ENOUGH_LABELS) {
      all.addAll(LabelSet.iptc().labels());
    }
    double[][] vectors = encode(all, encoder);
    double[] labelsMean = mean(vectors);
    float[][] background = encoder.encode(ReferenceText.sentences());
    centre = new double[labelsMean.length];
    for (float[] vector : background) {
      add(centre, vector, BACKGROUND / background.length);
    }
    for (int d = 0; d < centre.length; d++) {
      centre[d] += LABELS_MEAN * labelsMean[d];
    }
    for (double[] vector : vectors) {
      subtract(vector, centre);
      normalize(vector);
    }
    double[] usual = mean(vectors);
    double scale = INVERSE_TEMPERATURE / Math.max(LEAST_SPREAD, spread(usual, vectors.length));
    for (double[] vector : vectors) {
      subtract(vector, usual);
      for (int d = 0; d < vector.length; d++) {
        vector[d] *= scale;
      }
    }
    directions = vectors;
  }

  private static double[][] encode(List<Label> labels, SentenceEncoder encoder) {
    List<String> phrases = new ArrayList<>();
    for (Label label : labels) {
      for (String template : label.description().isBlank() ? BARE : DESCRIBED) {
        phrases.add(template.replace(NAME, label.name()).replace(DESCRIPTION, label.description()));
      }
    }
    float[][] encoded = encoder.encode(phrases);
    double[][] vectors = new double[labels.size()][encoder.dimensions()];
    int perLabel = BARE.size();
    for (int i = 0; i < encoded.length; i++) {
      add(vectors[i / perLabel], encoded[i], 1);
    }
    for (double[] vector : vectors) {
      normalize(vector);
    }
    return vectors;
  }

  /** One minus the mean cosine of two different vectors of length 1, from their mean. */
  private static double spread(double[] mean, int count) {
    double squares = dot(mean, mean) * count * count;
    return 1 - (squares - count) / ((double) count * (count - 1));
  }

  /**
   * Labels an article.
   *
   * @param sentences a vector of length 1 for each sentence
   * @param lengths the sentences' lengths in characters
   * @param title the title's vector, or null if there is none
   * @return the labels; none of them applies where there is neither a sentence nor a title
   */
  Topics classify(float[][] sentences, int[] lengths, float @Nullable [] title) {
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

    double[] weights = new double[directions.length];
    double none = INVERSE_TEMPERATURE * NONE;
    double largest = none;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = dot(directions[i], article);
      largest = Math.max(largest, weights[i]);
    }
    // Relative to the largest, else the exponential of a logit may be infinite.
    double sum = Math.exp(none - largest);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(weights[i] - largest);
      sum += weights[i];
    }
    List<Topic> topics = new ArrayList<>(labels.size());
    double labelled = 0;
    for (int i = 0; i < labels.size(); i++) {
      List<Evidence> evidence = evidence(directions[i], sentences, shares, length);
      topics.add(new Topic(labels.get(i), weights[i] / sum, evidence));
      labelled += weights[i] / sum;
    }
    topics.sort(Comparator.comparingDouble(Topic::probability).reversed());
    return new Topics(topics, Math.max(0, 1 - labelled));
  }

  /** What part of the article's vector each sentence makes up; the title makes up the rest of 1. */
  private static double[] shares(int[] lengths, boolean titled) {
    double[] shares = Arrays.stream(lengths).mapToDouble(n -> Math.min(n, LONG_SENTENCE)).toArray();
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= (titled ? 1 - TITLE_SHARE : 1) / sum;
    }
    return shares;
  }

  /** The sentences that add most to a label's logit; the contributions of all add up to it. */
  private List<Evidence> evidence(
      double[] direction, float[][] sentences, double[] shares, double length) {
    double offset = dot(direction, centre);
    List<Evidence> all = new ArrayList<>(sentences.length);
    for (int s = 0; s < sentences.length; s++) {
      double along = -offset;
      for (int d = 0; d < direction.length; d++) {
        along += direction[d] * sentences[s][d];
      }
      all.add(new Evidence(s, shares[s] * along / length));
    }
    all.sort(Comparator.comparingDouble(Evidence::contribution).reversed());
    return all.subList(0, Math.min(EVIDENCE, all.size()));
  }

  private static double[] mean(double[][] vectors) {
    double[] mean = new double[vectors[0].length];
    for (double[] vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / vectors.length;
      }
    }
    return mean;
  }

  private static void add(double[] sum, float[] vector, double weight) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += weight * vector[d];
    }
  }

  private static void subtract(double[] vector, double[] other) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] -= other[d];
    }
  }

  /** Brings a vector to length 1 and returns the length that it had; that of zero counts as 1. */
  private static double normalize(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (length == 0) {
      return 1;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
    return length;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
