package dev.headnote.convert;

/**
 * The sizes of a BERT encoder.
 *
 * @param layers transformer layers
 * @param heads attention heads of a layer
 * @param hiddenSize numbers in a token's vector
 * @param intermediateSize numbers between the two feed-forward layers
 * @param vocabularySize rows of the word embeddings
 * @param maxPositions rows of the position embeddings: the longest sequence, in tokens
 */
public record Architecture(
    int layers,
    int heads,
    int hiddenSize,
    int intermediateSize,
    int vocabularySize,
    int maxPositions) {}
