package dev.headnote.encode;

import dev.headnote.HeadnoteException;
import java.util.ArrayList;
import java.util.List;

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

  private final Tokenizer tokenizer;
  private final long[] start;
  private final long end;
  private final int capacity;

  /**
   * @param tokenizerJson a tokenizer.json
   * @param prefix what to put before each window
   * @param maxTokens the longest window, special tokens included
   */
  Windows(byte[] tokenizerJson, String prefix, int maxTokens) {
    tokenizer = Tokenizer.of(tokenizerJson);
    TokenIds prefixIds = new TokenIds();
    tokenizer.encode(prefix, prefixIds);
    start = new long[prefixIds.size() + 1];
    start[0] = tokenizer.start();
    for (int i = 0; i < prefixIds.size(); i++) {
      start[i + 1] = prefixIds.get(i);
    }
    end = tokenizer.end();
    capacity = maxTokens - start.length - 1;
    if (capacity < 1) {
      tokenizer.close();
      throw new HeadnoteException(
          HeadnoteException.Code.MODEL_DAMAGED, "maxTokens leaves no room for any token");
    }
  }

  /** Returns the windows of all texts, in order. */
  List<Window> of(List<String> texts) {
    List<Window> windows = new ArrayList<>(texts.size());
    TokenIds ids = new TokenIds();
    for (int text = 0; text < texts.size(); text++) {
      ids.clear();
      tokenizer.encode(texts.get(text), ids);
      int count = Math.max(1, (ids.size() + capacity - 1) / capacity);
      for (int i = 0; i < count; i++) {
        int from = (int) ((long) ids.size() * i / count);
        int to = (int) ((long) ids.size() * (i + 1) / count);
        windows.add(new Window(text, window(ids, from, to)));
      }
    }
    return windows;
  }

  int countTokens(String text) {
    TokenIds ids = new TokenIds();
    tokenizer.encode(text, ids);
    return ids.size();
  }

  private long[] window(TokenIds ids, int from, int to) {
    long[] window = new long[start.length + (to - from) + 1];
    System.arraycopy(start, 0, window, 0, start.length);
    for (int i = from; i < to; i++) {
      window[start.length + i - from] = ids.get(i);
    }
    window[window.length - 1] = end;
    return window;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
