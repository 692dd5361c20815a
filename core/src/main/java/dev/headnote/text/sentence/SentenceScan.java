package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.LineMarks;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentences of one text: goes from mark to mark, asks {@link Terminals} about full stops
 * and the like and {@link LineBreaks} about the ends of lines. For one thread.
 */
public final class SentenceScan {

  /** Receives the sentences one by one. */
  public interface Sink {
    /**
     * Takes a sentence.
     *
     * @param opensParagraph whether a paragraph, list item or heading begins with it
     */
    void sentence(int start, int end, boolean opensParagraph);
  }

  /** Fewer signs are emphasis or stars of a rating. */
  private static final int SHORTEST_ROW = 6;

  private final ClassedText text;
  private final Sink sink;
  private final Terminals terminals;
  private final LineBreaks breaks;
  private final ListItems items;

  /** Blocks whose lines stand for themselves. */
  private final CodeBlocks code;

  /** Where the paragraph ends. */
  private int end;

  /** Where the sentence begins that is being read. */
  private int sentence;

  /** Where the line begins that is being read. */
  private int lineStart;

  private boolean opensParagraph;

  /** From here to the paragraph's end there is nothing but marks of replies, as far as is known. */
  private int onlyMarksFrom;

  /** For a text in English, or in a language that isn't known. */
  public SentenceScan(ClassedText text, Sink sink) {
    this(text, null, sink);
  }

  /**
   * @param language the text's language, or null if it isn't known
   */
  public SentenceScan(ClassedText text, @Nullable Locale language, Sink sink) {
    this.text = text;
    this.sink = sink;
    WordShapes words = new WordShapes(text);
    this.terminals = new Terminals(text, words, SentenceLanguage.of(language));
    this.items = new ListItems(text);
    this.code = new CodeBlocks(text);
    this.breaks = new LineBreaks(text, words, items);
  }

  /** Gives the sink the sentences of a part, as if nothing stood around it; parts come in order. */
  public void scan(int from, int to) {
    code.begin(to);
    int i = text.skipBlank(from, to);
    while (i < to) {
      int stop = breaks.beginParagraph(from, i, to);
      paragraph(i, stop);
      i = text.skipBlank(stop, to);
    }
  }

  private void paragraph(int start, int stop) {
    end = stop;
    onlyMarksFrom = stop;
    terminals.begin(stop);
    opensParagraph = true;
    lineStart = start;
    sentence = skipReplyMarks(start);
    code.look(sentence);
    int i = text.nextMark(sentence, stop);
    while (i < stop) {
      i =
          switch (text.kind(i)) {
            case Chars.DOT, Chars.MARK, Chars.ELLIPSIS, Chars.STOP -> passTerminal(i, stop);
            case Chars.NEWLINE -> passLineBreak(i, stop);
            case Chars.RULE -> passRow(i, stop);
            default -> {
              passOther(i, stop);
              yield i + 1;
            }
          };
      i = text.nextMark(i, stop);
    }
    emit(stop);
    sentence = stop;
  }

  /** Ends the sentence with a terminal, if it does that; returns where scanning goes on. */
  private int passTerminal(int at, int stop) {
    int item = text.at(at) == '.' ? items.itemBefore(at, sentence, stop) : -1;
    if (item >= 0) {
      endAt(item);
      return at + 1;
    }
    int boundary = terminals.boundary(sentence, at);
    if (boundary < 0) {
      return terminals.resume();
    }
    emit(boundary);
    sentence = text.skipBlank(boundary, stop);
    int line = lastLineStart(boundary, sentence);
    if (line >= 0) {
      lineStart = line;
      sentence = skipReplyMarks(sentence);
      code.look(sentence);
      opensParagraph |= code.holds(sentence) || !breaks.wrapped();
    }
    return sentence;
  }

  /** Ends the sentence with its line, if it does that; returns where scanning goes on. */
  private int passLineBreak(int at, int stop) {
    int next = text.skipBlank(at, stop);
    int inside = skipReplyMarks(next);
    code.look(inside);
    if (sentence < at
        && (code.holds(at) || breaks.endsSentence(sentence, lineStart, at, next, inside))) {
      emit(at);
      sentence = inside;
      opensParagraph = true;
      terminals.closeQuote();
    } else if (sentence >= at) {
      sentence = inside;
    }
    lineStart = next;
    return Math.max(inside, at + 1);
  }

  /** Looks at a quote, a bracket or a bullet. */
  private void passOther(int at, int stop) {
    char c = text.at(at);
    if (c == '"') {
      terminals.passQuote();
    } else if (c == ')') {
      int item = items.itemBefore(at, sentence, stop);
      if (item >= 0) {
        endAt(item);
      } else if (endsEmoticon(at, stop)) {
        emit(at + 1);
        sentence = skipSpace(at + 1, stop);
      }
    } else if (text.kind(at) == Chars.BULLET
        && at > sentence
        && text.at(sentence) == c
        && text.isBlank(at - 1)) {
      endAt(at);
      opensParagraph = true;
    }
  }

  /** Ends the sentence right before the next. */
  private void endAt(int next) {
    emit(next);
    sentence = next;
  }

  /**
   * Makes a row of signs between parts of a text a sentence of its own; returns where it ends.
   *
   * @param row where it begins
   */
  private int passRow(int row, int stop) {
    int after = row + 1;
    while (after < stop && text.at(after) == text.at(row)) {
      after++;
    }
    if (after - row >= SHORTEST_ROW
        && (row == sentence || text.isBlank(row - 1))
        && (after >= stop || text.isBlank(after))) {
      endAt(row);
      emit(after);
      sentence = skipSpace(after, stop);
      opensParagraph = true;
    }
    return after;
  }

  /** Whether an emoticon ends at {@code at} with which a sentence ends that has no full stop. */
  private boolean endsEmoticon(int at, int stop) {
    int eyes = at - 1;
    if (eyes > sentence && text.at(eyes) == '-') {
      eyes--;
    }
    if (eyes <= sentence || !text.isBlank(eyes - 1) || ":;".indexOf(text.at(eyes)) < 0) {
      return false;
    }
    int next = skipSpace(at + 1, stop);
    return next > at + 1 && next < stop && text.isUpper(next);
  }

  /** Skips what is blank, up to the line's end. */
  private int skipSpace(int from, int stop) {
    int i = from;
    while (i < stop && text.kind(i) == Chars.SPACE) {
      i++;
    }
    return i;
  }

  private void emit(int to) {
    int last = text.inkEnd(sentence, to);
    if (last > sentence) {
      sink.sentence(LineMarks.behind(text, sentence, last), last, opensParagraph);
      opensParagraph = false;
    }
  }

  /** Skips the marks that replies put before each line of what they answer. */
  private int skipReplyMarks(int lineStart) {
    if (lineStart >= onlyMarksFrom) {
      return lineStart;
    }
    int at = lineStart;
    while (at < end && (text.at(at) == '>' || text.isBlank(at))) {
      at++;
    }
    if (at < end) {
      return at;
    }
    onlyMarksFrom = lineStart;
    return lineStart;
  }

  /** Returns the start of the last line that begins in {@code from..to}, or -1. */
  private int lastLineStart(int from, int to) {
    for (int i = to; i > from; i--) {
      if (text.isNewline(i - 1)) {
        return i;
      }
    }
    return -1;
  }
}
