/**
 * Measures of quality: ROUGE for summaries, accuracy and F1 for topics. Knows texts and labels,
 * nothing of how they were made.
 */
@NullMarked
package dev.headnote.evaluate;

import org.jspecify.annotations.NullMarked;
