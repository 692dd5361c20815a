/**
 * Makes a static model of a transformer: a table with a vector for each token. Knows encoders and
 * strings, nothing of articles, topics and summaries; nothing else knows it.
 *
 * <p>To read it: {@link dev.headnote.distil.Distiller} says what is done and in which order; {@code
 * PrincipalAxes} finds the dimensions, {@code RidgeRegression} the tokens' vectors over the {@code
 * TokenMeans} of texts, and {@link dev.headnote.distil.StaticModel} writes the folder.
 */
@NullMarked
package dev.headnote.distil;

import org.jspecify.annotations.NullMarked;
