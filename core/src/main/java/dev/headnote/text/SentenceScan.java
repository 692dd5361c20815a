package dev.headnote.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One run of {@link SentenceSplitter} over one text. */
final class SentenceScan {

  /** Fewer signs are emphasis or stars of a rating. */
  private static final int SHORTEST_ROW = 6;

  private final ClassedText text;
  private final SentenceSplitter.Sink sink;
  private final Terminals terminals;
  private final LineBreaks breaks;
  private final ListItems items;

  /** Where the paragraph ends. */
  private int end;

  /** Where the sentence begins that is being read. */
  private int sentence;

  private boolean opensParagraph;

  /** From here to the paragraph's end there is nothing but marks of replies, as far as is known. */
  private int onlyMarksFrom;

  /** For a text in English, or in a language that isn't known. */
  SentenceScan(ClassedText text, SentenceSplitter.Sink sink) {
    this(text, null, sink);
  }

  /**
   * @param language the text's language, or null if it isn't known
   */
  SentenceScan(ClassedText text, @Nullable Locale language, SentenceSplitter.Sink sink) {
    this.text = text;
    this.sink = sink;
    WordShapes words = new WordShapes(text);
    this.terminals = new Terminals(text, words, SentenceLanguage.of(language));
    this.items = new ListItems(text);
    this.breaks = new LineBreaks(text, words, items);
  }

  void scan(int from, int to) {
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
    int lineStart = start;
    sentence = skipReplyMarks(start);
    int i = text.nextMark(sentence, stop);
    while (i < stop) {
      char c = text.at(i);
      switch (text.kind(i)) {
        case Chars.DOT, Chars.MARK, Chars.ELLIPSIS, Chars.STOP -> {
          int item = c == '.' ? items.itemBefore(i, sentence, stop) : -1;
          if (item >= 0) {
            emit(item);
            sentence = item;
            i++;
          } else {
            int boundary = terminals.boundary(sentence, i);
            if (boundary < 0) {
              i = terminals.resume();
            } else {
              emit(boundary);
              int next = text.skipBlank(boundary, stop);
              int line = lastLineStart(boundary, next);
              if (line >= 0) {
                lineStart = line;
                next = skipReplyMarks(next);
                if (!breaks.wrapped()) {
                  opensParagraph = true;
                }
              }
              sentence = next;
              i = next;
            }
          }
        }
        case Chars.NEWLINE -> {
          int next = text.skipBlank(i, stop);
          int inside = skipReplyMarks(next);
          if (sentence < i && breaks.endsSentence(sentence, lineStart, i, next, inside)) {
            emit(i);
            sentence = inside;
            opensParagraph = true;
            terminals.closeQuote();
          } else if (sentence >= i) {
            sentence = inside;
          }
          lineStart = next;
          i = Math.max(inside, i + 1);
        }
        case Chars.QUOTE -> {
          if (c == '"') {
            terminals.passQuote();
          }
          i++;
        }
        case Chars.CLOSER -> {
          int item = c == ')' ? items.itemBefore(i, sentence, stop) : -1;
          if (item >= 0) {
            emit(item);
            sentence = item;
          } else if (c == ')' && endsEmoticon(i, stop)) {
            emit(i + 1);
            sentence = skipSpace(i + 1, stop);
          }
          i++;
        }
        case Chars.BULLET -> {
          if (i > sentence && text.at(sentence) == c && text.isBlank(i - 1)) {
            emit(i);
            sentence = i;
            opensParagraph = true;
          }
          i++;
        }
        case Chars.RULE -> i = passRow(i, stop);
        default -> i++;
      }
      i = text.nextMark(i, stop);
    }
    emit(stop);
    sentence = stop;
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
      emit(row);
      sentence = row;
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
    int last = to;
    while (last > sentence && text.isBlank(last - 1)) {
      last--;
    }
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
