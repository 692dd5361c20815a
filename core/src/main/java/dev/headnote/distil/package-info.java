/**
 * Makes a static model of a transformer: a table with a vector for each token. Knows encoders and
 * strings, nothing of articles, topics and summaries; nothing else knows it.
 */
@NullMarked
package dev.headnote.distil;

import org.jspecify.annotations.NullMarked;
