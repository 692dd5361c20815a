package dev.headnote.encode;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.headnote.HeadnoteException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Cuts texts into windows of token ids that the model can take: start, prefix, tokens, end. A text
 * that fits is one window; a longer one is several of nearly equal length. Safe for use by several
 * threads.
 */
final class Windows implements AutoCloseable {

  /**
   * A window of a text.
   *
   * @param text the index of the text
   * @param ids its token ids, the special ones included
   */
  record Window(int text, long[] ids) {}

  private final HuggingFaceTokenizer tokenizer;
  private final long[] start;
  private final long end;
  private final int capacity;

  /**
   * @param tokenizerJson a tokenizer.json
   * @param prefix what to put before each window
   * @param maxTokens the longest window, special tokens included
   */
  Windows(byte[] tokenizerJson, String prefix, int maxTokens) {
    try {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(tokenizerJson),
              Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
    } catch (IOException | RuntimeException e) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED, "tokenizer.json cannot be read: " + e, e);
    }
    long[] empty = tokenizer.encode("", true, false).getIds();
    long[] prefixIds = tokenizer.encode(prefix, false, false).getIds();
    if (empty.length != 2 || maxTokens < prefixIds.length + 3) {
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED,
          "tokenizer.json does not put one token before and one after a text, as BERT does, or"
              + " maxTokens leaves no room for any");
    }
    start = new long[prefixIds.length + 1];
    start[0] = empty[0];
    System.arraycopy(prefixIds, 0, start, 1, prefixIds.length);
    end = empty[1];
    capacity = maxTokens - start.length - 1;
  }

  /** Returns the windows of all texts, in order. */
  List<Window> of(List<String> texts) {
    List<Window> windows = new ArrayList<>(texts.size());
    for (int text = 0; text < texts.size(); text++) {
      long[] ids = tokenizer.encode(wellFormed(texts.get(text)), false, false).getIds();
      int count = Math.max(1, (ids.length + capacity - 1) / capacity);
      for (int i = 0; i < count; i++) {
        int from = (int) ((long) ids.length * i / count);
        int to = (int) ((long) ids.length * (i + 1) / count);
        windows.add(new Window(text, window(ids, from, to)));
      }
    }
    return windows;
  }

  private long[] window(long[] ids, int from, int to) {
    long[] window = Arrays.copyOf(start, start.length + (to - from) + 1);
    System.arraycopy(ids, from, window, start.length, to - from);
    window[window.length - 1] = end;
    return window;
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
