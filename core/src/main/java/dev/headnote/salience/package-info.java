/**
 * The salience model: which words of an article its summary would hold, and so which sentences
 * together make the best summary. Learned from articles with summaries; knows sentences and their
 * vectors, never text cleaning or the engine.
 *
 * <h2>In use</h2>
 *
 * <ol>
 *   <li>{@link dev.headnote.salience.SalienceModel}, the way in, holds four networks ({@code
 *       Network}) and {@code WordCounts}; {@code SalienceModelFile} reads and writes it.
 *   <li>{@code ReadArticle} has what inputs are made of: {@code ArticleWords} with {@code WordHash}
 *       and {@code WordNumbers}, {@code ArticlePairs}, {@code Cosines} and a {@code Surface} for
 *       each sentence. {@code KnownWords} is what other articles tell of its words.
 *   <li>{@code OrderFeatures}, {@code WordFeatures}, {@code PairFeatures} and {@code
 *       SentenceFeatures}, with {@code LexicalCentrality}, are the networks' inputs, in this order:
 *       each takes what the ones before gave. Those of words and pairs are {@code Columns}.
 *   <li>{@link dev.headnote.salience.ArticleSalience} keeps what they say, and a {@link
 *       dev.headnote.salience.Selection} of sentences has its worth from it.
 * </ol>
 *
 * <h2>In training</h2>
 *
 * <p>{@link dev.headnote.salience.SalienceTrainer} makes an {@code Example} of each {@link
 * dev.headnote.salience.TrainingArticle}, whose {@code Reference} counts what sentences cover of
 * the summary. A {@code NetworkTrainer} trains a network on examples that a {@code WeightedDraw}
 * draws, with a {@code Standardization} of its inputs.
 */
@NullMarked
package dev.headnote.salience;

import org.jspecify.annotations.NullMarked;
