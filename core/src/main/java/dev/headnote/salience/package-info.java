/**
 * The salience model: which words of an article its summary would hold, and so which sentences
 * together make the best summary. Learned from articles with summaries; knows sentences and their
 * vectors, never text cleaning or the engine.
 */
@NullMarked
package dev.headnote.salience;

import org.jspecify.annotations.NullMarked;
