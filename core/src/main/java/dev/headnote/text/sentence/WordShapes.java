package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;

/** What words before a full stop look like. For one thread, as its text is. */
final class WordShapes {

  /** No longer word has a meaning of its own here, and none is read further. */
  static final int LONGEST_WORD = 40;

  private final ClassedText text;

  WordShapes(ClassedText text) {
    this.text = text;
  }

  /** Where the word begins that ends at {@code at}, and not before {@code from}. */
  int wordStart(int from, int at) {
    int start = at;
    while (start > from && at - start < LONGEST_WORD && inWord(start - 1)) {
      start--;
    }
    while (start < at && text.at(start) == '.') {
      start++;
    }
    return start;
  }

  private boolean inWord(int i) {
    char c = text.at(i);
    return text.isLetterOrDigit(i)
        || c == '.'
        || c == '\''
        || c == '\u2019'
        || c == '\u00B0'
        || c == '@';
  }

  boolean isDigits(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (!text.isDigit(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word is letters with full stops between, as in U.S or Ph.D. */
  boolean isDotted(int start, int stop) {
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

  boolean isPlainLowerWord(int start, int stop) {
    for (int i = start; i < stop; i++) {
      char c = text.at(i);
      if (!Chars.isLower(c) && c != '\'' && c != '\u2019') {
        return false;
      }
    }
    return true;
  }

  boolean isCapitals(int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (!text.isUpper(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the letters end that begin at {@code word}, and not after {@code end}. */
  int wordEnd(int word, int end) {
    int stop = word;
    while (stop < end && stop - word < LONGEST_WORD && text.isLetter(stop)) {
      stop++;
    }
    return stop;
  }

  /** Whether a word may stand right behind the character, as behind an opening quote. */
  boolean opens(int i) {
    byte kind = text.kind(i);
    char c = text.at(i);
    return kind == Chars.OPENER || kind == Chars.QUOTE || c == '*' || c == '_' || c == '\u2019';
  }
}
