package dev.headnote.topic;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import dev.headnote.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The articles that a topic model is learned from: the vector and the words of each, and a SHA-256
 * of all of them. Holds about 20 kB for an article of 500 words. Not safe for use by several
 * threads.
 */
final class ArticleCollection {

  /** From so many articles on, a word or pair of words that only one article has is left out. */
  private static final int FEW_ARTICLES = 200;

  /** At most so many weights of words are learned; so many need half a gigabyte. */
  private static final int MOST_WORD_WEIGHTS = 1_000_000;

  private final LabelComparison comparison;
  private final MessageDigest digest = Sha256.begin();
  private final List<float[]> vectors = new ArrayList<>();
  private final List<Map<Long, Integer>> words = new ArrayList<>();

  /**
   * @param meanings what the labels mean, by which an article's sentences are weighed
   */
  ArticleCollection(LabelDirections meanings) {
    comparison = new LabelComparison(meanings);
  }

  /**
   * Takes an article.
   *
   * @param article has a sentence or a title
   * @param labels the ids of its labels, for the digest
   */
  void add(EncodedArticle article, Collection<String> labels) {
    ArticleLogits compared = comparison.compare(article, new StrongestSentences(0, 0), () -> {});
    vectors.add(DoubleVectors.toFloats(compared.vector()));
    words.add(LexicalCounts.of(article).counts());
    hash(article, labels);
  }

  private void hash(EncodedArticle article, Collection<String> labels) {
    String title = article.title();
    hash(title == null ? "" : title);
    article.sentences().forEach(this::hash);
    labels.stream().sorted().forEach(this::hash);
    digest.update((byte) '\n');
  }

  private void hash(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** How many articles were taken. */
  int size() {
    return vectors.size();
  }

  /** The articles' vectors, each of length 1. */
  DenseExamples vectors() {
    return new DenseExamples(vectors.toArray(float[][]::new));
  }

  /** The words and pairs of words to learn from, as many as there can be for so many labels. */
  LexicalVocabulary vocabulary(int labels) {
    return LexicalVocabulary.of(
        words.stream().map(Map::keySet).toList(),
        size() < FEW_ARTICLES ? 1 : 2,
        MOST_WORD_WEIGHTS / labels);
  }

  /** The articles' words and pairs of words, as far as a vocabulary has them. */
  SparseExamples words(LexicalVocabulary vocabulary) {
    return SparseExamples.of(words, vocabulary);
  }

  /** The SHA-256 of the articles' texts and labels so far, in their order. */
  String sha256() {
    try {
      // So that more articles can be taken, and a better model learned.
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new HeadnoteException(Code.INTERNAL, "this Java's SHA-256 can't be copied", e);
    }
  }
}
