package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.WordTable;

/**
 * Decides by the words around it whether a full stop ends a sentence, or belongs to an
 * abbreviation, an initial or a number. For one thread, as its text is.
 */
final class FullStops {

  /** Longer words are hardly abbreviations, as in "J. Appl. Ecol.," or "2nd Inf. Div.,". */
  private static final int LONGEST_UNKNOWN = 5;

  /** Of time, as "At about 5 a.m.". */
  private static final int LONGEST_ADVERBIAL = 20;

  private final ClassedText text;
  private final SentenceLanguage language;
  private final WordTable beforeStop;
  private final WordTable opening;
  private final WordShapes words;

  /** Where the paragraph ends. */
  private int end;

  /** Where the sentence began that a full stop may end. */
  private int sentence;

  /** The sentence for which {@link #itemStart} was found, or -1. */
  private int itemSentence = -1;

  private int itemStart;

  FullStops(ClassedText text, WordShapes words, SentenceLanguage language) {
    this.text = text;
    this.language = language;
    this.beforeStop = language.beforeStop();
    this.opening = language.words();
    this.words = words;
  }

  /** Begins a paragraph that ends at {@code paragraphEnd}. */
  void begin(int paragraphEnd) {
    end = paragraphEnd;
  }

  /**
   * Decides about one full stop that white space follows, and then a word or number.
   *
   * @param from where the sentence began
   * @param at the full stop
   * @param next where the white space ends
   * @param word where the word or number begins, after quotes and brackets
   * @param closed whether a quote or bracket closes behind the full stop
   */
  boolean endsSentence(int from, int at, int next, int word, boolean closed) {
    sentence = from;
    byte kind = text.kind(word);
    int start = wordStart(at);
    if (start == at) {
      // Nothing before it: a full stop set apart by spaces, or behind a quote or bracket.
      return kind != Chars.LOWER || (language.isCasual() && isSubject(word));
    }
    int known = known(start, at, word);
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
    return kind == Chars.DIGIT
        ? endsBeforeNumber(start, at, next, known, dotted)
        : endsBeforeWord(start, at, next, word, closed, known, dotted);
  }

  /** What is known of a word before a full stop by the way it is written here. */
  private int known(int start, int at, int word) {
    int known = abbreviation(start, at);
    if ((known & Abbreviations.NOT_IN_CAPITALS) != 0
        && words.isCapitals(start, at)
        && !isCapitals(word)) {
      return 0;
    }
    boolean place = (known & Abbreviations.PLACE) != 0 && text.isUpper(start);
    return place ? known | Abbreviations.NAMING : known;
  }

  /** "The U.S. 10-year Treasury yield", "Miller, K. L. (2003)": neither ends a sentence. */
  private boolean endsBeforeNumber(int start, int at, int next, int known, boolean dotted) {
    boolean names = text.isUpper(start) && (dotted || (at - start == 1 && text.at(next) == '('));
    return !names && (known & (Abbreviations.NUMBERED | Abbreviations.CLOCK)) == 0;
  }

  private boolean endsBeforeWord(
      int start, int at, int next, int word, boolean closed, int known, boolean dotted) {
    int wordEnd = wordEnd(word);
    int following = opening.find(text.string(), word, wordEnd);
    boolean starts = (following & Abbreviations.STARTER) != 0;
    if ((known & Abbreviations.CLOCK) != 0) {
      return (following & Abbreviations.AFTER_CLOCK) == 0 && !inOpeningAdverbial(at);
    }
    if (at - start <= 2 && words.isDigits(start, at)) {
      // The day of a month, in languages that write it with a full stop.
      return language.hasCapitalNouns()
          ? starts
          : (beforeStop.find(text.string(), word, wordEnd) & Abbreviations.NUMBERED) == 0
              || wordEnd - word < 4;
    }
    if ((known & Abbreviations.NUMBERED) != 0 && isNumber(word, wordEnd)) {
      return false;
    }
    boolean initial = at - start == 1 && text.isUpper(start) && text.at(start - 1) != '&';
    if (initial || dotted || (known & Abbreviations.NAMING) != 0) {
      if ((known & Abbreviations.TRAILING) != 0 && !text.isUpper(start)) {
        return true;
      }
      if (!starts) {
        boolean quoted = next < word && text.at(next) != '(' && text.at(next) != '[';
        return (closed || quoted) && !initial;
      }
      // "J. A. Smith": the next letter is an initial too.
      return !(wordEnd - word == 1 && wordEnd < end && text.at(wordEnd) == '.');
    }
    return starts
        || !text.isUpper(start)
        || at - start > LONGEST_UNKNOWN
        || word > next
        || !isEvidentAbbreviation(word, wordEnd);
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
    int before = text.inkEnd(sentence, letter);
    if (before == sentence || before == letter || !text.isUpper(word)) {
      return false;
    }
    byte kind = text.kind(before - 1);
    boolean may = kind == Chars.DIGIT || kind == Chars.UPPER || kind == Chars.DOT;
    return may
        && (!language.hasCapitalNouns()
            || (opening.find(text.string(), word, wordEnd(word)) & Abbreviations.STARTER) != 0);
  }

  /** Whether capitals and a number behind them stand for a number, as in "grant no. IOS-22". */
  private boolean isNumber(int word, int letters) {
    int digits = letters < end && text.at(letters) == '-' ? letters + 1 : letters;
    return words.isCapitals(word, letters) && digits < end && text.isDigit(digits);
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
    if (at - sentence > LONGEST_ADVERBIAL) {
      return false;
    }
    int stop = wordEnd(sentence);
    return (opening.find(text.string(), sentence, stop) & Abbreviations.PREPOSITION) != 0;
  }

  /** Whether the terminal at {@code at} is the full stop of an abbreviation or an initial. */
  boolean isAbbreviation(int from, int at) {
    sentence = from;
    if (text.at(at) != '.') {
      return false;
    }
    int start = wordStart(at);
    return beforeStop.find(text.string(), start, at) != 0
        || words.isDotted(start, at)
        || at - start == 1;
  }

  /** Whether a short word's full stop stands where no sentence can end. */
  private boolean isEvidentAbbreviation(int word, int stop) {
    if (stop - word > LONGEST_UNKNOWN || stop + 1 >= end || text.at(stop) != '.') {
      return false;
    }
    if (",;:)".indexOf(text.at(stop + 1)) >= 0) {
      return true;
    }
    int next = text.skipToText(stop + 1, end);
    return next > stop + 1 && next < end && text.isLower(next);
  }

  /** Whether a word is one that sentences begin with, such as a pronoun. */
  boolean isSubject(int word) {
    int stop = word;
    while (stop < end
        && stop - word < WordShapes.LONGEST_WORD
        && (text.isLetter(stop) || Chars.plain(text.at(stop)) == '\'')) {
      stop++;
    }
    return (opening.find(text.string(), word, stop) & Abbreviations.SUBJECT) != 0;
  }

  private int wordStart(int at) {
    return words.wordStart(sentence, at);
  }

  private int wordEnd(int word) {
    return words.wordEnd(word, end);
  }
}
