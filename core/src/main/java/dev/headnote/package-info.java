/**
 * The library's front: {@link dev.headnote.Headnote} and the words that everything else uses. The
 * packages below know these words ({@link dev.headnote.Sentence}, {@link dev.headnote.Span}, {@link
 * dev.headnote.HeadnoteException} and so on) but never {@code Headnote} or {@code Digest}.
 */
@NullMarked
package dev.headnote;

import org.jspecify.annotations.NullMarked;
