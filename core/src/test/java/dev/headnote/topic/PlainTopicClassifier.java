package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.normalize;

import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The topics of {@link TopicClassifier} by the plainest loops, one label and one sentence at a
 * time: what its results must equal.
 */
final class PlainTopicClassifier {

  private final List<Label> labels;
  private final String model;
  private final double[] centre;
  private final double[][] directions;

  PlainTopicClassifier(LabelSet set, SentenceEncoder encoder) {
    labels = set.labels();
    model = encoder.model();
    LabelDirections learned = LabelDirections.of(labels, encoder);
    centre = learned.centre();
    directions = learned.vectors();
  }

  /**
   * Labels an article.
   *
   * @return the labels; none of them applies where there is neither a sentence nor a title
   */
  Topics classify(EncodedArticle encoded) {
    float[][] sentences = encoded.vectors();
    float[] title = encoded.titleVector();
    if (sentences.length == 0 && title == null) {
      return new Topics(
          labels.stream().map(label -> new Topic(label, 0, 0, 0, 0, List.of())).toList(),
          List.of(),
          1,
          model);
    }
    double[] shares = encoded.shares();
    double[][] texts = new double[sentences.length + (title == null ? 0 : 1)][];
    for (int s = 0; s < sentences.length; s++) {
      texts[s] = centred(sentences[s]);
    }
    if (title != null) {
      texts[sentences.length] = centred(title);
    }
    double[] article = new double[centre.length];
    double[][] additions = new double[texts.length][directions.length];
    for (int t = 0; t < texts.length; t++) {
      for (int i = 0; i < directions.length; i++) {
        additions[t][i] = dot(directions[i], texts[t]);
      }
      double share = t < shares.length ? shares[t] : 1 - Arrays.stream(shares).sum();
      double weight =
          share
              * (ArticleLogits.LEAST_CLARITY
                  + ArticleLogits.clarity(additions[t], directions.length));
      for (int i = 0; i < directions.length; i++) {
        additions[t][i] *= weight;
      }
      for (int d = 0; d < article.length; d++) {
        article[d] += weight * texts[t][d];
      }
    }
    double length = normalize(article);

    double[] weights = new double[directions.length];
    double[] logits = new double[labels.size()];
    for (int i = 0; i < weights.length; i++) {
      for (double[] addition : additions) {
        weights[i] += addition[i];
      }
      weights[i] /= length;
      if (i < logits.length) {
        logits[i] = weights[i];
      }
    }
    double none = ZeroShotScorer.noneLogit(weights.length);
    weights = logits.clone();
    double largest = none;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
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
      List<Evidence> all = new ArrayList<>(sentences.length);
      for (int s = 0; s < sentences.length; s++) {
        all.add(new Evidence(s, additions[s][i] / length));
      }
      all.sort(Comparator.comparingDouble(Evidence::contribution).reversed());
      List<Evidence> evidence =
          all.subList(0, Math.min(TopicOptions.defaults().evidence(), all.size()));
      double ofTitle = title == null ? 0 : additions[sentences.length][i] / length;
      topics.add(new Topic(labels.get(i), weights[i] / sum, logits[i], 0, ofTitle, evidence));
      labelled += weights[i] / sum;
    }
    topics.sort(Comparator.comparingDouble(Topic::probability).reversed());
    double noneProbability = Math.max(0, 1 - labelled);
    return new Topics(
        topics,
        noneProbability > ZeroShotScorer.noneThreshold(labels.size())
            ? List.of()
            : List.of(topics.get(0)),
        noneProbability,
        model);
  }

  /** In floats, like the dot products of {@link LabelMatrix}. */
  private static float dot(double[] a, double[] b) {
    float sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (float) a[d] * (float) b[d];
    }
    return sum;
  }

  private double[] centred(float[] vector) {
    double[] centred = new double[centre.length];
    for (int d = 0; d < centred.length; d++) {
      centred[d] = vector[d] - centre[d];
    }
    normalize(centred);
    return centred;
  }
}
