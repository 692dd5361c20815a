package dev.headnote.topic;

/** What gives an article's labels their logits. Implementations are safe for several threads. */
interface Scorer {

  /**
   * Scores the labels of the set.
   *
   * @param article has a sentence or a title
   * @param evidence how many sentences to show for each label
   * @param check run before each block of sentences; what it throws ends the work
   */
  Scores score(EncodedArticle article, int evidence, Runnable check);

  /**
   * The probability of none above which an article has no label, unless the options say another.
   */
  double noneThreshold();
}
