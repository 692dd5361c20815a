/**
 * From bytes, web pages and copied text to clean sentences with their offsets in the source.
 *
 * <p>What may live here: decoding, main-content extraction, the recognition of furniture (what
 * surrounds an article without being part of it) and sentence boundaries. Nothing here knows of
 * models, vectors, topics or summaries, and all of it is plain rules on characters, the same on
 * every machine. {@link dev.headnote.text.ArticleText} is the way in; the other types are its
 * parts, for callers that want only one step.
 */
@NullMarked
package dev.headnote.text;

import org.jspecify.annotations.NullMarked;
