package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.normalize;

import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zero-shot labelling: an article is compared with what each label's name and description mean.
 *
 * <p>A label's vector is the mean over a few phrases around its name and description. Sentences,
 * title and labels are centred before their cosines are taken: by a background of sentences of many
 * kinds, and by the labels' own mean, a part of each. That holds back labels that attract
 * everything, and needs no other articles; a background of one kind of text, such as news, hurts on
 * other kinds. The cosines count relative to their mean over the labels and in units of how far the
 * labels lie apart, so that one temperature serves every model and label set.
 *
 * <p>The article's vector is the mean of its sentences', weighted by their lengths and by how
 * clearly each speaks for one label: greetings, asides and lists of names hardly count. The title's
 * is mixed in. A softmax turns the article's logits, and that of "none of these", into
 * probabilities. The more labels there are the closer one of them comes by chance, so the logit of
 * none grows with the logarithm of their number. docs/quality.md has what this was chosen by.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class TopicClassifier {

  /** The title's share of the article's vector. */
  private static final double TITLE_SHARE = 0.2;

  /** Sentences count by their characters, up to this many. */
  private static final int LONG_SENTENCE = 200;

  /**
   * The scaled cosine that an article must exceed to have a label rather than none, for each unit
   * of the natural logarithm of the number of labels.
   */
  private static final double NONE = 0.05;

  /** How many sentences are compared with the labels at once. */
  private static final int BLOCK = 256;

  private final List<Label> labels;
  private final String model;

  /** Subtracted from each vector. */
  private final double[] centre;

  /** Their products with a centred vector of length 1 are the labels' logits. */
  private final LabelMatrix directions;

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
    model = encoder.model();
    LabelDirections learned = LabelDirections.of(labels, encoder);
    centre = learned.centre();
    count = learned.vectors().length;
    directions = new LabelMatrix(learned.vectors());
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
          labels.stream().map(label -> new Topic(label, 0, List.<Evidence>of())).toList(),
          1,
          model);
    }
    double[] shares = shares(lengths, title != null);
    ArticleLogits article = new ArticleLogits(centre.length, count, labels.size());
    for (int from = 0; from < sentences.length; from += BLOCK) {
      double[][] centred = new double[Math.min(BLOCK, sentences.length - from)][];
      for (int i = 0; i < centred.length; i++) {
        centred[i] = centred(sentences[from + i]);
      }
      double[][] logits = directions.products(centred);
      for (int i = 0; i < centred.length; i++) {
        article.addSentence(from + i, shares[from + i], centred[i], logits[i]);
      }
    }
    if (title != null) {
      double[] centred = centred(title);
      double[][] logits = directions.products(new double[][] {centred});
      article.addTitle(1 - Arrays.stream(shares).sum(), centred, logits[0]);
    }
    return topics(article);
  }

  private double[] centred(float[] vector) {
    double[] centred = new double[centre.length];
    for (int d = 0; d < centred.length; d++) {
      centred[d] = vector[d] - centre[d];
    }
    normalize(centred);
    return centred;
  }

  private Topics topics(ArticleLogits article) {
    double[] weights = article.logits();
    double none = noneLogit(count);
    double largest = none;
    for (double logit : weights) {
      largest = Math.max(largest, logit);
    }
    // Relative to the largest, else the exponential of a logit may be infinite.
    double sum = Math.exp(none - largest);
    for (int i = 0; i < count; i++) {
      weights[i] = Math.exp(weights[i] - largest);
      sum += weights[i];
    }
    List<Topic> topics = new ArrayList<>(labels.size());
    double labelled = 0;
    for (int i = 0; i < labels.size(); i++) {
      topics.add(new Topic(labels.get(i), weights[i] / sum, article.evidence(i)));
      labelled += weights[i] / sum;
    }
    topics.sort(Comparator.comparingDouble(Topic::probability).reversed());
    return new Topics(topics, Math.max(0, 1 - labelled), model);
  }

  /** The logit of "none of these" beside so many labels. */
  static double noneLogit(int labels) {
    return LabelDirections.INVERSE_TEMPERATURE * NONE * Math.log(labels);
  }

  /**
   * What part of the article each sentence makes up by length; the title makes up the rest of 1.
   */
  static double[] shares(int[] lengths, boolean titled) {
    double[] shares = Arrays.stream(lengths).mapToDouble(n -> Math.min(n, LONG_SENTENCE)).toArray();
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= (titled ? 1 - TITLE_SHARE : 1) / sum;
    }
    return shares;
  }
}
