/** Metrics of a {@link dev.headnote.Headnote} in Micrometer, for those who use it. */
@NullMarked
package dev.headnote.micrometer;

import org.jspecify.annotations.NullMarked;
