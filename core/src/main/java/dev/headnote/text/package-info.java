/**
 * From bytes, web pages and copied text to clean sentences with their offsets in the source.
 *
 * <p>What may live here: decoding, main-content extraction, the recognition of furniture (what
 * surrounds an article without being part of it) and sentence boundaries. Nothing here knows of
 * models, vectors, topics or summaries, and all of it is plain rules on characters, the same on
 * every machine; a small table of weights, which judges lines that no rule knows, is one of them.
 *
 * <p>This package is the way in, and all that is exported. The work is done in the rooms below,
 * none of which uses it; each says of itself how to read it.
 *
 * <h2>In this order a text passes through</h2>
 *
 * <ol>
 *   <li>{@link dev.headnote.text.TextDecoder}: bytes to a string.
 *   <li>{@link dev.headnote.text.HtmlExtractor}, for pages only, by {@code page}. The result is a
 *       {@link dev.headnote.text.WebPage}.
 *   <li>{@link dev.headnote.text.ArticleText}: has the text's characters put into classes ({@code
 *       chars}), its {@link dev.headnote.Furniture} found ({@code furniture}, and {@code rule} for
 *       what one line says of itself), and then the sentences between ({@code sentence}).
 * </ol>
 *
 * <p>{@link dev.headnote.text.FurnitureDetector}, {@link dev.headnote.text.TitleDetector} and
 * {@link dev.headnote.text.SentenceSplitter} are for callers that want only one step.
 *
 * <h2>The rooms below</h2>
 *
 * <ul>
 *   <li>{@code page}: the article in a web page. Uses {@code rule} and {@code chars}.
 *   <li>{@code furniture}: which lines of a copied text are none of the article. Uses {@code rule},
 *       {@code sentence} and {@code chars}.
 *   <li>{@code rule}: what one line says of itself. Uses {@code chars}.
 *   <li>{@code sentence}: where sentences end. Uses {@code chars}.
 *   <li>{@code chars}: characters, words and lines.
 * </ul>
 */
@NullMarked
package dev.headnote.text;

import org.jspecify.annotations.NullMarked;
