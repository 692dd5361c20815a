package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;

/**
 * Reads a place, a date and an agency from the start of a paragraph, in the order and with the
 * signs that wire services and press portals use. For one paragraph and one thread.
 */
final class PlaceAndDate {

  /** How far a paragraph is read. */
  private static final int LONGEST = 120;

  private static final int LONGEST_AGENCY = 32;
  private static final int LONGEST_DATE = 24;
  private static final int MOST_PLACE_WORDS = 6;
  private static final int LONGEST_PARTICLE = 4;

  private final ClassedText text;
  private final int start;
  private final int stop;

  private int placeWords;
  private boolean capitals;
  private boolean comma;
  private boolean day;
  private boolean month;
  private boolean weekday;
  private boolean agency;

  PlaceAndDate(ClassedText text, int start, int end) {
    this.text = text;
    this.start = start;
    this.stop = Math.min(end, start + LONGEST);
  }

  /**
   * Returns where the first sentence begins, or -1 if something else stands before it.
   *
   * @param first whether no other running text stands before the paragraph
   */
  int end(boolean first) {
    int i = start;
    while (i < stop) {
      char c = text.at(i);
      int next;
      if (text.isBlank(i)) {
        next = i + 1;
      } else if (c == ',') {
        comma = true;
        next = i + 1;
      } else if (isDash(c)) {
        return afterDash(i, first);
      } else if (c == '(' || c == '/') {
        next = afterAgency(i, c == '(' ? ')' : '/');
      } else {
        if (agency) {
          return (dated() || capitals) && text.isUpper(i) ? i : -1;
        }
        next = afterWord(i);
      }
      if (next < 0) {
        return -1;
      }
      i = next;
    }
    return -1;
  }

  private boolean dated() {
    return weekday || (day && month);
  }

  private int afterDash(int dash, boolean first) {
    int i = dash;
    while (i < stop && isDash(text.at(i))) {
      i++;
    }
    boolean apart = text.isBlank(dash - 1) || text.at(dash - 1) == ')' || i - dash > 1;
    boolean wide = i - dash > 1 || text.at(dash) != '-';
    i = afterDate(text.skipBlank(i, stop));
    boolean known = agency || (capitals && dated()) || (first && dated());
    boolean far = first && comma && wide && placeWords <= MOST_PLACE_WORDS;
    return placeWords > 0 && apart && opensText(i) && (known || far) ? i : -1;
  }

  private boolean opensText(int i) {
    return i < stop && (text.isUpper(i) || text.isDigit(i) || text.kind(i) == Chars.QUOTE);
  }

  /**
   * Returns where the text goes on behind a date and a double dash, or where that would begin: a
   * single one may be that of "May 4-June 6".
   */
  private int afterDate(int from) {
    int dash = from;
    while (dash < stop && dash - from <= LONGEST_DATE && !isDash(text.at(dash))) {
      dash++;
    }
    int end = dash;
    while (end < stop && isDash(text.at(end))) {
      end++;
    }
    int next = text.skipBlank(end, stop);
    boolean dated =
        end - dash > 1
            && opensText(next)
            && text.isUpper(from)
            && DateHeader.isDate(PlainLine.of(text.string(), from, dash).strip());
    return dated ? next : from;
  }

  private int afterAgency(int open, char close) {
    int last = Math.min(stop, open + LONGEST_AGENCY);
    int i = open + 1;
    boolean letter = false;
    while (i < last && text.at(i) != close) {
      letter |= text.isUpper(i);
      i++;
    }
    if (i >= last || !letter || agency) {
      return -1;
    }
    agency = true;
    return i + 1;
  }

  private int afterWord(int from) {
    int end = from;
    while (end < stop && !text.isBlank(end) && text.at(end) != ',' && text.at(end) != '(') {
      if (text.isTerminal(end) && text.at(end) != '.') {
        return -1;
      }
      if (isDash(text.at(end)) && text.at(end) != '-') {
        break;
      }
      end++;
    }
    int bare = end;
    while (bare > from && text.at(bare - 1) == '.') {
      bare--;
    }
    if (!text.isUpper(from) && !text.isDigit(from) && bare - from > LONGEST_PARTICLE) {
      return -1;
    }
    int kind = HeaderWords.findInAnyCase(text.string(), from, bare);
    if (text.isDigit(from)) {
      day |= bare - from <= 2;
      return bare - from <= 4 ? end : -1;
    }
    if ((kind & HeaderWords.MONTH) != 0) {
      month = true;
      return end;
    }
    if ((kind & HeaderWords.WEEKDAY) != 0) {
      weekday = true;
      return end;
    }
    if (!text.isUpper(from)) {
      return (kind & HeaderWords.PARTICLE) != 0 && placeWords > 0 ? end : -1;
    }
    if (placeWords == 0 && kind != 0) {
      return -1;
    }
    capitals |= placeWords == 0 && bare - from >= 3 && isCapitals(from, bare);
    placeWords++;
    return placeWords <= MOST_PLACE_WORDS ? end : -1;
  }

  private boolean isCapitals(int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.isLower(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '\u2013' || c == '\u2014';
  }
}
