/**
 * The command line: reads articles from files, folders and standard input, asks {@link
 * dev.headnote.Headnote} about each, and writes a row or a page for each in input order.
 *
 * <p>What is read: {@code Source} finds the inputs, {@code InputReader} cuts them into {@code Raw}
 * pieces, {@code ItemParser} makes an {@code Item} of each. What is done: a {@code Work} turns an
 * article into a {@code Row}, several at a time through {@code OrderedParallel}. What is written: a
 * {@code RowWriter} for each format.
 *
 * <p>What learns or evaluates reads {@code UsableItems} instead, and writes a model or one report
 * at its end.
 */
@NullMarked
package dev.headnote.runner;

import org.jspecify.annotations.NullMarked;
