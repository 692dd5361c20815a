package dev.headnote.summary;

import dev.headnote.Sentence;
import java.util.List;

/**
 * Tells sentences that stand wholly within a quotation begun before them, so that nothing in them
 * says that they are quoted, or of whom.
 *
 * <p>Double quotation marks count, straight ones by what stands beside them. An opening mark within
 * a quotation goes on with it, as at the paragraphs of a long one. Stateless.
 */
final class OpenQuotation {

  /** A quotation that goes on for longer lacks its closing mark, probably. */
  private static final int MAX_SENTENCES = 6;

  private OpenQuotation() {}

  /** Whether a sentence is the inner part of a quotation. */
  static boolean holds(List<Sentence> sentences, int sentence) {
    String text = sentences.get(sentence).text();
    if (lastMark(text) != 0) {
      return false;
    }
    for (int i = sentence - 1; i >= 0 && sentence - i <= MAX_SENTENCES; i--) {
      int mark = lastMark(sentences.get(i).text());
      if (mark != 0) {
        return mark > 0;
      }
    }
    return false;
  }

  /** 1 if the last mark opens a quotation, -1 if it closes one, 0 if there is none. */
  private static int lastMark(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      switch (text.charAt(i)) {
        case '“', '„' -> {
          return 1;
        }
        case '”' -> {
          return -1;
        }
        case '"' -> {
          boolean opens = i == 0 || isBeforeOpening(text.charAt(i - 1));
          return opens && i < text.length() - 1 ? 1 : -1;
        }
        default -> {}
      }
    }
    return 0;
  }

  private static boolean isBeforeOpening(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || "([—–-'‘".indexOf(c) >= 0;
  }
}
