package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.Progress;
import dev.headnote.encode.SentenceEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adapts labels to a collection from articles of it whose labels are not known.
 *
 * <p>The articles are labelled by what the labels' names and descriptions mean. Each label then
 * moves towards the mean of those that seem to be its own, relative to the others', the farther the
 * more they are and the surer, at most half of the way; where there are none it stays. The articles
 * are labelled again, and the words and pairs of words that come more often in a label's than in
 * all speak for it from then on. An article counts by a high power of its probability, so that the
 * unsure, and those of none of the labels, hardly do. docs/topics/adapting.md has figures. {@link
 * TopicTrainer} does better where some hundred articles are labelled by hand.
 *
 * <p>What comes of it labels each article by itself, in the way of one that was trained. The same
 * articles in the same order, labels and encoder give the same model on the same machine. Holds
 * about 20 kB for an article of 500 words. Not safe for use by several threads.
 */
public final class TopicAdapter {

  private static final String STAGE = "adapting";
  private static final int STEPS = 2;

  private final LabelSet set;
  private final String encoder;
  private final String fingerprint;
  private final String precision;
  private final Dimensions dimensions;
  private final LabelDirections meanings;
  private final ArticleCollection articles;

  /**
   * Encodes the labels.
   *
   * @param set the labels, three or more
   * @param encoder the encoder of the articles; it is not kept
   * @throws HeadnoteException with code INVALID_LABELS if there are fewer labels
   */
  public TopicAdapter(LabelSet set, SentenceEncoder encoder) {
    if (set.size() < LabelDirections.ENOUGH_LABELS) {
      throw new HeadnoteException(
          Code.INVALID_LABELS,
          (set.size() == 1 ? "one label" : set.size() + " labels")
              + " can't be adapted, as nothing is usual among them; give at least "
              + LabelDirections.ENOUGH_LABELS
              + ", such as \"other\" beside them");
    }
    this.set = set;
    this.encoder = encoder.model();
    this.fingerprint = encoder.fingerprint();
    this.precision = encoder.precision().name().toLowerCase(Locale.ROOT);
    this.dimensions = new Dimensions(encoder.dimensions());
    this.meanings = LabelDirections.of(set.labels(), encoder);
    this.articles = new ArticleCollection(meanings);
  }

  /**
   * Takes an article to learn from. One without text is passed over.
   *
   * @throws IllegalArgumentException if its vectors have other dimensions than the encoder's
   * @throws HeadnoteException with code MODEL_DAMAGED if one of them holds what is no finite number
   */
  public void add(EncodedArticle article) {
    dimensions.check(article);
    article.requireFinite();
    if (article.hasWords()) {
      articles.add(article, Set.of());
    }
  }

  /** How many articles were taken, those without text left out. */
  public int size() {
    return articles.size();
  }

  /**
   * Learns from the articles taken. Uses the threads of the {@link
   * java.util.concurrent.ForkJoinPool} that it is called from, or the common one.
   *
   * @param progress told how far it is
   * @throws HeadnoteException with code INVALID_INPUT if no article was taken
   */
  public TopicModel adapt(Progress progress) {
    if (size() == 0) {
      throw new HeadnoteException(Code.INVALID_INPUT, "there is no article to learn from");
    }
    progress.at(STAGE, 0, STEPS);
    Adaptation adaptation = new Adaptation(articles.vectors(), meanings.vectors());
    Adaptation.Linear moved = adaptation.linear();
    progress.at(STAGE, 1, STEPS);
    LexicalVocabulary vocabulary = articles.vocabulary(set.size());
    LexicalModel words =
        new LexicalModel(
            vocabulary, adaptation.ofWords(articles.words(vocabulary), moved), set.size());
    progress.at(STAGE, STEPS, STEPS);
    double[] thresholds = new double[set.size()];
    Arrays.fill(thresholds, TopicClassifier.EVEN);
    return new TopicModel(
        set,
        false,
        encoder,
        fingerprint,
        new TopicModel.Parameters(
            meanings,
            moved.weights(),
            moved.biases(),
            ZeroShotScorer.noneLogit(set.size()),
            thresholds,
            words),
        provenance());
  }

  private Provenance provenance() {
    Map<String, Integer> examples =
        set.labels().stream().collect(Collectors.toMap(Label::id, label -> 0));
    return new Provenance(
        Provenance.today(),
        Provenance.currentVersion(),
        precision,
        0,
        examples,
        size(),
        articles.sha256(),
        0,
        Map.of(),
        Map.of());
  }
}
