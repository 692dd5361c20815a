package dev.headnote.encode;

/**
 * What a model's {@code model.json} says of it.
 *
 * @param name the model's name
 * @param description one line on what it is
 * @param origin where the weights come from
 * @param licence the licence of the weights
 * @param dimensions the length of its vectors
 * @param prefix what the model was trained to see before each text, such as {@code "query: "}
 * @param maxTokens the longest window in tokens, start, prefix and end included
 * @param archiveFile the TorchScript archive's file name
 * @param archiveSha256 its SHA-256, 64 hexadecimal digits
 * @param tokenizerFile the tokenizer's file name
 * @param tokenizerSha256 its SHA-256, 64 hexadecimal digits
 */
public record ModelCard(
    String name,
    String description,
    String origin,
    String licence,
    int dimensions,
    String prefix,
    int maxTokens,
    String archiveFile,
    String archiveSha256,
    String tokenizerFile,
    String tokenizerSha256) {}
