package dev.headnote.text;

/**
 * Decides whether full stops, question marks and the like end a sentence. Is asked about one after
 * the other, in order, by one {@link SentenceScan}.
 */
final class Terminals {

  private static final int LONGEST_WORD = 40;

  private final ClassedText text;

  /** Where the paragraph ends. */
  private int end;

  /** Where the sentence began that a terminal may end. */
  private int sentence;

  private boolean quoteOpen;
  private int resume;

  /** The sentence for which {@link #itemStart} was found, or -1. */
  private int itemSentence = -1;

  private int itemStart;

  Terminals(ClassedText text) {
    this.text = text;
  }

  /** Begins a paragraph that ends at {@code paragraphEnd}. */
  void begin(int paragraphEnd) {
    end = paragraphEnd;
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
    int dots = 0;
    boolean mark = false;
    boolean stop = false;
    boolean ellipsis = false;
    boolean closed = false;
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
    if (closed && at > sentence && text.kind(at - 1) == Chars.OPENER) {
      // "[...]": a mark by itself in brackets is a remark, and ends nothing.
      return -1;
    }
    if (i >= end) {
      return -1;
    }
    if (!text.isBlank(i)) {
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
    while (word < end && opens(word)) {
      word++;
    }
    if (word >= end) {
      return -1;
    }
    char first = text.at(word);
    byte kind = text.kind(word);
    boolean ends;
    if (kind == Chars.OTHER || kind == Chars.CLOSER || Chars.isTerminal(first)) {
      ends = endsBeforeSign(at, first, word, closed, mark || dots == 1);
    } else if (mark) {
      ends = kind != Chars.LOWER || (!closed && endsBeforeLower(at, i));
    } else if (ellipsis || dots > 1) {
      ends =
          (kind == Chars.UPPER || kind == Chars.LETTER)
              && !(at > sentence && text.isBlank(at - 1) && isPronounI(word));
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
          || text.isBlank(i + 1)
          || text.kind(i + 1) == Chars.CLOSER
          || text.kind(i + 1) == Chars.QUOTE
          || (c == '"' && quoteOpen);
    }
    // Some languages close with what others open with.
    return (c == '\u201C' || c == '\u2018' || c == '\u00AB')
        && (i + 1 >= end || text.isBlank(i + 1));
  }

  /** Whether a word may stand right behind the character, as behind an opening quote. */
  private boolean opens(int i) {
    byte kind = text.kind(i);
    char c = text.at(i);
    return kind == Chars.OPENER || kind == Chars.QUOTE || c == '*' || c == '_' || c == '\u2019';
  }

  /** Skips references such as {@code [12]} that stand right after a full stop. */
  private int skipCitations(int from) {
    int i = from;
    while (i < end && text.at(i) == '[') {
      int j = i + 1;
      while (j < end && j - i < 5 && text.isLetterOrDigit(j)) {
        j++;
      }
      if (j == i + 1 || j >= end || text.at(j) != ']') {
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
      char c = text.at(i);
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
    char c = text.at(at);
    int i = at;
    if (c == ':' || c == ';' || c == '=') {
      i++;
      if (i < end && (text.at(i) == '-' || text.at(i) == '\'')) {
        i++;
      }
      if (i < end && ")(DPpOo/\\|*]3".indexOf(text.at(i)) >= 0) {
        i++;
      } else {
        return at;
      }
      while (i < end && (text.at(i) == ')' || text.at(i) == '(')) {
        i++;
      }
    } else {
      while (i < end && isEmoji(text.at(i))) {
        i++;
        if (i < end && (Character.isLowSurrogate(text.at(i)) || text.at(i) == '\u200D')) {
          i++;
        }
      }
    }
    return i >= end || text.isBlank(i) ? i : at;
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
        while (after < end && after - word < 4 && Chars.plain(text.at(after)) == '-') {
          after++;
        }
        after = text.skipBlank(after, end);
        return after < end && !text.isLower(after);
      }
      default -> {
        byte kind = text.kind(word);
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
    if (text.at(at) != '.') {
      return false;
    }
    int start = wordStart(at);
    return Abbreviations.BEFORE_STOP.find(text.string(), start, at) != 0
        || isDotted(start, at)
        || at - start == 1;
  }

  /** After a question or exclamation mark, a small letter continues after names (Yahoo! in ...). */
  private boolean endsBeforeLower(int at, int after) {
    if (after - at > 1) {
      return text.at(at) != '.';
    }
    int start = wordStart(at);
    return start < at && !text.isUpper(start);
  }

  private boolean isPronounI(int word) {
    return text.at(word) == 'I' && (word + 1 >= end || !text.isLetterOrDigit(word + 1));
  }

  /** Decides about one full stop that white space follows, and then a word or number. */
  private boolean endsAtStop(int at, int next, int word, byte kind, boolean closed) {
    int start = wordStart(at);
    if (start == at) {
      // Nothing before it: a full stop set apart by spaces.
      return kind != Chars.LOWER;
    }
    int known = Abbreviations.BEFORE_STOP.find(text.string(), start, at);
    if ((known & Abbreviations.PLACE) != 0) {
      known |= text.isUpper(start) ? Abbreviations.NAMING : 0;
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
      return closed && text.isLower(start);
    }
    if (kind == Chars.DIGIT) {
      return (known & (Abbreviations.NUMBERED | Abbreviations.CLOCK)) == 0;
    }
    int wordEnd = wordEnd(word);
    int following = Abbreviations.WORDS.find(text.string(), word, wordEnd);
    if ((known & Abbreviations.CLOCK) != 0) {
      return (following & Abbreviations.AFTER_CLOCK) == 0 && !inOpeningAdverbial(at);
    }
    if (at - start <= 2 && at - start >= 1 && isDigits(start, at)) {
      // The day of a month, in languages that write it with a full stop.
      return (Abbreviations.BEFORE_STOP.find(text.string(), word, wordEnd) & Abbreviations.NUMBERED)
              == 0
          || wordEnd - word < 4;
    }
    boolean initial = at - start == 1 && text.isUpper(start);
    if (initial || dotted || (known & Abbreviations.NAMING) != 0) {
      if ((known & Abbreviations.TRAILING) != 0 && !text.isUpper(start)) {
        return true;
      }
      if ((following & Abbreviations.STARTER) == 0) {
        boolean quoted = next < word && text.at(next) != '(' && text.at(next) != '[';
        return (closed || quoted) && !initial;
      }
      // "J. A. Smith": the next letter is an initial too.
      return !(wordEnd - word == 1 && wordEnd < end && text.at(wordEnd) == '.');
    }
    return true;
  }

  /** Where the sentence's first word or number begins, after bullets and brackets. */
  private int itemStart() {
    if (itemSentence != sentence) {
      int i = sentence;
      while (i < end
          && (text.kind(i) == Chars.BULLET
              || text.isBlank(i)
              || text.at(i) == '-'
              || text.at(i) == '*'
              || opens(i))) {
        i++;
      }
      itemSentence = sentence;
      itemStart = i;
    }
    return itemStart;
  }

  private boolean ordinalOrInitial(int start, int stop) {
    return (stop - start == 1 && text.isLetter(start))
        || (stop - start <= 3 && isDigits(start, stop));
  }

  /** Whether all before the time of day is an adverbial, as in "At 5 a.m. Mr. Smith went". */
  private boolean inOpeningAdverbial(int at) {
    if (at - sentence > 20) {
      return false;
    }
    int stop = wordEnd(sentence);
    return (Abbreviations.WORDS.find(text.string(), sentence, stop) & Abbreviations.PREPOSITION)
        != 0;
  }

  private int wordStart(int at) {
    return wordStart(text, sentence, at);
  }

  /** Where the word begins that ends at {@code at}, and not before {@code from}. */
  static int wordStart(ClassedText text, int from, int at) {
    int start = at;
    while (start > from && at - start < LONGEST_WORD && inWord(text, start - 1)) {
      start--;
    }
    while (start < at && text.at(start) == '.') {
      start++;
    }
    return start;
  }

  private static boolean inWord(ClassedText text, int i) {
    char c = text.at(i);
    return text.isLetterOrDigit(i)
        || c == '.'
        || c == '\''
        || c == '\u2019'
        || c == '\u00B0'
        || c == '@';
  }

  private int wordEnd(int word) {
    int stop = word;
    while (stop < end && stop - word < LONGEST_WORD && text.isLetter(stop)) {
      stop++;
    }
    return stop;
  }

  private boolean isDigits(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (!text.isDigit(i)) {
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
      char c = text.at(i);
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
      char c = text.at(i);
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
      char c = text.at(i);
      if (Chars.isLower(c)) {
        letters++;
      } else if (c == '.' || c == '@' || (!Chars.isLetter(c) && c != '\'' && c != '\u2019')) {
        return false;
      }
    }
    if (letters < 2 || Abbreviations.BEFORE_STOP.find(text.string(), start, at) != 0) {
      return false;
    }
    if (start > sentence && "/@:#=_-".indexOf(text.at(start - 1)) >= 0) {
      return false;
    }
    int word = after;
    while (word < end && word - after < 2 && opens(word)) {
      word++;
    }
    int stop = wordEnd(word);
    if (stop == word || !text.isUpper(word)) {
      return false;
    }
    if (stop - word == 1) {
      char only = text.at(word);
      return (only == 'A' || only == 'I') && stop < end && text.isBlank(stop);
    }
    for (int i = word + 1; i < stop; i++) {
      if (!text.isLower(i)) {
        return false;
      }
    }
    return stop >= end || text.isBlank(stop) || ",;'\u2019".indexOf(text.at(stop)) >= 0;
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
    int next = nextToken(after);
    int word = next;
    while (word < end && opens(word)) {
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
