/**
 * Digests of a DataFrame of articles on a Spark cluster: {@code DigestJob} is the program, {@code
 * Digests} what a program of one's own calls, and the others run on the executors.
 */
@NullMarked
package dev.headnote.examples.spark;

import org.jspecify.annotations.NullMarked;
