/**
 * Measures of quality: ROUGE for summaries, with the lead and the greedy oracle to compare with;
 * accuracy, F1 and calibration for topics. Knows texts, labels and results, nothing of how they
 * were made.
 *
 * <h2>Summaries</h2>
 *
 * <p>{@link dev.headnote.evaluate.SummaryEvaluation} is the way in. It compares three systems
 * ({@code SystemScores}): the summaries, {@link dev.headnote.evaluate.Lead} and {@link
 * dev.headnote.evaluate.GreedyOracle}, both within a {@code LengthLimit}. {@link
 * dev.headnote.evaluate.Rouge} scores them: {@code RougeVocabulary} makes numbers of words, or of
 * their stems ({@code PorterStemmer}), of which {@code SharedNgrams} and {@code CommonSubsequence}
 * count what two texts share. {@code ExtractiveReference} finds the sentences that a reference is
 * made of. Results are {@link dev.headnote.evaluate.SummaryMetrics}, with an {@link
 * dev.headnote.evaluate.Estimate} of each mean.
 *
 * <h2>Topics</h2>
 *
 * <p>{@link dev.headnote.evaluate.TopicEvaluation} is the way in. It finds labels by {@code
 * LabelPlaces}, and counts with {@code CalibrationBins}, {@code CoverageCounts} and {@code
 * NoneScores}. Results are {@link dev.headnote.evaluate.TopicMetrics}.
 */
@NullMarked
package dev.headnote.evaluate;

import org.jspecify.annotations.NullMarked;
