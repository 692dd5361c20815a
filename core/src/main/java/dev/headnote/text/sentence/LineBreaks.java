package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineIndex;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether line breaks end sentences: they do between headings, list items and whole
 * paragraphs, and not inside a paragraph that was broken to a width.
 */
final class LineBreaks {

  /** Lines up to this width are taken for broken to a width when they are alike. */
  private static final int USUAL_WIDTH = 100;

  private static final int GREATEST_WIDTH = 250;

  /** Nobody breaks prose this narrow: short lines are items, verses or addresses. */
  private static final int NARROWEST_WIDTH = 30;

  /** Of replies to replies, with the blanks between. */
  private static final int LONGEST_MARKS = 200;

  private final ClassedText text;
  private final ListItems items;
  private final WordShapes words;

  /** Where the paragraph ends. */
  private int end;

  private boolean wrapped;

  /** Whether each of the text's paragraphs stands on a line; unknown until a paragraph has two. */
  private @Nullable Boolean unbroken;

  /** The characters of the paragraph's longest line. */
  private int width;

  LineBreaks(ClassedText text, WordShapes words, ListItems items) {
    this.text = text;
    this.items = items;
    this.words = words;
  }

  /**
   * Measures the lines from {@code start}, in a part of the text that begins at {@code from} and
   * ends at {@code to}, down to the next blank line, and returns where their text ends.
   */
  int beginParagraph(int from, int start, int to) {
    int lineStart = start;
    while (lineStart > from && !text.isNewline(lineStart - 1)) {
      lineStart--;
    }
    int lines = 0;
    int longest = 0;
    int nearlyFull = 0;
    int lineEnd = text.nextNewline(start, to);
    int stop = inkEnd(start, lineEnd);
    while (true) {
      int length = stop - lineStart;
      lines++;
      if (length > longest) {
        if (longest < length * 3L / 4) {
          nearlyFull = 0;
        }
        longest = length;
      }
      if (length >= longest * 3L / 4) {
        nearlyFull++;
      }
      if (lineEnd >= to) {
        break;
      }
      boolean pair = text.at(lineEnd) == '\r' && lineEnd + 1 < to && text.at(lineEnd + 1) == '\n';
      lineStart = lineEnd + (pair ? 2 : 1);
      lineEnd = text.nextNewline(lineStart, to);
      int ink = inkEnd(lineStart, lineEnd);
      if (ink == lineStart) {
        break;
      }
      stop = ink;
    }
    end = stop;
    width = longest;
    wrapped =
        lines > 1
            && (longest <= USUAL_WIDTH
                || (longest <= GREATEST_WIDTH && lines > 2 && nearlyFull * 10L >= lines * 7L))
            && !isUnbroken();
    return stop;
  }

  /**
   * Whether more of the text's lines are whole paragraphs than go on in the next line: then short
   * lines are items and headings, alike as they may be.
   */
  private boolean isUnbroken() {
    if (unbroken == null) {
      LineIndex lines = new LineIndex(text);
      int whole = 0;
      int broken = 0;
      for (int line = 0; line < lines.count(); line++) {
        if (lines.continues(line)) {
          broken++;
        } else if (lines.length(line) > USUAL_WIDTH && Chars.isTerminal(lines.lastWeighty(line))) {
          whole++;
        }
      }
      unbroken = whole > broken;
    }
    return unbroken;
  }

  /** Where a line's text ends, before the white space at its end. */
  private int inkEnd(int lineStart, int lineEnd) {
    int i = lineEnd;
    while (i > lineStart && text.kind(i - 1) == Chars.SPACE) {
      i--;
    }
    return i;
  }

  /** Whether the paragraph's lines were broken to a width. */
  boolean wrapped() {
    return wrapped;
  }

  /**
   * Whether a line break ends a sentence that no terminal ended.
   *
   * @param sentence where the sentence began
   * @param lineStart where the line began that ends
   * @param at the line break
   * @param next where the next line's characters begin
   * @param inside where its text begins, after marks of a reply
   */
  boolean endsSentence(int sentence, int lineStart, int at, int next, int inside) {
    int last = text.inkEnd(sentence + 1, at) - 1;
    if (replyDepth(lineStart) != replyDepth(next)) {
      return true;
    }
    byte kind = text.kind(inside);
    if (kind == Chars.BULLET || items.startsItem(inside, end)) {
      return true;
    }
    if (kind == Chars.LOWER) {
      return !wrapped && text.isTerminal(last);
    }
    int length = last + 1 - lineStart;
    // A short line above a paragraph is a heading, as "What it is", whatever word ends it.
    if (text.isLower(last) && (wrapped || length >= width * 6L / 10)) {
      int word = words.wordStart(sentence, last + 1);
      int found = Abbreviations.WORDS.find(text.string(), word, last + 1);
      if ((found & Abbreviations.UNFINISHED) != 0) {
        return false;
      }
    }
    if (!wrapped) {
      return true;
    }
    int firstWord =
        text.nextBlank(inside, Math.min(end, inside + WordShapes.LONGEST_WORD)) - inside;
    // Where the next word would have fitted, the writer broke the line on purpose.
    boolean full = length + 1 + firstWord > width - 4;
    return width < NARROWEST_WIDTH || (!full && (width < 40 || length < width * 6L / 10));
  }

  private int replyDepth(int lineStart) {
    int depth = 0;
    for (int i = lineStart; i < end && i - lineStart < LONGEST_MARKS; i++) {
      if (text.at(i) == '>') {
        depth++;
      } else if (text.kind(i) != Chars.SPACE) {
        break;
      }
    }
    return depth;
  }
}
