/**
 * From sentence vectors to a summary: what each sentence is worth, and which of them fit the
 * budget. Knows sentences and vectors, never text cleaning or the engine.
 */
@NullMarked
package dev.headnote.summary;

import org.jspecify.annotations.NullMarked;
