/**
 * Where sentences end. Knows characters, words and languages; nothing of furniture or pages. Not
 * exported: {@code SentenceSplitter} is for callers.
 *
 * <p>{@code SentenceScan}, the way in, walks from mark to mark. {@code Terminals} decides about
 * full stops and the like: it asks {@code FullStops}, which knows the {@code Abbreviations} of a
 * {@code SentenceLanguage} ({@code ForeignWords}), {@code MissingSpace} and {@code Emoticons}.
 * {@code LineBreaks} decides about the ends of lines, and {@code ListItems} tells where the items
 * of lists begin; {@code CodeBlocks} keeps fenced lines apart. Words are looked at by {@code
 * WordShapes}.
 */
@NullMarked
package dev.headnote.text.sentence;

import org.jspecify.annotations.NullMarked;
