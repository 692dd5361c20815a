/**
 * From bytes, web pages and copied text to clean sentences with their offsets in the source.
 *
 * <p>What may live here: decoding, main-content extraction, the recognition of furniture (what
 * surrounds an article without being part of it) and sentence boundaries. Nothing here knows of
 * models, vectors, topics or summaries, and all of it is plain rules on characters, the same on
 * every machine; a small table of weights, which judges lines that no rule knows, is one of them.
 *
 * <h2>In this order a text passes through</h2>
 *
 * <ol>
 *   <li>{@link dev.headnote.text.TextDecoder}: bytes to a string.
 *   <li>{@link dev.headnote.text.HtmlExtractor}, for pages only: {@code PageHead} reads what the
 *       page says of itself, {@code StructuredData} included; {@code MainContent} finds the element
 *       that holds the article, without {@code SideMatter} and {@code SideColumns}, by {@code
 *       ElementStats} and {@code StatedBody}, and {@code ArticleParts} what belongs to it; {@code
 *       PageRenderer} writes its text, as a {@code TracedText} with {@code NodePositions} and a
 *       {@code SourceMap} for the way back. The result is a {@link dev.headnote.text.WebPage}.
 *   <li>{@link dev.headnote.text.ArticleText}, the way in: makes the text a {@code ClassedText},
 *       one class of {@code Chars} a character, has its furniture found, and then the sentences
 *       between.
 *   <li>{@code FurnitureScan} lists all passes over the lines in their order. Read it first.
 *   <li>{@code SentenceScan} walks from mark to mark: {@code Terminals} decides about full stops
 *       and the like, {@code LineBreaks} about the ends of lines. A sentence is a {@link
 *       dev.headnote.text.Span}.
 * </ol>
 *
 * <p>{@link dev.headnote.text.FurnitureDetector}, {@link dev.headnote.text.TitleDetector} and
 * {@link dev.headnote.text.SentenceSplitter} are for callers that want only one step.
 *
 * <h2>Furniture: passes and rules</h2>
 *
 * <p>A pass extends {@code LinePass}: it goes over the lines of {@code CopiedLines} and may mark
 * them with a {@link dev.headnote.text.Furniture.Reason}; later passes see the marks of those
 * before. {@code LineIndex} tells where lines are, {@code LineShapes} what one looks like, {@code
 * Wrapping} whether it is a paragraph's part, {@code Body} where the running text begins and ends.
 *
 * <ul>
 *   <li>By words and neighbours: {@code Wording}, {@code PageBreaks}, {@code FrontMatter}, {@code
 *       MailHeaders}, {@code MailSignature}, {@code Citations}, {@code LabelledBlocks}, {@code
 *       CaptionBlocks}.
 *   <li>By place: {@code HeadAndTail}, {@code Titles} and {@code AroundTitle}, {@code AuthorNotes},
 *       {@code Tail} with {@code ReaderComments}.
 *   <li>What is left: {@code Tables}, {@code LearnedLines} with {@code LineFeatures} and {@code
 *       LineModel} but without {@code ContentLines}, {@code PullQuotes}.
 *   <li>{@code FurnitureCollector} makes spans of the marks, and looks into the lines that stay for
 *       a {@code Dateline} ({@code PlaceAndDate}), {@code RunIn} labels, {@code Shortcodes} and
 *       {@code RightsInText}.
 * </ul>
 *
 * <p>A rule judges one line and keeps nothing. {@code LineRules} asks those that hold wherever a
 * line stands, {@code EdgeRules} those that need its place above or below the article. Each kind of
 * furniture has a class: {@code Advertisements}, {@code Appeals} and {@code Promotions}, {@code
 * Attributions}, {@code Byline} and {@code DateHeader} (with the words of {@code HeaderWords}),
 * {@code Captions}, {@code Credits}, {@code Scenes} and {@code PlayingTimes}, {@code Menus}, {@code
 * NameBar} and {@code ShareBars}, {@code Notices} and {@code Rights}, {@code RelatedLinks}, {@code
 * Separators}. They see a {@code PlainLine}, in small letters with plain quotes, or where capitals
 * and gaps count a part of the {@code ClassedText}, perhaps as {@code Cells}. Phrases are in {@code
 * furniture-phrases.txt}, read by {@code PhraseLists} and looked up with {@code Affixes} and {@code
 * PhraseFinder}.
 *
 * <h2>Sentences</h2>
 *
 * <p>{@code Terminals} asks {@code FullStops}, which knows the {@code Abbreviations} of a {@code
 * SentenceLanguage} ({@code ForeignWords}), {@code MissingSpace} and {@code Emoticons}. {@code
 * LineBreaks} asks {@code ListItems}; {@code CodeBlocks} keeps fenced lines apart, and {@code
 * LineMarks} leaves bullets out. Words are looked at by {@code WordShapes} and looked up in a
 * {@code WordTable}.
 */
@NullMarked
package dev.headnote.text;

import org.jspecify.annotations.NullMarked;
