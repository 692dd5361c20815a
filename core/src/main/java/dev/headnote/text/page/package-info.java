/**
 * The article in a web page: what the page says of it, which elements hold it, and its text with
 * the way back to the source. Knows jsoup; of copied text only what rules say of a line, and
 * nothing of passes or sentences. Not exported: {@code HtmlExtractor} is for callers.
 *
 * <p>{@code PageHead} reads what the page says of itself, {@code StructuredData} included; {@code
 * MainContent} finds the element that holds the article, without {@code SideMatter} and {@code
 * SideColumns}, by {@code ElementStats} and {@code StatedBody}, and {@code ArticleParts} what
 * belongs to it, below the {@code TitleHeading} a {@code Lead}; {@code PageRenderer} writes its
 * text, as a {@code TracedText} with {@code NodePositions} and a {@code SourceMap} for the way
 * back.
 */
@NullMarked
package dev.headnote.text.page;

import org.jspecify.annotations.NullMarked;
