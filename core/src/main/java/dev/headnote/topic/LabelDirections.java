package dev.headnote.topic;

import static dev.headnote.topic.DoubleVectors.add;
import static dev.headnote.topic.DoubleVectors.dot;
import static dev.headnote.topic.DoubleVectors.mean;
import static dev.headnote.topic.DoubleVectors.normalize;
import static dev.headnote.topic.DoubleVectors.subtract;

import dev.headnote.encode.ReferenceText;
import dev.headnote.encode.SentenceEncoder;
import dev.headnote.vector.VectorCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * What labels mean, in the space of an encoder. {@link TopicClassifier} says how it comes about.
 *
 * @param centre what is subtracted from each vector
 * @param vectors for each label, what a centred article vector of length 1 is multiplied by to give
 *     its logit; those of the labels asked for first, then those that only stand beside them
 */
record LabelDirections(double[] centre, double[][] vectors) {

  /** Beside its description a name counts a fifth, chosen by docs/topics/labels.md. */
  private static final double NAME_BESIDE_DESCRIPTION = 0.2;

  /**
   * Names lie apart from descriptions in an encoder's space, whatever they mean. Where a set has
   * both, names are moved by this part of the way from the IPTC subjects' names to their
   * descriptions, lest articles prefer one kind. Chosen by docs/topics/labels.md.
   */
  private static final double TOWARDS_DESCRIPTIONS = 0.5;

  /** How much of the background's mean is subtracted from labels and articles. */
  private static final double BACKGROUND = 0.5;

  /** How much of the labels' own mean is subtracted. */
  private static final double LABELS_MEAN = 0.25;

  /** The factor from scaled cosines to logits. */
  static final double INVERSE_TEMPERATURE = 22;

  /** Labels nearer to each other than this count as this far apart. */
  private static final double LEAST_SPREAD = 0.05;

  /**
   * Fewer labels than this say nothing of what is usual, so the IPTC subjects stand beside them.
   * They don't speak for "none": one of them may mean what a label does. Chosen by
   * docs/topics/none.md.
   */
  static final int ENOUGH_LABELS = 3;

  /**
   * What a label is encoded by.
   *
   * @param weight of its vector in the label's
   */
  private record Phrase(String text, double weight) {}

  /**
   * Encodes labels.
   *
   * @param labels those asked for
   * @param encoder the encoder of the articles
   */
  static LabelDirections of(List<Label> labels, SentenceEncoder encoder) {
    List<Label> all = new ArrayList<>(labels);
    if (labels.size() < ENOUGH_LABELS) {
      all.addAll(LabelSet.iptc().labels());
    }
    // Beside the labels, where the caller is one of several threads that share the work.
    ForkJoinTask<float[][]> others =
        ForkJoinTask.adapt(() -> encoded(ReferenceText.sentences(), encoder));
    boolean shared = ForkJoinTask.inForkJoinPool();
    if (shared) {
      others.fork();
    }
    double[][] vectors = encode(all, encoder);
    double[] labelsMean = mean(vectors);
    float[][] background = shared ? others.join() : others.invoke();
    double[] centre = new double[labelsMean.length];
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
    return new LabelDirections(centre, vectors);
  }

  private static double[][] encode(List<Label> labels, SentenceEncoder encoder) {
    double[][] vectors = encodeEach(labels, encoder);
    List<double[]> bare = new ArrayList<>();
    for (int i = 0; i < vectors.length; i++) {
      if (isBare(labels.get(i))) {
        bare.add(vectors[i]);
      }
    }
    if (bare.isEmpty()) {
      return vectors;
    }
    NameMap.of(encoder).ifPresent(map -> bare.forEach(map::move));
    if (bare.size() < vectors.length) {
      double[] way = fromNamesToDescriptions(encoder);
      for (double[] vector : bare) {
        add(vector, way, TOWARDS_DESCRIPTIONS);
        normalize(vector);
      }
    }
    return vectors;
  }

  /** What the IPTC subjects' descriptions have on average that their names have not. */
  private static double[] fromNamesToDescriptions(SentenceEncoder encoder) {
    List<Label> described = LabelSet.iptc().labels();
    List<Label> bare = described.stream().map(label -> Label.of(label.name())).toList();
    double[] way = mean(encodeEach(described, encoder));
    subtract(way, mean(encodeEach(bare, encoder)));
    return way;
  }

  /** Each label's vector by itself: that of its phrases. */
  static double[][] encodeEach(List<Label> labels, SentenceEncoder encoder) {
    List<List<Phrase>> phrases = labels.stream().map(LabelDirections::phrases).toList();
    float[][] encoded =
        encoded(phrases.stream().flatMap(List::stream).map(Phrase::text).toList(), encoder);
    double[][] vectors = new double[labels.size()][encoder.dimensions()];
    int next = 0;
    for (int i = 0; i < vectors.length; i++) {
      for (Phrase phrase : phrases.get(i)) {
        add(vectors[i], encoded[next++], phrase.weight());
      }
      normalize(vectors[i]);
    }
    return vectors;
  }

  private static float[][] encoded(List<String> texts, SentenceEncoder encoder) {
    return VectorCheck.ofEncoder(
        encoder.model(), texts.size(), encoder.dimensions(), encoder.encode(texts));
  }

  private static List<Phrase> phrases(Label label) {
    String name = label.name();
    return isBare(label)
        ? List.of(new Phrase(name, 1), new Phrase(name + " news", 1))
        : List.of(
            new Phrase("This article is about " + name + ". " + label.description(), 1),
            new Phrase(name, NAME_BESIDE_DESCRIPTION));
  }

  private static boolean isBare(Label label) {
    return label.description().isBlank();
  }

  /** One minus the mean cosine of two different vectors of length 1, from their mean. */
  private static double spread(double[] mean, int count) {
    double squares = dot(mean, mean) * count * count;
    return 1 - (squares - count) / ((double) count * (count - 1));
  }
}
