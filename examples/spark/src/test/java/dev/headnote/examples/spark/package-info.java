@NullMarked
package dev.headnote.examples.spark;

import org.jspecify.annotations.NullMarked;
