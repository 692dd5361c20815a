/**
 * From sentence vectors to a summary: what each sentence is worth, and which of them fit the
 * budget. Knows sentences and vectors, never text cleaning or the engine.
 *
 * <h2>One article, in this order</h2>
 *
 * <ol>
 *   <li>{@link dev.headnote.summary.SummaryOptions} say what is wanted; what their functions throw
 *       is told by {@code CheckedFunctions}.
 *   <li>{@link dev.headnote.summary.Summarizer}, the way in, weighs sentences: {@code Salience}
 *       adds up, by {@code LearnedSalience} from a model of {@code dev.headnote.salience}, or by
 *       {@code CentroidSalience} without training. Both use {@code Similarities} and {@code
 *       ZScores}.
 *   <li>{@code Selector} picks the sentence that adds most, time and again, while the {@code
 *       Budget} has room. {@code Fragment} tells headings, which come last; {@code EvenCoverage}
 *       spreads over the text.
 *   <li>{@code Needs} says which sentences need the one before them: by how they begin ({@code
 *       Opening}), by a pronoun without its noun ({@code OpenReference} with {@code
 *       ReferenceWords}), or because they are within a quotation ({@code OpenQuotation}).
 *   <li>{@link dev.headnote.summary.Summary} holds each sentence as a {@link
 *       dev.headnote.summary.ScoredSentence} with its {@link dev.headnote.summary.Contribution}s,
 *       and the {@link dev.headnote.summary.Reason} why it is in or not.
 * </ol>
 *
 * <h2>Several documents</h2>
 *
 * <p>{@link dev.headnote.summary.MultiDocumentSummarizer} reads each to a {@link
 * dev.headnote.summary.SourceDocument}, of which {@code LineCandidate}s are made; {@code
 * NearDuplicates} groups those that say the same. The result is a {@link
 * dev.headnote.summary.MultiDocumentSummary}.
 */
@NullMarked
package dev.headnote.summary;

import org.jspecify.annotations.NullMarked;
