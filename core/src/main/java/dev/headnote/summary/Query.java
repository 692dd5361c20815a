package dev.headnote.summary;

/**
 * What a reader wants to know. The array is not copied and must not change.
 *
 * @param text in the reader's words
 * @param vector of length 1
 */
record Query(String text, float[] vector) {}
