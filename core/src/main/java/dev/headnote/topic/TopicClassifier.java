package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Labels articles, without examples or by a {@link TopicModel}.
 *
 * <p>Without examples an article is compared with what each label's name and description mean. A
 * label's vector is that of a sentence of both and, for less, of its name; one without a
 * description has that of its name, moved towards where descriptions lie if others of the set have
 * one, and in the table of {@code instant} also towards the shipped descriptions of like names.
 * Sentences, title and labels are centred before their cosines are taken: by a background of
 * sentences of many kinds, and by the labels' own mean, a part of each. That holds back labels that
 * attract everything, and needs no other articles; a background of one kind of text, such as news,
 * hurts on other kinds. The cosines count relative to their mean over the labels and in units of
 * how far the labels lie apart, so that one temperature serves every model and label set.
 *
 * <p>The article's vector is the mean of its sentences', weighted by their lengths, the first's
 * doubly, and by how clearly each speaks for one label: greetings, asides and lists of names hardly
 * count. Where the first says what its subject is ({@link Definition}), half of it is that phrase.
 * The title's is mixed in. A softmax turns the article's logits, and that of "none of these", into
 * probabilities. The more labels there are the closer one of them comes by chance, so the logit of
 * none grows with the logarithm of their number. In a hierarchy a label's probability includes
 * those of its children, and unless it was learned from examples a top-level one's own meaning
 * counts once more. docs/topics/labels.md has what this was chosen by.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class TopicClassifier {

  /** One of several labels is given from here on, without training. */
  static final double EVEN = 0.5;

  private final List<Label> labels;
  private final LabelTree tree;
  private final TopicOptions options;
  private final String model;
  private final Dimensions dimensions;
  private final Scorer scorer;

  /** For each label, the probability from which on it is given as one of several. */
  private final double[] thresholds;

  /** Whether each logit has a logistic function of its own. */
  private final boolean independent;

  /** Whether the labels are known by their meaning alone. */
  private final boolean withoutExamples;

  /**
   * Encodes the labels.
   *
   * @param set the labels
   * @param encoder the encoder of the articles; it is not kept
   * @param options how labels are given
   */
  public TopicClassifier(LabelSet set, SentenceEncoder encoder, TopicOptions options) {
    this(
        set,
        encoder,
        options,
        new ZeroShotScorer(LabelDirections.of(set.labels(), encoder), set.labels()),
        filled(set.size(), EVEN),
        false,
        true);
  }

  /**
   * Takes what was learned from examples.
   *
   * @param learned its labels are given; if they were learned as several, an article may have
   *     several, whatever the options say
   * @param encoder the encoder of the articles; it is not kept
   * @param options how labels are given
   * @throws dev.headnote.HeadnoteException with code MODEL_MISMATCH if another encoder was learned
   *     with
   */
  public TopicClassifier(TopicModel learned, SentenceEncoder encoder, TopicOptions options) {
    this(
        learned.labels(),
        encoder,
        learned.multiLabel() ? options.withSeveralLabels() : options,
        new TrainedScorer(learned.parameters()),
        learned.parameters().thresholds(),
        learned.multiLabel(),
        learned.provenance().examples() == 0);
    learned.check(encoder);
  }

  private TopicClassifier(
      LabelSet set,
      SentenceEncoder encoder,
      TopicOptions options,
      Scorer scorer,
      double[] thresholds,
      boolean independent,
      boolean withoutExamples) {
    labels = set.labels();
    tree = new LabelTree(labels);
    model = encoder.model();
    dimensions = new Dimensions(encoder.dimensions());
    this.options = Objects.requireNonNull(options, "options");
    this.scorer = scorer;
    this.thresholds = thresholds;
    this.independent = independent;
    this.withoutExamples = withoutExamples;
  }

  private static double[] filled(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }

  /**
   * Labels an article.
   *
   * @return the labels; none of them applies where there is neither a sentence nor a title, nor,
   *     without examples, where no letter is in them
   * @throws IllegalArgumentException if its vectors have other dimensions than those of the encoder
   *     that this was made with
   * @throws HeadnoteException with code MODEL_DAMAGED if one of them, or of the labels, holds what
   *     is no finite number
   */
  public Topics classify(EncodedArticle article) {
    return classify(article, () -> {});
  }

  /**
   * Labels an article in the way of {@link #classify(EncodedArticle)}, with a say in whether to go
   * on.
   *
   * @param check is run in the calling thread before each few sentences are compared with the
   *     labels; what it throws ends the work, and is thrown as it is
   */
  public Topics classify(EncodedArticle article, Runnable check) {
    Objects.requireNonNull(check, "check");
    dimensions.check(article);
    if (withoutExamples ? !article.hasWords() : article.isEmpty()) {
      List<Topic> all =
          labels.stream().map(label -> new Topic(label, 0, 0, 0, 0, List.of())).toList();
      return new Topics(
          mostProbableFirst(all, new double[all.size()], label -> true), List.of(), 1, model);
    }
    Scores scores = scorer.score(article, options.evidence(), check);
    Probabilities probabilities = probabilities(scores);
    if (Double.isNaN(probabilities.none())) {
      throw new HeadnoteException(
          Code.MODEL_DAMAGED,
          "the vectors that "
              + model
              + " gave for the article or the labels hold what is no number");
    }
    double[] ofLabels = probabilities.ofLabels();
    List<Topic> topics = new ArrayList<>(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      topics.add(
          new Topic(
              labels.get(i),
              ofLabels[i],
              scores.logits()[i],
              scores.priors()[i],
              scores.titles()[i],
              scores.evidence().get(i)));
    }
    return new Topics(
        mostProbableFirst(topics, ofLabels, label -> true),
        assigned(topics, probabilities),
        probabilities.none(),
        model);
  }

  /**
   * The probability of none above which an article is given no label, where it has one at most: the
   * options' threshold or, if they have none, .35 after training, and without it .35 among up to
   * four labels and .35 (4 / n)<sup>0.2</sup> among n, such as .26 among 17. In a hierarchy n is
   * the number of top-level labels.
   */
  public double noneThreshold() {
    return options.noneThreshold().orElse(scorer.noneThreshold());
  }

  private Probabilities probabilities(Scores scores) {
    if (!options.multiLabel()) {
      Probabilities one = Probabilities.ofOne(scores.logits(), scores.none());
      tree.addChildren(one.ofLabels());
      if (withoutExamples) {
        tree.weighTopLevel(one.ofLabels(), scores.logits());
      }
      return one;
    }
    Probabilities several =
        independent
            ? Probabilities.ofIndependent(scores.logits())
            : Probabilities.ofSeveral(scores.logits(), scores.none());
    tree.raiseToChildren(several.ofLabels());
    return several;
  }

  /**
   * @param topics in the order of the set
   */
  private List<Topic> assigned(List<Topic> topics, Probabilities probabilities) {
    double[] ofLabels = probabilities.ofLabels();
    if (options.multiLabel()) {
      return mostProbableFirst(topics, ofLabels, label -> ofLabels[label] >= thresholds[label]);
    }
    return probabilities.none() > noneThreshold()
        ? List.of()
        : List.of(topics.get(tree.narrowestDefended(ofLabels)));
  }

  /**
   * Of equally probable labels the narrower comes first, as a label is as probable as one below it
   * at least; and then the one that stands first in the set.
   *
   * @param topics in the order of the set
   * @param probabilities of the labels, in the same order
   * @param given by the label's place
   */
  private List<Topic> mostProbableFirst(
      List<Topic> topics, double[] probabilities, IntPredicate given) {
    return IntStream.range(0, topics.size())
        .filter(given)
        .boxed()
        .sorted((a, b) -> mostProbableFirst(a, b, probabilities))
        .map(topics::get)
        .toList();
  }

  private int mostProbableFirst(int a, int b, double[] probabilities) {
    int byProbability = Double.compare(probabilities[b], probabilities[a]);
    return byProbability != 0 ? byProbability : Integer.compare(tree.depth(b), tree.depth(a));
  }
}
