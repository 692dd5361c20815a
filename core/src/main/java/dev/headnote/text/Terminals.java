package dev.headnote.text;

/**
 * Decides whether full stops, question marks and the like end a sentence. Is asked about one after
 * the other, in order, by one {@link SentenceScan}.
 */
final class Terminals {

  /** Longer words are hardly abbreviations, as in "J. Appl. Ecol.," or "2nd Inf. Div.,". */
  private static final int LONGEST_UNKNOWN = 5;

  private final ClassedText text;
  private final SentenceLanguage language;
  private final WordTable beforeStop;
  private final WordTable opening;
  private final WordShapes words;
  private final MissingSpace missingSpace;

  /** Where the paragraph ends. */
  private int end;

  /** Where the sentence began that a terminal may end. */
  private int sentence;

  private boolean quoteOpen;
  private int resume;

  /** The sentence for which {@link #itemStart} was found, or -1. */
  private int itemSentence = -1;

  private int itemStart;

  Terminals(ClassedText text, WordShapes words, SentenceLanguage language) {
    this.text = text;
    this.language = language;
    this.beforeStop = language.beforeStop();
    this.opening = language.words();
    this.words = words;
    this.missingSpace = new MissingSpace(text, words, beforeStop);
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
      } else if (i > at && kind == Chars.SPACE && i + 1 < end && text.at(i + 1) == '\u00BB') {
        // French sets a space before this quote.
        closed = true;
        i++;
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
      return single && !ellipsis && dots <= 1 && missingSpace.isAt(sentence, at, i, end) ? i : -1;
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
    while (word < end && words.opens(word)) {
      word++;
    }
    if (word >= end) {
      return -1;
    }
    char first = text.at(word);
    byte kind = text.kind(word);
    boolean ends;
    if (kind == Chars.OTHER
        || kind == Chars.CLOSER
        || kind == Chars.RULE
        || Chars.isTerminal(first)) {
      ends = endsBeforeSign(at, first, word, closed, mark || dots == 1);
    } else if (mark) {
      ends =
          kind != Chars.LOWER || (language.isCasual() && !closed && endsBeforeLower(at, i, word));
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
    return beforeStop.find(text.string(), start, at) != 0
        || words.isDotted(start, at)
        || at - start == 1;
  }

  /** After a question or exclamation mark, a small letter continues after names (Yahoo! in ...). */
  private boolean endsBeforeLower(int at, int after, int word) {
    if (after - at > 1) {
      return text.at(at) != '.';
    }
    int start = wordStart(at);
    return start < at ? !text.isUpper(start) : isSubject(word);
  }

  private boolean isSubject(int word) {
    int stop = word;
    while (stop < end
        && stop - word < WordShapes.LONGEST_WORD
        && (text.isLetter(stop) || Chars.plain(text.at(stop)) == '\'')) {
      stop++;
    }
    return (opening.find(text.string(), word, stop) & Abbreviations.SUBJECT) != 0;
  }

  /** Whether a short word's full stop stands where no sentence can end. */
  private boolean isEvidentAbbreviation(int word, int stop) {
    if (stop - word > LONGEST_UNKNOWN || stop + 1 >= end || text.at(stop) != '.') {
      return false;
    }
    if (",;:)".indexOf(text.at(stop + 1)) >= 0) {
      return true;
    }
    int next = nextToken(stop + 1);
    return next > stop + 1 && next < end && text.isLower(next);
  }

  private boolean isPronounI(int word) {
    return text.at(word) == 'I' && (word + 1 >= end || !text.isLetterOrDigit(word + 1));
  }

  /** Decides about one full stop that white space follows, and then a word or number. */
  private boolean endsAtStop(int at, int next, int word, byte kind, boolean closed) {
    int start = wordStart(at);
    if (start == at) {
      // Nothing before it: a full stop set apart by spaces, or behind a quote or bracket.
      return kind != Chars.LOWER || (language.isCasual() && isSubject(word));
    }
    int known = abbreviation(start, at);
    if ((known & Abbreviations.PLACE) != 0) {
      known |= text.isUpper(start) ? Abbreviations.NAMING : 0;
    }
    if ((known & Abbreviations.NOT_IN_CAPITALS) != 0
        && words.isCapitals(start, at)
        && !isCapitals(word)) {
      known = 0;
    }
    boolean dotted = words.isDotted(start, at);
    if (kind == Chars.LOWER) {
      return language.isCasual()
          && !closed
          && known == 0
          && !dotted
          && endsBeforeSmallLetter(start, at, next, word);
    }
    if (start == itemStart() && ordinalOrInitial(start, at)) {
      return false;
    }
    if ((known & (Abbreviations.TITLE | Abbreviations.CONNECTING)) != 0) {
      return closed && text.isLower(start);
    }
    if (at - start == 1 && text.isLower(start) && !language.isCasual()) {
      return endsAfterLetter(start, word);
    }
    if (kind == Chars.DIGIT) {
      return (known & (Abbreviations.NUMBERED | Abbreviations.CLOCK)) == 0;
    }
    int wordEnd = wordEnd(word);
    int following = opening.find(text.string(), word, wordEnd);
    if ((known & Abbreviations.CLOCK) != 0) {
      return (following & Abbreviations.AFTER_CLOCK) == 0 && !inOpeningAdverbial(at);
    }
    if (at - start <= 2 && at - start >= 1 && words.isDigits(start, at)) {
      if (language.hasCapitalNouns()) {
        return (following & Abbreviations.STARTER) != 0;
      }
      // The day of a month, in languages that write it with a full stop.
      return (beforeStop.find(text.string(), word, wordEnd) & Abbreviations.NUMBERED) == 0
          || wordEnd - word < 4;
    }
    boolean initial =
        at - start == 1 && text.isUpper(start) && (start == sentence || text.at(start - 1) != '&');
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
    return !(text.isUpper(start)
        && at - start <= LONGEST_UNKNOWN
        && word == next
        && (following & Abbreviations.STARTER) == 0
        && isEvidentAbbreviation(word, wordEnd));
  }

  /**
   * Writers without capitals: what stands before the full stop must be a whole word, and what
   * follows an opening word unless the word before is a small one.
   */
  private boolean endsBeforeSmallLetter(int start, int at, int next, int word) {
    boolean bracket = next + 1 == word && text.at(next) == '(';
    if ((word == next || bracket) && at - start > 2 && words.isPlainLowerWord(start, at)) {
      return true;
    }
    if (word > next || !isSubject(word)) {
      return false;
    }
    int length = at - start;
    return text.isUpper(start)
        ? length > 3 && words.isPlainLowerWord(start + 1, at)
        : (length > 1 && words.isPlainLowerWord(start, at))
            || (length > 2 && words.isDigits(start, at));
  }

  /** What is known of a word before a full stop; in some languages its end says it. */
  private int abbreviation(int start, int at) {
    int known = beforeStop.find(text.string(), start, at);
    if (known != 0 || language.isCasual()) {
      return known;
    }
    int part = at;
    while (part > start && Chars.plain(text.at(part - 1)) != '\'') {
      part--;
    }
    if (part > start) {
      return beforeStop.find(text.string(), part, at);
    }
    // "Hauptstr. 12"
    return language.hasCapitalNouns() && at - start > 3
        ? beforeStop.find(text.string(), at - 3, at) & beforeStop.find("str", 0, 3)
        : 0;
  }

  /**
   * Whether a sentence may end with an abbreviation of one small letter: after a number, as of a
   * year in Russian, or after another such, as in "and so on". Where nouns have capitals, either is
   * mostly before one.
   */
  private boolean endsAfterLetter(int letter, int word) {
    int before = letter;
    while (before > sentence && text.isBlank(before - 1)) {
      before--;
    }
    if (before == sentence || before == letter || !text.isUpper(word)) {
      return false;
    }
    byte kind = text.kind(before - 1);
    boolean may = kind == Chars.DIGIT || kind == Chars.UPPER || kind == Chars.DOT;
    return may
        && (!language.hasCapitalNouns()
            || (opening.find(text.string(), word, wordEnd(word)) & Abbreviations.STARTER) != 0);
  }

  private boolean isCapitals(int word) {
    int stop = wordEnd(word);
    return stop - word > 1 && words.isCapitals(word, stop);
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
              || words.opens(i))) {
        i++;
      }
      itemSentence = sentence;
      itemStart = i;
    }
    return itemStart;
  }

  private boolean ordinalOrInitial(int start, int stop) {
    return (stop - start == 1 && text.isLetter(start))
        || (stop - start <= 3 && words.isDigits(start, stop));
  }

  /** Whether all before the time of day is an adverbial, as in "At 5 a.m. Mr. Smith went". */
  private boolean inOpeningAdverbial(int at) {
    if (at - sentence > 20) {
      return false;
    }
    int stop = wordEnd(sentence);
    return (opening.find(text.string(), sentence, stop) & Abbreviations.PREPOSITION) != 0;
  }

  private int wordStart(int at) {
    return words.wordStart(sentence, at);
  }

  private int wordEnd(int word) {
    return words.wordEnd(word, end);
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
