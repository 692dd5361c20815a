package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;

/**
 * Decides whether full stops, question marks and the like end a sentence. Is asked about one after
 * the other, in order, by one {@link SentenceScan}.
 */
final class Terminals {

  private static final int LONGEST_NOTE_NUMBER = 2;
  private static final int LONGEST_NOTE_MARK = 25;

  private final ClassedText text;
  private final SentenceLanguage language;
  private final WordShapes words;
  private final FullStops fullStops;
  private final MissingSpace missingSpace;

  /** Where the paragraph ends. */
  private int end;

  /** Where the sentence began that a terminal may end. */
  private int sentence;

  /** What the terminals are that were read last, and whether a quote or bracket closes there. */
  private int dots;

  private boolean mark;
  private boolean stop;
  private boolean ellipsis;
  private boolean closed;

  private boolean quoteOpen;
  private int resume;

  Terminals(ClassedText text, WordShapes words, SentenceLanguage language) {
    this.text = text;
    this.language = language;
    this.words = words;
    this.fullStops = new FullStops(text, words, language);
    this.missingSpace = new MissingSpace(text, words, language.beforeStop());
  }

  /** Begins a paragraph that ends at {@code paragraphEnd}. */
  void begin(int paragraphEnd) {
    end = paragraphEnd;
    fullStops.begin(paragraphEnd);
    quoteOpen = false;
  }

  /** Tells of a straight quote beside no terminal. */
  void passQuote() {
    quoteOpen = !quoteOpen;
  }

  /** Forgets an open quote, as where a line break ends a sentence. */
  void closeQuote() {
    quoteOpen = false;
  }

  /** Where scanning goes on after a terminal that ends nothing. */
  int resume() {
    return resume;
  }

  /**
   * Decides about the terminals at {@code at}, in a sentence that began at {@code from}: returns
   * where the sentence ends, or -1 if it goes on at {@link #resume}.
   */
  int boundary(int from, int at) {
    sentence = from;
    int i = readRun(at);
    if (dots == 1 && !mark && !stop && !ellipsis && !closed) {
      int spaced = spacedDots(at);
      if (spaced > i) {
        return spacedEllipsis(at, spaced);
      }
    }
    i = skipCitations(i);
    resume = i;
    if (closed && at > sentence && text.kind(at - 1) == Chars.OPENER) {
      // "[...]": a mark by itself in brackets is a remark, and ends nothing.
      return -1;
    }
    if (i >= end) {
      return -1;
    }
    if (!text.isBlank(i)) {
      boolean single = i == at + 1 || closed;
      boolean lost = single && !ellipsis && dots <= 1 && missingSpace.isAt(sentence, at, i, end);
      return stop || lost ? i : -1;
    }
    int next = text.skipToText(i, end);
    if (next >= end) {
      return -1;
    }
    int emotion = opensLine(i, next) ? next : Emoticons.end(text, next, end);
    if (emotion > next) {
      return emotion < end && (mark || dots > 0) ? emotion : -1;
    }
    return stop || endsBefore(at, i, next) ? i : -1;
  }

  /** Reads terminals, and quotes and brackets that close behind them; returns where they end. */
  private int readRun(int at) {
    dots = 0;
    mark = false;
    stop = false;
    ellipsis = false;
    closed = false;
    int i = at;
    while (i < end) {
      char c = text.at(i);
      byte kind = text.kind(i);
      if (kind == Chars.DOT) {
        dots++;
      } else if (kind == Chars.MARK) {
        mark = true;
      } else if (kind == Chars.STOP) {
        stop = true;
      } else if (kind == Chars.ELLIPSIS) {
        ellipsis = true;
      } else if (closes(i, c, kind)) {
        closed = true;
        quoteOpen ^= c == '"';
      } else if (i > at && kind == Chars.SPACE && i + 1 < end && text.at(i + 1) == '\u00BB') {
        // French sets a space before this quote.
        closed = true;
        i++;
      } else {
        break;
      }
      i++;
    }
    return i;
  }

  /** Decides by what stands at {@code next}, behind the white space at {@code after}. */
  private boolean endsBefore(int at, int after, int next) {
    int word = next;
    while (word < end && words.opens(word)) {
      word++;
    }
    if (word >= end) {
      return false;
    }
    char first = text.at(word);
    byte kind = text.kind(word);
    if (kind == Chars.OTHER
        || kind == Chars.CLOSER
        || kind == Chars.RULE
        || Chars.isTerminal(first)) {
      return endsBeforeSign(at, first, word);
    }
    if (mark) {
      return kind != Chars.LOWER
          || (language.isCasual() && !closed && endsBeforeLower(at, after, word));
    }
    if (ellipsis || dots > 1) {
      return (kind == Chars.UPPER || kind == Chars.LETTER)
          && !(at > sentence && text.isBlank(at - 1) && isPronounI(word));
    }
    return fullStops.endsSentence(sentence, at, next, word, closed);
  }

  /** Whether a sign, which is no smiley of characters, opens a line of text as a bullet does. */
  private boolean opensLine(int after, int sign) {
    if (text.nextNewline(after, sign) == sign || ":;=".indexOf(text.at(sign)) >= 0) {
      return false;
    }
    int behind = Emoticons.end(text, sign, end);
    int lineEnd = text.nextNewline(behind, end);
    return text.skipBlank(behind, lineEnd) < lineEnd;
  }

  private boolean closes(int i, char c, byte kind) {
    if (kind == Chars.CLOSER) {
      return true;
    }
    if (kind == Chars.QUOTE) {
      return i + 1 >= end
          || text.isBlank(i + 1)
          || text.kind(i + 1) == Chars.CLOSER
          || text.kind(i + 1) == Chars.QUOTE
          || (c == '"' && quoteOpen);
    }
    // Some languages close with what others open with.
    return (c == '\u201C' || c == '\u2018' || c == '\u00AB')
        && (i + 1 >= end || text.isBlank(i + 1));
  }

  /**
   * Skips references such as {@code [12]} and {@code [citation needed]} that stand right after a
   * full stop.
   */
  private int skipCitations(int from) {
    int i = skipNoteNumber(from);
    while (i < end && text.at(i) == '[') {
      int j = i + 1;
      while (j < end
          && j - i < LONGEST_NOTE_MARK
          && (text.isLetterOrDigit(j) || text.at(j) == ' ')) {
        j++;
      }
      if (j == i + 1 || j >= end || text.at(j) != ']') {
        break;
      }
      i = j + 1;
    }
    return i;
  }

  /** Skips the number of a note whose small print was lost, as in "feathers.1 Economists". */
  private int skipNoteNumber(int from) {
    int i = from;
    while (i < end && text.isDigit(i)) {
      i++;
    }
    boolean note =
        i > from
            && i - from <= LONGEST_NOTE_NUMBER
            && from - 3 > sentence
            && Chars.isTerminal(text.at(from - 1))
            && text.isLower(from - 2)
            && text.isLower(from - 3)
            && (i == end || (text.isBlank(i) && !text.isLower(text.skipBlank(i, end - 1))))
            && !fullStops.isAbbreviation(sentence, from - 1);
    return note ? i : from;
  }

  private boolean endsBeforeSign(int at, char first, int word) {
    boolean strong = (mark || dots == 1) && !fullStops.isAbbreviation(sentence, at);
    return switch (first) {
      case ',', ';', ':', '&', '/', '%', '\u2026' -> false;
      case '-', '\u2013', '\u2014' -> {
        int after = word;
        while (after < end && after - word < 4 && Chars.plain(text.at(after)) == '-') {
          after++;
        }
        after = text.skipBlank(after, end);
        yield strong && !closed && after < end && !text.isLower(after);
      }
      default -> strong && text.kind(word) != Chars.CLOSER && !Chars.isTerminal(first);
    };
  }

  /** After a question or exclamation mark, a small letter continues after names (Yahoo! in ...). */
  private boolean endsBeforeLower(int at, int after, int word) {
    if (after - at > 1) {
      return text.at(at) != '.';
    }
    int start = words.wordStart(sentence, at);
    return start < at ? !text.isUpper(start) : fullStops.isSubject(word);
  }

  private boolean isPronounI(int word) {
    return text.at(word) == 'I' && (word + 1 >= end || !text.isLetterOrDigit(word + 1));
  }

  /** Returns the end of full stops with single spaces between them that begin at {@code at}. */
  private int spacedDots(int at) {
    int i = at + 1;
    while (i + 1 < end
        && text.at(i) == ' '
        && text.at(i + 1) == '.'
        && (i + 2 >= end || !text.isLetterOrDigit(i + 2))) {
      i += 2;
    }
    return i;
  }

  /**
   * Three dots mark words left out within a sentence; a fourth is the full stop of a sentence, and
   * stands first when it touches the word.
   */
  private int spacedEllipsis(int at, int stop) {
    int dots = (stop - at + 1) / 2;
    int after = stop;
    while (after < end && closes(after, text.at(after), text.kind(after))) {
      after++;
    }
    resume = after;
    int next = text.skipToText(after, end);
    int word = next;
    while (word < end && words.opens(word)) {
      word++;
    }
    if (next == after || word >= end || text.isLower(word) || dots < 3) {
      return -1;
    }
    boolean attached = at > sentence && !text.isBlank(at - 1);
    if (attached) {
      return dots >= 4 && after == stop ? at + 1 : after;
    }
    return dots >= 4 ? after : -1;
  }
}
