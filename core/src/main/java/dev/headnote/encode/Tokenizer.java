package dev.headnote.encode;

import dev.headnote.HeadnoteException;

/** A model's own tokenizer, and what it puts around a text. Safe for use by several threads. */
interface Tokenizer extends AutoCloseable {

  /**
   * Reads a tokenizer.json: in Java if it is BERT's, else with the native library.
   *
   * @throws HeadnoteException with code MODEL_DAMAGED if it cannot be read or does not put one
   *     token before and one after a text; with ENGINE_UNAVAILABLE if the native library is needed
   *     and is not there
   */
  static Tokenizer of(byte[] json) {
    Tokenizer inJava = TokenizerFile.read(json);
    if (inJava != null) {
      return inJava;
    }
    try {
      return new NativeTokenizer(json);
    } catch (LinkageError e) {
      throw new HeadnoteException(
          HeadnoteException.Code.ENGINE_UNAVAILABLE,
          "the model's tokenizer.json is not BERT's, and the library ai.djl.huggingface:tokenizers,"
              + " which it needs, cannot be loaded: "
              + e,
          e);
    }
  }

  /**
   * Appends the ids of a text's tokens, without a start and an end. Half of a surrogate pair is
   * taken as U+FFFD, and NUL as a space.
   */
  void encode(String text, TokenIds ids);

  /** The id of the token that stands before a text. */
  int start();

  /** The id of the token that stands after a text. */
  int end();

  @Override
  void close();
}
