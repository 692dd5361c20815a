package dev.headnote.convert;

import java.io.IOException;

/**
 * A file that cannot be converted: damaged, not a BERT-family encoder, or with a tokenizer of
 * another kind. The message names the file and what is missing or wrong in it.
 */
public final class ConversionException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A failure with a message that names the file and what is wrong. */
  public ConversionException(String message) {
    super(message);
  }

  /** A failure with a message that names the file and what is wrong, and its cause. */
  public ConversionException(String message, Throwable cause) {
    super(message, cause);
  }
}
