/**
 * Which lines of a copied text are furniture: what surrounds an article without being part of it.
 * Knows lines, their places and their neighbours; what one line says of itself is for {@code
 * dev.headnote.text.rule}. Nothing of pages enters. Not exported: {@code FurnitureDetector} and
 * {@code ArticleText} are for callers.
 *
 * <p>{@code FurnitureScan}, the way in, lists all passes over the lines in their order. Read it
 * first. A pass extends {@code LinePass}: it goes over the lines of {@code CopiedLines} and may
 * mark them with a {@code Furniture.Reason}; later passes see the marks of those before. {@code
 * LineShapes} tells what a line looks like, {@code Wrapping} whether it is a paragraph's part,
 * {@code Body} where the running text begins and ends.
 *
 * <ul>
 *   <li>By words and neighbours: {@code Wording}, {@code FormFeeds}, {@code PageBreaks}, {@code
 *       FrontMatter}, {@code MailHeaders}, {@code MailSignature}, {@code Citations}, {@code
 *       LabelledBlocks}, {@code CaptionBlocks}, {@code ReleaseHead}.
 *   <li>By place: {@code HeadAndTail}, {@code Titles} and {@code AroundTitle}, {@code AuthorNotes},
 *       {@code Tail} with {@code ReaderComments}. {@code EdgeRules} has what a line's words say
 *       above or below the article, where less is needed.
 *   <li>What is left: {@code Tables}, {@code LearnedLines} with {@code LineFeatures} and {@code
 *       LineModel} but without {@code ContentLines}, {@code PullQuotes}. The model's weights are
 *       {@code lines.model}. Then, around the article of a whole page, {@code WholePage} with
 *       {@code PageTitle}.
 *   <li>{@code FurnitureCollector} makes spans of the marks, and looks into the lines that stay.
 * </ul>
 */
@NullMarked
package dev.headnote.text.furniture;

import org.jspecify.annotations.NullMarked;
