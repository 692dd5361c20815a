/**
 * Files of models: read or written whole, and known by their SHA-256. Knows nothing of what is in
 * them. Not exported: this is not for callers.
 */
@NullMarked
package dev.headnote.file;

import org.jspecify.annotations.NullMarked;
