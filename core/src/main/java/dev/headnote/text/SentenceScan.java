package dev.headnote.text;

/** One run of {@link SentenceSplitter} over one text. */
final class SentenceScan {

  /** Lines up to this width are taken for broken to a width when they are alike. */
  private static final int USUAL_WIDTH = 100;

  private static final int GREATEST_WIDTH = 250;

  /** Nobody breaks prose this narrow: short lines are items, verses or addresses. */
  private static final int NARROWEST_WIDTH = 30;

  private static final int LONGEST_WORD = 40;

  private final String text;
  private final SentenceSplitter.Sink sink;

  private int end;
  private int sentence;
  private boolean opensParagraph;
  private boolean quoteOpen;
  private boolean wrapped;
  private int width;

  /** Where scanning goes on after a terminal that ends nothing. */
  private int resume;

  SentenceScan(String text, SentenceSplitter.Sink sink) {
    this.text = text;
    this.sink = sink;
  }

  void scan(int from, int to) {
    int i = from;
    while (i < to) {
      if (Chars.isBlank(text.charAt(i))) {
        i++;
      } else {
        int stop = measureParagraph(from, i, to);
        paragraph(i, stop);
        i = stop;
      }
    }
  }

  /** Finds the end of the lines from {@code start} to the next blank line, and their widths. */
  private int measureParagraph(int from, int start, int to) {
    int first = start;
    while (first > from && !Chars.isNewline(text.charAt(first - 1))) {
      first--;
    }
    int lines = 0;
    int longest = 0;
    int nearlyFull = 0;
    int lineStart = first;
    int lastInk = start;
    int i = start;
    while (true) {
      boolean atEnd = i >= to;
      if (atEnd || Chars.isNewline(text.charAt(i))) {
        if (lastInk < lineStart) {
          break;
        }
        int length = lastInk + 1 - lineStart;
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
        if (atEnd) {
          break;
        }
        if (text.charAt(i) == '\r' && i + 1 < to && text.charAt(i + 1) == '\n') {
          i++;
        }
        lineStart = i + 1;
      } else if (Chars.classOf(text.charAt(i)) != Chars.SPACE) {
        lastInk = i;
      }
      i++;
    }
    width = longest;
    wrapped =
        lines > 1
            && (longest <= USUAL_WIDTH
                || (longest <= GREATEST_WIDTH && lines > 2 && nearlyFull * 10L >= lines * 7L));
    return lastInk + 1;
  }

  private void paragraph(int start, int stop) {
    end = stop;
    quoteOpen = false;
    opensParagraph = true;
    int lineStart = start;
    sentence = skipReplyMarks(start);
    int i = sentence;
    while (i < stop) {
      char c = text.charAt(i);
      switch (Chars.classOf(c)) {
        case Chars.DOT, Chars.MARK, Chars.ELLIPSIS, Chars.STOP -> {
          int item = c == '.' ? itemBefore(i) : -1;
          if (item >= 0) {
            emit(item);
            sentence = item;
            i++;
          } else {
            int boundary = boundary(i);
            if (boundary < 0) {
              i = resume;
            } else {
              emit(boundary);
              int next = skipBlank(boundary);
              int line = lastLineStart(boundary, next);
              if (line >= 0) {
                lineStart = line;
                next = skipReplyMarks(next);
                if (!wrapped) {
                  opensParagraph = true;
                }
              }
              sentence = next;
              i = next;
            }
          }
        }
        case Chars.NEWLINE -> {
          int next = skipBlank(i);
          int inside = skipReplyMarks(next);
          if (sentence < i && breaksLine(lineStart, i, next, inside)) {
            emit(i);
            sentence = inside;
            opensParagraph = true;
            quoteOpen = false;
          } else if (sentence >= i) {
            sentence = inside;
          }
          lineStart = next;
          i = Math.max(inside, i + 1);
        }
        case Chars.QUOTE -> {
          if (c == '"') {
            quoteOpen = !quoteOpen;
          }
          i++;
        }
        case Chars.CLOSER -> {
          int item = c == ')' ? itemBefore(i) : -1;
          if (item >= 0) {
            emit(item);
            sentence = item;
          }
          i++;
        }
        case Chars.BULLET -> {
          if (i > sentence && text.charAt(sentence) == c && Chars.isBlank(text.charAt(i - 1))) {
            emit(i);
            sentence = i;
            opensParagraph = true;
          }
          i++;
        }
        default -> i++;
      }
    }
    emit(stop);
    sentence = stop;
  }

  private void emit(int to) {
    int last = to;
    while (last > sentence && Chars.isBlank(text.charAt(last - 1))) {
      last--;
    }
    if (last > sentence) {
      sink.sentence(sentence, last, opensParagraph);
      opensParagraph = false;
    }
  }

  private int skipBlank(int i) {
    int at = i;
    while (at < end && Chars.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Skips the marks that replies put before each line of what they answer. */
  private int skipReplyMarks(int lineStart) {
    int at = lineStart;
    while (at < end && (text.charAt(at) == '>' || Chars.isBlank(text.charAt(at)))) {
      at++;
    }
    return at < end ? at : lineStart;
  }

  /** Returns the start of the last line that begins in {@code from..to}, or -1. */
  private int lastLineStart(int from, int to) {
    for (int i = to; i > from; i--) {
      if (Chars.isNewline(text.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  // Line breaks.

  /** Whether the line break at {@code at} ends a sentence that no terminal ended. */
  private boolean breaksLine(int lineStart, int at, int next, int inside) {
    if (inside >= end) {
      return false;
    }
    int last = at - 1;
    while (last > sentence && Chars.isBlank(text.charAt(last))) {
      last--;
    }
    if (replyDepth(lineStart) != replyDepth(next)) {
      return true;
    }
    char first = text.charAt(inside);
    byte kind = Chars.classOf(first);
    if (kind == Chars.BULLET || startsItem(inside)) {
      return true;
    }
    if (kind == Chars.LOWER) {
      return !wrapped && Chars.isTerminal(text.charAt(last));
    }
    char lastChar = text.charAt(last);
    if (Chars.isLetter(lastChar)) {
      int word = wordStart(last + 1);
      if ((Abbreviations.WORDS.find(text, word, last + 1) & Abbreviations.UNFINISHED) != 0
          && Chars.isLower(lastChar)) {
        return false;
      }
    }
    if (!wrapped) {
      return true;
    }
    int length = last + 1 - lineStart;
    int firstWord = inside;
    while (firstWord < end
        && firstWord - inside < LONGEST_WORD
        && !Chars.isBlank(text.charAt(firstWord))) {
      firstWord++;
    }
    // Where the next word would have fitted, the writer broke the line on purpose.
    boolean full = length + 1 + (firstWord - inside) > width - 4;
    return width < NARROWEST_WIDTH || (!full && (width < 40 || length < width * 6L / 10));
  }

  private int replyDepth(int lineStart) {
    int depth = 0;
    for (int i = lineStart; i < end && i - lineStart < 200; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        depth++;
      } else if (Chars.classOf(c) != Chars.SPACE) {
        break;
      }
    }
    return depth;
  }

  /** Whether a line begins as a list item does. */
  private boolean startsItem(int at) {
    char c = text.charAt(at);
    if ((c == '-' || c == '*' || c == '+' || c == '\u2013') && at + 1 < end) {
      return Chars.classOf(text.charAt(at + 1)) == Chars.SPACE;
    }
    int i = at;
    if (c == '(') {
      i++;
    }
    int digits = i;
    while (digits < end && digits - i < 3 && Chars.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == i && i < end && Chars.isLower(text.charAt(i))) {
      digits++;
    }
    return digits > i
        && digits + 1 < end
        && (text.charAt(digits) == ')' || (c != '(' && text.charAt(digits) == '.'))
        && Chars.isBlank(text.charAt(digits + 1));
  }

  // Items of a list that goes on within a line.

  /**
   * If the mark at {@code at} ends the number of a list's next item, returns where that item
   * begins, else -1. The sentence must itself begin with the number before it, written alike.
   */
  private int itemBefore(int at) {
    if (at + 1 < end && !Chars.isBlank(text.charAt(at + 1)) && text.charAt(at + 1) != ')') {
      return -1;
    }
    int start = at;
    if (text.charAt(at) == ')' && at > sentence && text.charAt(at - 1) == '.') {
      return -1;
    }
    while (start > sentence && at - start < 4 && Chars.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    int value = ordinal(start, at);
    if (value <= 1 || start == sentence) {
      return -1;
    }
    int item = start;
    char before = text.charAt(item - 1);
    while (item > sentence + 1
        && (Chars.classOf(before) == Chars.BULLET
            || before == '('
            || (item < start && Chars.classOf(before) == Chars.SPACE))) {
      item--;
      before = text.charAt(item - 1);
    }
    while (item < start && Chars.isBlank(text.charAt(item))) {
      item++;
    }
    if (item <= sentence || !Chars.isBlank(text.charAt(item - 1))) {
      return -1;
    }
    int own = sentence;
    while (own < item
        && (Chars.classOf(text.charAt(own)) == Chars.BULLET
            || text.charAt(own) == '('
            || Chars.isBlank(text.charAt(own)))) {
      own++;
    }
    int ownEnd = own;
    while (ownEnd < item && ownEnd - own < 4 && Chars.isLetterOrDigit(text.charAt(ownEnd))) {
      ownEnd++;
    }
    boolean alike =
        text.charAt(ownEnd) == text.charAt(at)
            && Chars.isDigit(text.charAt(own)) == Chars.isDigit(text.charAt(start))
            && (text.charAt(sentence) == '(') == (text.charAt(item) == '(')
            && skipBlank(ownEnd + 1) < item;
    return alike && ordinal(own, ownEnd) == value - 1 ? item : -1;
  }

  /** Returns the value of a number of up to three digits, or of a letter (a = 1), else -1. */
  private int ordinal(int start, int stop) {
    if (stop <= start || stop - start > 3) {
      return -1;
    }
    char first = text.charAt(start);
    if (stop - start == 1 && first >= 'a' && first <= 'z') {
      return first - 'a' + 1;
    }
    int value = 0;
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  // Terminals.

  /**
   * Decides about the terminals at {@code at}: returns where the sentence ends, or -1 after setting
   * {@link #resume}.
   */
  private int boundary(int at) {
    int dots = 0;
    boolean mark = false;
    boolean stop = false;
    boolean ellipsis = false;
    boolean closed = false;
    int i = at;
    while (i < end) {
      char c = text.charAt(i);
      byte kind = Chars.classOf(c);
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
        if (c == '"') {
          quoteOpen = !quoteOpen;
        }
      } else {
        break;
      }
      i++;
    }
    if (dots == 1 && !mark && !stop && !ellipsis && !closed) {
      int spaced = spacedDots(at);
      if (spaced > i) {
        return spacedEllipsis(at, spaced);
      }
    }
    i = skipCitations(i);
    resume = i;
    if (closed && at > sentence && Chars.classOf(text.charAt(at - 1)) == Chars.OPENER) {
      // "[...]": a mark by itself in brackets is a remark, and ends nothing.
      return -1;
    }
    if (i >= end) {
      return -1;
    }
    if (!Chars.isBlank(text.charAt(i))) {
      if (stop) {
        return i;
      }
      boolean single = i == at + 1 || closed;
      return single && !ellipsis && dots <= 1 && lacksSpace(at, i) ? i : -1;
    }
    int next = nextToken(i);
    if (next >= end) {
      return -1;
    }
    int emotion = emotionEnd(next);
    if (emotion > next) {
      if (emotion >= end) {
        return -1;
      }
      return mark || dots > 0 ? emotion : -1;
    }
    if (stop) {
      return i;
    }
    int word = next;
    while (word < end && opens(text.charAt(word))) {
      word++;
    }
    if (word >= end) {
      return -1;
    }
    char first = text.charAt(word);
    byte kind = Chars.classOf(first);
    boolean ends;
    if (kind == Chars.OTHER || kind == Chars.CLOSER || Chars.isTerminal(first)) {
      ends = endsBeforeSign(at, first, word, closed, mark || dots == 1);
    } else if (mark) {
      ends = kind != Chars.LOWER || (!closed && endsBeforeLower(at, i));
    } else if (ellipsis || dots > 1) {
      ends =
          (kind == Chars.UPPER || kind == Chars.LETTER)
              && !(at > sentence && Chars.isBlank(text.charAt(at - 1)) && isPronounI(word));
    } else {
      ends = endsAtStop(at, next, word, kind, closed);
    }
    return ends ? i : -1;
  }

  private boolean closes(int i, char c, byte kind) {
    if (kind == Chars.CLOSER) {
      return true;
    }
    if (kind == Chars.QUOTE) {
      return i + 1 >= end
          || Chars.isBlank(text.charAt(i + 1))
          || Chars.classOf(text.charAt(i + 1)) == Chars.CLOSER
          || Chars.classOf(text.charAt(i + 1)) == Chars.QUOTE
          || (c == '"' && quoteOpen);
    }
    // Some languages close with what others open with.
    return (c == '\u201C' || c == '\u2018' || c == '\u00AB')
        && (i + 1 >= end || Chars.isBlank(text.charAt(i + 1)));
  }

  private static boolean opens(char c) {
    byte kind = Chars.classOf(c);
    return kind == Chars.OPENER || kind == Chars.QUOTE || c == '*' || c == '_' || c == '\u2019';
  }

  /** Skips references such as {@code [12]} that stand right after a full stop. */
  private int skipCitations(int from) {
    int i = from;
    while (i < end && text.charAt(i) == '[') {
      int j = i + 1;
      while (j < end && j - i < 5 && Chars.isLetterOrDigit(text.charAt(j))) {
        j++;
      }
      if (j == i + 1 || j >= end || text.charAt(j) != ']') {
        break;
      }
      i = j + 1;
    }
    return i;
  }

  private int nextToken(int from) {
    int i = from;
    boolean atLineStart = false;
    while (i < end) {
      char c = text.charAt(i);
      if (Chars.isBlank(c)) {
        atLineStart |= Chars.isNewline(c);
      } else if (!(atLineStart && c == '>')) {
        break;
      }
      i++;
    }
    return i;
  }

  /** Returns the end of an emoticon or of emoji at {@code at}, else {@code at}. */
  private int emotionEnd(int at) {
    char c = text.charAt(at);
    int i = at;
    if (c == ':' || c == ';' || c == '=') {
      i++;
      if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '\'')) {
        i++;
      }
      if (i < end && ")(DPpOo/\\|*]3".indexOf(text.charAt(i)) >= 0) {
        i++;
      } else {
        return at;
      }
      while (i < end && (text.charAt(i) == ')' || text.charAt(i) == '(')) {
        i++;
      }
    } else {
      while (i < end && isEmoji(text.charAt(i))) {
        i++;
        if (i < end && (Character.isLowSurrogate(text.charAt(i)) || text.charAt(i) == '\u200D')) {
          i++;
        }
      }
    }
    return i >= end || Chars.isBlank(text.charAt(i)) ? i : at;
  }

  private static boolean isEmoji(char c) {
    return (c >= '\uD83C' && c <= '\uD83E') || (c >= '\u2600' && c <= '\u27BF') || c == '\uFE0F';
  }

  private boolean endsBeforeSign(int at, char first, int word, boolean closed, boolean strong) {
    switch (first) {
      case ',', ';', ':', '&', '/', '%', '\u2026' -> {
        return false;
      }
      case '-', '\u2013', '\u2014' -> {
        if (closed || !strong || isAbbreviation(at)) {
          return false;
        }
        int after = word;
        while (after < end && after - word < 4 && Chars.plain(text.charAt(after)) == '-') {
          after++;
        }
        after = skipBlank(after);
        return after < end && !Chars.isLower(text.charAt(after));
      }
      default -> {
        byte kind = Chars.classOf(first);
        if (kind == Chars.CLOSER) {
          return false;
        }
        if (Chars.isTerminal(first)) {
          return false;
        }
        return strong && !isAbbreviation(at);
      }
    }
  }

  private boolean isAbbreviation(int at) {
    if (text.charAt(at) != '.') {
      return false;
    }
    int start = wordStart(at);
    return Abbreviations.BEFORE_STOP.find(text, start, at) != 0
        || isDotted(start, at)
        || at - start == 1;
  }

  /** After a question or exclamation mark, a small letter continues after names (Yahoo! in ...). */
  private boolean endsBeforeLower(int at, int after) {
    if (after - at > 1) {
      return text.charAt(at) != '.';
    }
    int start = wordStart(at);
    return start < at && !Chars.isUpper(text.charAt(start));
  }

  private boolean isPronounI(int word) {
    return text.charAt(word) == 'I'
        && (word + 1 >= end || !Chars.isLetterOrDigit(text.charAt(word + 1)));
  }

  /** Decides about one full stop that white space follows, and then a word or number. */
  private boolean endsAtStop(int at, int next, int word, byte kind, boolean closed) {
    int start = wordStart(at);
    if (start == at) {
      // Nothing before it: a full stop set apart by spaces.
      return kind != Chars.LOWER;
    }
    int known = Abbreviations.BEFORE_STOP.find(text, start, at);
    if ((known & Abbreviations.PLACE) != 0) {
      known |= Chars.isUpper(text.charAt(start)) ? Abbreviations.NAMING : 0;
    }
    boolean dotted = isDotted(start, at);
    if (kind == Chars.LOWER) {
      return !closed
          && known == 0
          && !dotted
          && at - start > 2
          && word == next
          && isPlainLowerWord(start, at);
    }
    if (start == itemStart() && ordinalOrInitial(start, at)) {
      return false;
    }
    if ((known & (Abbreviations.TITLE | Abbreviations.CONNECTING)) != 0) {
      return closed && Chars.isLower(text.charAt(start));
    }
    if (kind == Chars.DIGIT) {
      return (known & (Abbreviations.NUMBERED | Abbreviations.CLOCK)) == 0;
    }
    int wordEnd = wordEnd(word);
    int following = Abbreviations.WORDS.find(text, word, wordEnd);
    if ((known & Abbreviations.CLOCK) != 0) {
      return (following & Abbreviations.AFTER_CLOCK) == 0 && !inOpeningAdverbial(at);
    }
    if (at - start <= 2 && at - start >= 1 && isDigits(start, at)) {
      // The day of a month, in languages that write it with a full stop.
      return (Abbreviations.BEFORE_STOP.find(text, word, wordEnd) & Abbreviations.NUMBERED) == 0
          || wordEnd - word < 4;
    }
    boolean initial = at - start == 1 && Chars.isUpper(text.charAt(start));
    if (initial || dotted || (known & Abbreviations.NAMING) != 0) {
      if ((known & Abbreviations.TRAILING) != 0 && !Chars.isUpper(text.charAt(start))) {
        return true;
      }
      if ((following & Abbreviations.STARTER) == 0) {
        boolean quoted = next < word && text.charAt(next) != '(' && text.charAt(next) != '[';
        return (closed || quoted) && !initial;
      }
      // "J. A. Smith": the next letter is an initial too.
      return !(wordEnd - word == 1 && wordEnd < end && text.charAt(wordEnd) == '.');
    }
    return true;
  }

  /** Where the sentence's first word or number begins, after bullets and brackets. */
  private int itemStart() {
    int i = sentence;
    while (i < end
        && (Chars.classOf(text.charAt(i)) == Chars.BULLET
            || Chars.isBlank(text.charAt(i))
            || text.charAt(i) == '-'
            || text.charAt(i) == '*'
            || opens(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private boolean ordinalOrInitial(int start, int stop) {
    return (stop - start == 1 && Chars.isLetter(text.charAt(start)))
        || (stop - start <= 3 && isDigits(start, stop));
  }

  /** Whether all before the time of day is an adverbial, as in "At 5 a.m. Mr. Smith went". */
  private boolean inOpeningAdverbial(int at) {
    if (at - sentence > 20) {
      return false;
    }
    int stop = wordEnd(sentence);
    return (Abbreviations.WORDS.find(text, sentence, stop) & Abbreviations.PREPOSITION) != 0;
  }

  private int wordStart(int at) {
    int start = at;
    while (start > sentence && at - start < LONGEST_WORD && inWord(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && text.charAt(start) == '.') {
      start++;
    }
    return start;
  }

  private static boolean inWord(char c) {
    return Chars.isLetterOrDigit(c)
        || c == '.'
        || c == '\''
        || c == '\u2019'
        || c == '\u00B0'
        || c == '@';
  }

  private int wordEnd(int word) {
    int stop = word;
    while (stop < end && stop - word < LONGEST_WORD && Chars.isLetter(text.charAt(stop))) {
      stop++;
    }
    return stop;
  }

  private boolean isDigits(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (!Chars.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word is letters with full stops between, as in U.S or Ph.D. */
  private boolean isDotted(int start, int stop) {
    int letters = 0;
    boolean dotted = false;
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (letters == 0) {
          return false;
        }
        dotted = true;
        letters = 0;
      } else if (Chars.isLetter(c) && letters < 2) {
        letters++;
      } else {
        return false;
      }
    }
    return dotted && letters > 0;
  }

  private boolean isPlainLowerWord(int start, int stop) {
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (!Chars.isLower(c) && c != '\'' && c != '\u2019') {
        return false;
      }
    }
    return true;
  }

  /** Whether the space after a sentence was lost, as in "ended.The next". */
  private boolean lacksSpace(int at, int after) {
    int start = wordStart(at);
    if (at - start < 2 || after + 1 >= end) {
      return false;
    }
    int letters = 0;
    for (int i = start; i < at; i++) {
      char c = text.charAt(i);
      if (Chars.isLower(c)) {
        letters++;
      } else if (c == '.' || c == '@' || (!Chars.isLetter(c) && c != '\'' && c != '\u2019')) {
        return false;
      }
    }
    if (letters < 2 || Abbreviations.BEFORE_STOP.find(text, start, at) != 0) {
      return false;
    }
    if (start > sentence && "/@:#=_-".indexOf(text.charAt(start - 1)) >= 0) {
      return false;
    }
    int word = after;
    while (word < end && word - after < 2 && opens(text.charAt(word))) {
      word++;
    }
    int stop = wordEnd(word);
    if (stop == word || !Chars.isUpper(text.charAt(word))) {
      return false;
    }
    if (stop - word == 1) {
      char only = text.charAt(word);
      return (only == 'A' || only == 'I') && stop < end && Chars.isBlank(text.charAt(stop));
    }
    for (int i = word + 1; i < stop; i++) {
      if (!Chars.isLower(text.charAt(i))) {
        return false;
      }
    }
    return stop >= end
        || Chars.isBlank(text.charAt(stop))
        || ",;'\u2019".indexOf(text.charAt(stop)) >= 0;
  }

  /** Returns the end of full stops with single spaces between them that begin at {@code at}. */
  private int spacedDots(int at) {
    int i = at + 1;
    while (i + 1 < end
        && text.charAt(i) == ' '
        && text.charAt(i + 1) == '.'
        && (i + 2 >= end || !Chars.isLetterOrDigit(text.charAt(i + 2)))) {
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
    while (after < end && closes(after, text.charAt(after), Chars.classOf(text.charAt(after)))) {
      after++;
    }
    resume = after;
    int next = nextToken(after);
    int word = next;
    while (word < end && opens(text.charAt(word))) {
      word++;
    }
    if (next == after || word >= end || Chars.isLower(text.charAt(word)) || dots < 3) {
      return -1;
    }
    boolean attached = at > sentence && !Chars.isBlank(text.charAt(at - 1));
    if (attached) {
      return dots >= 4 && after == stop ? at + 1 : after;
    }
    return dots >= 4 ? after : -1;
  }
}
