/**
 * From sentences and their vectors to keyphrases: which phrases of an article say what it is about.
 * Knows sentences, vectors and the encoder, never text cleaning, topics or summaries.
 */
@NullMarked
package dev.headnote.keyphrase;

import org.jspecify.annotations.NullMarked;
