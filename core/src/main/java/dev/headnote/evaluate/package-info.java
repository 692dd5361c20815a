/**
 * Measures of quality: ROUGE for summaries; accuracy, F1 and calibration for topics. Knows texts,
 * labels and results, nothing of how they were made.
 */
@NullMarked
package dev.headnote.evaluate;

import org.jspecify.annotations.NullMarked;
