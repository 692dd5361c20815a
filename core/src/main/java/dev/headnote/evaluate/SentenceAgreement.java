package dev.headnote.evaluate;

/**
 * How well the chosen sentences agree with those that references consist of: the mean over the
 * articles with a reference whose every line stands in the article.
 *
 * @param articles how many such articles there are; at least 1
 * @param precision the share of the chosen sentences that are the reference's, 0 to 1
 * @param recall the share of the reference's sentences that are chosen, 0 to 1
 * @param f1 the harmonic mean of the two, article by article, 0 to 1
 */
public record SentenceAgreement(long articles, double precision, double recall, double f1) {}
