package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import dev.headnote.text.chars.WordTable;

/** Finds sentences behind which the space was lost, as in "ended.The next". */
final class MissingSpace {

  private final ClassedText text;
  private final WordShapes words;
  private final WordTable beforeStop;

  MissingSpace(ClassedText text, WordShapes words, WordTable beforeStop) {
    this.text = text;
    this.words = words;
    this.beforeStop = beforeStop;
  }

  /**
   * Whether a sentence that began at {@code sentence} ends with the full stop at {@code at}, right
   * behind whose closing quotes, at {@code after}, another begins.
   */
  boolean isAt(int sentence, int at, int after, int end) {
    int start = words.wordStart(sentence, at);
    if (after + 1 >= end) {
      return false;
    }
    if (start == at || isClock(sentence, start, at)) {
      byte before = at > sentence ? text.kind(at - 1) : Chars.SPACE;
      boolean closes = before == Chars.DIGIT || before == Chars.CLOSER;
      return (closes || (at > sentence && text.at(at - 1) == '%')) && opensSentence(after, end);
    }
    if (at - start < 2) {
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
    if (letters < 2 || beforeStop.find(text.string(), start, at) != 0) {
      return false;
    }
    if (start > sentence && "/@:#=_-".indexOf(text.at(start - 1)) >= 0) {
      return false;
    }
    return opensSentence(after, end);
  }

  /** Whether the digits are the minutes of a time of day. */
  private boolean isClock(int sentence, int start, int at) {
    return at - start == 2
        && words.isDigits(start, at)
        && start - 1 > sentence
        && text.at(start - 1) == ':'
        && text.isDigit(start - 2);
  }

  /** Whether a sentence's first word stands right at {@code after}. */
  private boolean opensSentence(int after, int end) {
    int word = after;
    while (word < end && word - after < 2 && words.opens(word)) {
      word++;
    }
    int stop = words.wordEnd(word, end);
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
}
