/**
 * Whether vectors are what an encoder may give: one for each text, of its length, of finite
 * numbers. Knows nothing of what they are used for. Not exported: this is not for callers.
 */
@NullMarked
package dev.headnote.vector;

import org.jspecify.annotations.NullMarked;
