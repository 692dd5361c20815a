package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.add;
import static dev.headnote.topic.DoubleVectors.dot;
import static dev.headnote.topic.DoubleVectors.normalize;
import static dev.headnote.topic.DoubleVectors.subtract;

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

  private final List<Label> labels;
  private final double[] centre;
  private final double[][] directions;

  PlainTopicClassifier(LabelSet set, SentenceEncoder encoder) {
    labels = set.labels();
    LabelDirections learned = LabelDirections.of(labels, encoder);
    centre = learned.centre();
    directions = learned.vectors();
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
    double[] shares = TopicClassifier.shares(lengths, title != null);
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
    double none = LabelDirections.INVERSE_TEMPERATURE * TopicClassifier.NONE;
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
    return all.subList(0, Math.min(TopicClassifier.EVIDENCE, all.size()));
  }
}
