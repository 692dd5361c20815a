/**
 * Measures of quality: ROUGE for summaries, with the lead and the greedy oracle to compare with;
 * accuracy, F1 and calibration for topics. Knows texts, labels and results, nothing of how they
 * were made.
 */
@NullMarked
package dev.headnote.evaluate;

import org.jspecify.annotations.NullMarked;
