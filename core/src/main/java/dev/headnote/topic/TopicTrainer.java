package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Progress;
import dev.headnote.encode.SentenceEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns to label from labelled articles.
 *
 * <p>A linear model of the article's vector starts at what the labels' names and descriptions mean,
 * and is pulled towards it, so that one example a label does no harm. Where cross-validation finds
 * that it helps, a second linear model of the article's words and pairs of words is added. The
 * strength of the pull, and how much each of the two counts, are those with which articles that
 * were left out are told best, by their cross-entropy; so the probabilities are calibrated, too. Of
 * settings that are as good within a standard error the simpler is taken. A label without examples
 * keeps its meaning. Copies are left out together. The logit of "none of these" is set so that
 * about one article in fifty of such labels is given none. docs/topics/training.md has figures.
 *
 * <p>The same articles in the same order, labels, encoder and seed give the same model on the same
 * machine. Holds about 20 kB for an article of 500 words. Not safe for use by several threads.
 */
public final class TopicTrainer {

  /** Fewer examples than this are not parted for cross-validation. */
  private static final int LEAST_TO_VALIDATE = 10;

  /** Fewer labels than this leave nothing to choose where an article has one. */
  private static final int LEAST_LABELS = 2;

  private final LabelSet set;
  private final boolean multiLabel;
  private final long seed;
  private final String encoder;
  private final String fingerprint;
  private final String precision;
  private final Dimensions dimensions;
  private final LabelDirections meanings;
  private final ArticleCollection articles;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<boolean[]> gold = new ArrayList<>();
  private final Copies copies = new Copies();

  /**
   * Encodes the labels.
   *
   * @param set the labels; more than one unless an article may have several
   * @param encoder the encoder of the articles; it is not kept
   * @param multiLabel whether an article may have several labels, or none
   * @param seed of how the articles are parted for cross-validation
   * @throws HeadnoteException with code INVALID_LABELS if there is only one label to choose from
   */
  public TopicTrainer(LabelSet set, SentenceEncoder encoder, boolean multiLabel, long seed) {
    if (!multiLabel && set.size() < LEAST_LABELS) {
      throw new HeadnoteException(
          Code.INVALID_LABELS,
          "one label alone can't be learned; give a second, such as \"other\", or let articles"
              + " have several labels or none");
    }
    this.set = set;
    this.multiLabel = multiLabel;
    this.seed = seed;
    this.encoder = encoder.model();
    this.fingerprint = encoder.fingerprint();
    this.precision = encoder.precision().name().toLowerCase(Locale.ROOT);
    this.dimensions = new Dimensions(encoder.dimensions());
    this.meanings = LabelDirections.of(set.labels(), encoder);
    this.articles = new ArticleCollection(meanings);
    for (Label label : set.labels()) {
      places.put(label.id(), places.size());
    }
  }

  /**
   * Takes an article to learn from.
   *
   * @param labels the ids of its labels: one, unless an article may have several
   * @throws HeadnoteException with code INVALID_INPUT if a label is not in the set, if there are
   *     too many or too few, or if the article has no text, or MODEL_DAMAGED if a vector holds what
   *     is no finite number. The article is then left out, and the next can be taken
   * @throws IllegalArgumentException if its vectors have other dimensions than the encoder's
   */
  public void add(EncodedArticle article, Set<String> labels) {
    dimensions.check(article);
    article.requireFinite();
    check(article, labels);
    boolean[] row = new boolean[set.size()];
    labels.forEach(label -> row[Objects.requireNonNull(places.get(label))] = true);
    gold.add(row);
    articles.add(article, labels);
    copies.add(article, labels);
  }

  private void check(EncodedArticle article, Set<String> labels) {
    for (String label : labels) {
      if (!places.containsKey(label)) {
        throw invalid("has the label \"" + label + "\", which is not in the set");
      }
    }
    if (!multiLabel && labels.size() != 1) {
      throw invalid("has " + labels.size() + " labels where one is to be learned");
    }
    if (article.isEmpty()) {
      throw invalid("holds no text");
    }
  }

  private static HeadnoteException invalid(String problem) {
    return new HeadnoteException(Code.INVALID_INPUT, problem);
  }

  /** How many articles were taken. */
  public int size() {
    return gold.size();
  }

  /**
   * Learns from the articles taken. Uses the threads of the {@link
   * java.util.concurrent.ForkJoinPool} that it is called from, or the common one.
   *
   * @param progress told how far it is
   * @throws HeadnoteException with code INVALID_INPUT if no article was taken
   */
  public TopicModel train(Progress progress) {
    if (gold.isEmpty()) {
      throw invalid("there is no article to learn from");
    }
    boolean[][] labels = gold.toArray(boolean[][]::new);
    LexicalVocabulary vocabulary = articles.vocabulary(set.size());
    boolean validated = size() >= LEAST_TO_VALIDATE;
    TrainingData data =
        new TrainingData(
            articles.vectors(),
            validated && vocabulary.size() > 0 ? articles.words(vocabulary) : null,
            labels,
            multiLabel ? Link.LOGISTIC : Link.SOFTMAX);
    ModelSelection selection = new ModelSelection(data, meanings, copies.originals(), seed);
    ModelSelection.Choice choice =
        validated ? selection.choose(progress) : ModelSelection.Choice.ofFewExamples(data);
    return new TopicModel(
        set,
        multiLabel,
        encoder,
        fingerprint,
        new ModelFitting(data, meanings).learn(choice, vocabulary, progress),
        provenance(choice));
  }

  private Provenance provenance(ModelSelection.Choice choice) {
    Map<String, Integer> examples = new TreeMap<>();
    for (int label = 0; label < set.size(); label++) {
      int place = label;
      long count = gold.stream().filter(row -> row[place]).count();
      examples.put(set.labels().get(label).id(), (int) count);
    }
    return new Provenance(
        Provenance.today(),
        Provenance.currentVersion(),
        precision,
        size(),
        examples,
        0,
        articles.sha256(),
        seed,
        choice.settings(),
        choice.metrics());
  }
}
