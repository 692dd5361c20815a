package dev.headnote.encode;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.headnote.HeadnoteException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Hugging Face's tokenizers library, for what {@link WordPieceTokenizer} does not do. Nothing else
 * refers to the library, so the class path need not hold it where it is not used.
 */
final class NativeTokenizer implements Tokenizer {

  private final HuggingFaceTokenizer tokenizer;
  private final int start;
  private final int end;

  NativeTokenizer(byte[] json) {
    try {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json),
              Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
    } catch (IOException | RuntimeException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED, "tokenizer.json cannot be read: " + e, e);
    }
    long[] empty;
    try {
      empty = ids("", true);
    } catch (HeadnoteException e) {
      tokenizer.close();
      throw e;
    }
    if (empty.length != 2) {
      tokenizer.close();
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED,
          "tokenizer.json does not put one token before and one after a text, as BERT does");
    }
    start = (int) empty[0];
    end = (int) empty[1];
  }

  @Override
  public void encode(String text, TokenIds ids) {
    for (long id : ids(wellFormed(text), false)) {
      ids.add((int) id);
    }
  }

  /** What the library can't tokenize is the file's fault, such as a word where it has no [UNK]. */
  private long[] ids(String text, boolean framed) {
    long[] ids;
    try {
      ids = tokenizer.encode(text, framed, false).getIds();
    } catch (RuntimeException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED, "tokenizer.json does not fit a text: " + e, e);
    }
    for (long id : ids) {
      if (id < 0 || id > Integer.MAX_VALUE) {
        throw new HeadnoteException(
            HeadnoteException.Code.MODEL_DAMAGED, "tokenizer.json has a token of the id " + id);
      }
    }
    return ids;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  /** Replaces what has no UTF-8 form (half of a surrogate pair) or ends a C string (NUL). */
  private static String wellFormed(String text) {
    StringBuilder copy = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        copy = copy == null ? new StringBuilder(text) : copy;
        copy.setCharAt(i, c == 0 ? ' ' : '\uFFFD');
      }
    }
    return copy == null ? text : copy.toString();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
