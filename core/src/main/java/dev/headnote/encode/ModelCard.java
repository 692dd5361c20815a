package dev.headnote.encode;

/**
 * What a model's {@code model.json} says of it. Immutable.
 *
 * @param kind how it makes vectors
 * @param name the model's name
 * @param description one line on what it is
 * @param origin where the weights come from
 * @param licence the licence of the weights
 * @param dimensions the length of its vectors
 * @param prefix what the model was trained to see before each text, such as {@code "query: "}; none
 *     for a static model
 * @param maxTokens the longest window in tokens, start, prefix and end included; a static model has
 *     no windows, and the largest integer here
 * @param spread how far apart the model puts texts: the root of the mean squared distance of the
 *     vectors of {@link ReferenceText} from their mean; 0 if the card does not say
 * @param weightsFile the file name of the TorchScript archive or the table of token vectors
 * @param weightsSha256 its SHA-256, 64 hexadecimal digits
 * @param tokenizerFile the file name of the tokenizer.json, or of a static model's vocabulary
 * @param tokenizerSha256 its SHA-256, 64 hexadecimal digits
 */
public record ModelCard(
    Kind kind,
    String name,
    String description,
    String origin,
    String licence,
    int dimensions,
    String prefix,
    int maxTokens,
    double spread,
    String weightsFile,
    String weightsSha256,
    String tokenizerFile,
    String tokenizerSha256) {

  /** How a model makes vectors. */
  public enum Kind {
    /** A transformer, run by an engine: {@link PyTorchEncoder}. */
    TRANSFORMER,
    /** A table of token vectors, run by Java alone: {@link StaticEncoder}. */
    STATIC
  }
}
