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

  /** Whether a sentence is the inner part of a quotation, which is also closed. */
  static boolean holds(List<Sentence> sentences, int sentence) {
    return lastMark(sentences.get(sentence).text()) == 0
        && isOpenBefore(sentences, sentence)
        && isClosedBehind(sentences, sentence);
  }

  private static boolean isOpenBefore(List<Sentence> sentences, int sentence) {
    for (int i = sentence - 1; i >= 0 && sentence - i <= MAX_SENTENCES; i--) {
      int mark = lastMark(sentences.get(i).text());
      if (mark != 0) {
        return mark > 0;
      }
    }
    return false;
  }

  private static boolean isClosedBehind(List<Sentence> sentences, int sentence) {
    for (int i = sentence + 1; i < sentences.size() && i - sentence <= MAX_SENTENCES; i++) {
      String text = sentences.get(i).text();
      for (int at = 0; at < text.length(); at++) {
        int mark = mark(text, at);
        if (mark != 0) {
          // One that opens a sentence may be that of a paragraph of the same quotation.
          return mark < 0 || at == 0;
        }
      }
    }
    return false;
  }

  /** 1 if the last mark opens a quotation, -1 if it closes one, 0 if there is none. */
  private static int lastMark(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      int mark = mark(text, i);
      if (mark != 0) {
        return mark;
      }
    }
    return 0;
  }

  private static int mark(String text, int at) {
    return switch (text.charAt(at)) {
      case '“', '„' -> 1;
      case '”' -> -1;
      case '"' -> {
        boolean opens = at == 0 || isBeforeOpening(text.charAt(at - 1));
        yield opens && at < text.length() - 1 ? 1 : -1;
      }
      default -> 0;
    };
  }

  private static boolean isBeforeOpening(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || "([—–-'‘".indexOf(c) >= 0;
  }
}
