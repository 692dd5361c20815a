package dev.headnote.text;

/** One run of {@link SentenceSplitter} over one text. */
final class SentenceScan {

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

  SentenceScan(ClassedText text, SentenceSplitter.Sink sink) {
    this.text = text;
    this.sink = sink;
    this.terminals = new Terminals(text);
    this.items = new ListItems(text);
    this.breaks = new LineBreaks(text, items);
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
        default -> i++;
      }
      i = text.nextMark(i, stop);
    }
    emit(stop);
    sentence = stop;
  }

  private void emit(int to) {
    int last = to;
    while (last > sentence && text.isBlank(last - 1)) {
      last--;
    }
    if (last > sentence) {
      sink.sentence(sentence, last, opensParagraph);
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
