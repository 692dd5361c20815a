package dev.headnote.text.sentence;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;

/** Finds the items of lists by their bullets, numbers and letters. */
public final class ListItems {

  private final ClassedText text;

  /** The sentence for which {@link #ownStart} was found, or -1. */
  private int ownSentence = -1;

  private int ownStart;

  public ListItems(ClassedText text) {
    this.text = text;
  }

  /**
   * Whether a line at {@code at}, in a paragraph that ends at {@code end}, begins as an item does.
   */
  public boolean startsItem(int at, int end) {
    char c = text.at(at);
    if ((c == '-' || c == '*' || c == '+' || c == '\u2013') && at + 1 < end) {
      return text.kind(at + 1) == Chars.SPACE;
    }
    int i = at;
    if (c == '(') {
      i++;
    }
    int digits = i;
    while (digits < end && digits - i < 3 && text.isDigit(digits)) {
      digits++;
    }
    if (digits == i && i < end && text.isLower(i)) {
      digits++;
    }
    return digits > i
        && digits + 1 < end
        && (text.at(digits) == ')' || (c != '(' && text.at(digits) == '.'))
        && text.isBlank(digits + 1);
  }

  /**
   * If the mark at {@code at} ends the number of the next item of a list that goes on within a
   * line, returns where that item begins, else -1. The sentence must itself begin with the number
   * before it, written alike.
   */
  int itemBefore(int at, int sentence, int end) {
    if (at + 1 < end && !text.isBlank(at + 1) && text.at(at + 1) != ')') {
      return -1;
    }
    int start = at;
    if (text.at(at) == ')' && at > sentence && text.at(at - 1) == '.') {
      return -1;
    }
    while (start > sentence && at - start < 4 && text.isLetterOrDigit(start - 1)) {
      start--;
    }
    int value = ordinal(start, at);
    if (value <= 1 || start == sentence) {
      return -1;
    }
    int item = start;
    char before = text.at(item - 1);
    while (item > sentence + 1
        && (Chars.classOf(before) == Chars.BULLET
            || before == '('
            || (item < start && Chars.classOf(before) == Chars.SPACE))) {
      item--;
      before = text.at(item - 1);
    }
    item = text.skipBlank(item, start);
    if (item <= sentence || !text.isBlank(item - 1)) {
      return -1;
    }
    int own = Math.min(item, ownStart(sentence, end));
    int ownEnd = own;
    while (ownEnd < item && ownEnd - own < 4 && text.isLetterOrDigit(ownEnd)) {
      ownEnd++;
    }
    boolean alike =
        text.at(ownEnd) == text.at(at)
            && text.isDigit(own) == text.isDigit(start)
            && (text.at(sentence) == '(') == (text.at(item) == '(')
            && text.skipBlank(ownEnd + 1, end) < item;
    return alike && ordinal(own, ownEnd) == value - 1 ? item : -1;
  }

  /** Where a sentence begins behind its bullets and brackets. */
  private int ownStart(int sentence, int end) {
    if (ownSentence != sentence) {
      int own = sentence;
      while (own < end
          && (text.kind(own) == Chars.BULLET || text.at(own) == '(' || text.isBlank(own))) {
        own++;
      }
      ownSentence = sentence;
      ownStart = own;
    }
    return ownStart;
  }

  /** Returns the value of a number of up to three digits, or of a letter (a = 1), else -1. */
  private int ordinal(int start, int stop) {
    if (stop <= start || stop - start > 3) {
      return -1;
    }
    char first = text.at(start);
    if (stop - start == 1 && first >= 'a' && first <= 'z') {
      return first - 'a' + 1;
    }
    int value = 0;
    for (int i = start; i < stop; i++) {
      char c = text.at(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
