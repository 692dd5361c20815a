/**
 * From sentence vectors to topics: labels, label sets and the classifier. Knows vectors and labels,
 * never text cleaning or the engine.
 */
@NullMarked
package dev.headnote.topic;

import org.jspecify.annotations.NullMarked;
