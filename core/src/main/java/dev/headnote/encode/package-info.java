/**
 * From sentences to vectors: finding, verifying and loading a model, tokens, packing and the
 * workers that run it. Knows nothing of articles, labels or summaries; the only package that
 * touches Deep Java Library.
 */
@NullMarked
package dev.headnote.encode;

import org.jspecify.annotations.NullMarked;
