package dev.headnote.salience;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a summary's sentences are, learned from articles with summaries: the chance of each word and
 * pair of words to be in the summary, and each sentence's own chance; from these a {@link
 * Selection} has its worth. It takes sentence vectors of any encoder, since it only looks at how
 * near an article's sentences are to each other.
 *
 * <p>The chances of words are learned in the way of Hong and Nenkova (2014), and a selection is
 * worth the ROUGE that it can expect by them, in the way of concept-based summarisation (Gillick
 * and Favre 2009). docs/summaries.md has the method and its figures.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class SalienceModel {

  private static final String RESOURCE = "news.salience";

  /** Not a class's constant: one that lacked memory once would be lost to the JVM. */
  private static volatile @Nullable SalienceModel builtIn;

  private final WordCounts counts;
  private final Network order;
  private final Network words;
  private final Network pairs;
  private final Network sentences;
  private final String provenance;

  SalienceModel(
      String provenance,
      WordCounts counts,
      Network order,
      Network words,
      Network pairs,
      Network sentences) {
    this.counts = counts;
    this.order = order;
    this.words = words;
    this.pairs = pairs;
    this.sentences = sentences;
    this.provenance = provenance;
  }

  /** The model that comes with the library, learned from news. Loaded at the first call. */
  public static SalienceModel builtIn() {
    SalienceModel model = builtIn;
    if (model == null) {
      synchronized (SalienceModel.class) {
        model = builtIn;
        if (model == null) {
          model = loadBuiltIn();
          builtIn = model;
        }
      }
    }
    return model;
  }

  private static SalienceModel loadBuiltIn() {
    try (InputStream in = SalienceModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new HeadnoteException(Code.MODEL_NOT_FOUND, RESOURCE + ": not on the class path");
      }
      return SalienceModelFile.read(in.readAllBytes(), RESOURCE);
    } catch (IOException e) {
      throw new HeadnoteException(Code.MODEL_DAMAGED, RESOURCE + ": cannot be read", e);
    }
  }

  /**
   * Reads a model.
   *
   * @throws HeadnoteException with code MODEL_NOT_FOUND if there is no such file, or MODEL_DAMAGED
   *     if it is not a salience model
   */
  public static SalienceModel load(Path file) {
    return SalienceModelFile.read(file);
  }

  /**
   * Writes the model to a file, which appears when it is complete.
   *
   * @throws HeadnoteException with code INVALID_INPUT if it can't be written
   */
  public void save(Path file) {
    SalienceModelFile.write(this, file);
  }

  /** What it was trained on, and how, in a line. */
  public String provenance() {
    return provenance;
  }

  /**
   * Looks at an article's sentences.
   *
   * @param texts the sentences, in order
   * @param vectors a vector of length 1 for each
   * @param title the title, or null if there is none
   * @param titleVector its vector of length 1; null where the title is
   * @throws IllegalArgumentException if a sentence or the title has no vector, or a vector neither
   */
  public ArticleSalience of(
      List<String> texts,
      float[][] vectors,
      @Nullable String title,
      float @Nullable [] titleVector) {
    if (texts.size() != vectors.length || (title == null) != (titleVector == null)) {
      throw new IllegalArgumentException("each text needs a vector");
    }
    ReadArticle article = ReadArticle.of(texts, vectors, title, titleVector);
    KnownWords known = KnownWords.of(article.words(), counts);
    float[] centrality = LexicalCentrality.of(article.words(), known);
    float trust = order(order, article, known, centrality);
    float[] wordLogits = words.outputs(WordFeatures.of(article, known, trust));
    float[] wordChances = chances(wordLogits);
    float[] pairChances =
        chances(pairs.outputs(PairFeatures.of(article, known, trust, wordLogits)));
    float[] logits =
        sentences.outputs(
            SentenceFeatures.of(article, known, trust, wordChances, pairChances, centrality));
    return new ArticleSalience(article, wordChances, pairChances, logits, centrality);
  }

  /** How far an article's order can be trusted, between 0 and 1. */
  static float order(
      Network network, ReadArticle article, KnownWords known, float[] lexicalCentrality) {
    if (article.sentences() == 0) {
      return 0;
    }
    float[] row = OrderFeatures.of(article, known, lexicalCentrality);
    return chance(network.output(row, network.scratch()));
  }

  /** The chance that each logit stands for, between 0 and 1. */
  static float[] chances(float[] logits) {
    float[] chances = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      chances[i] = chance(logits[i]);
    }
    return chances;
  }

  private static float chance(float logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  WordCounts counts() {
    return counts;
  }

  Network order() {
    return order;
  }

  Network words() {
    return words;
  }

  Network pairs() {
    return pairs;
  }

  Network sentences() {
    return sentences;
  }
}
