/**
 * Which texts are talks, and what in them is not what they are about: who speaks, stage directions,
 * greetings and thanks. Knows sentences, never what they are used for. Not exported: this is not
 * for callers.
 */
@NullMarked
package dev.headnote.talk;

import org.jspecify.annotations.NullMarked;
