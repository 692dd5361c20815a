/**
 * The characters, words and lines of a text, as all rooms of {@code dev.headnote.text} read them.
 * Knows nothing of sentences, furniture or pages, and decides nothing. Not exported.
 *
 * <p>{@code Chars} has a class for each character, and {@code ClassedText} holds a text with its
 * characters' classes, looked up once for all. {@code LineIndex} tells where its lines are, {@code
 * LineMarks} what opens one and says nothing: a bullet, the number signs of a heading. Words are
 * looked up in a {@code WordTable}, without a string made for them.
 */
@NullMarked
package dev.headnote.text.chars;

import org.jspecify.annotations.NullMarked;
