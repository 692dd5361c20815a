/**
 * From sentences and their vectors to keyphrases: which phrases of an article say what it is about.
 * Knows sentences, vectors and the encoder, never text cleaning, topics or summaries.
 *
 * <p>{@link dev.headnote.keyphrase.KeyphraseExtractor} is the way in. {@code CandidateFinder} finds
 * the phrases that it scores: {@code WordScan} parts sentences into {@code Word}s, without {@code
 * Addresses}; {@code ClassifiedWords} says by {@code WordLists} which of them are names, common
 * words, or no part of a phrase; a {@code Candidate} has all places of a phrase.
 */
@NullMarked
package dev.headnote.keyphrase;

import org.jspecify.annotations.NullMarked;
