/**
 * What one line says of itself. A rule judges a line by its words and its shape, keeps nothing, and
 * sees no other line: what stands around it is for {@code dev.headnote.text.furniture}. Pages ask
 * rules, too. Not exported.
 *
 * <p>{@code LineRules} asks those rules that hold wherever a line stands. Each kind of furniture
 * has a class: {@code Advertisements}, {@code Appeals} and {@code Promotions}, {@code
 * Attributions}, {@code Byline} and {@code DateHeader} (with the words of {@code HeaderWords}),
 * {@code Captions}, {@code Credits}, {@code Scenes} and {@code PlayingTimes}, {@code Menus}, {@code
 * NameBar} and {@code ShareBars}, {@code Notices} and {@code Rights}, {@code RelatedLinks}, {@code
 * Separators}; {@code Headline} knows titles. Some are found within a line: a {@code Dateline}
 * ({@code PlaceAndDate}), {@code RunIn} labels, {@code Shortcodes} and {@code RightsInText}.
 *
 * <p>Rules see a {@code PlainLine}, in small letters with plain quotes, or where capitals and gaps
 * count a part of the {@code ClassedText}, perhaps as {@code Cells}. Phrases are in {@code
 * furniture-phrases.txt}, read by {@code PhraseLists} and looked up with {@code Affixes} and {@code
 * PhraseFinder}.
 */
@NullMarked
package dev.headnote.text.rule;

import org.jspecify.annotations.NullMarked;
