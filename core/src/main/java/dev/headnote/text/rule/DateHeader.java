package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;

/** Recognises lines that hold nothing but a date, a time or an age. */
public final class DateHeader {

  private static final int LONGEST = 100;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_LABEL_WORDS = 2;
  private static final int LONGEST_ZONE = 4;

  /** So many words may stand beside a date that a word such as "Published" stands before. */
  private static final int MOST_STAMPED_WORDS = 5;

  private static final int DATE_WORDS =
      HeaderWords.MONTH
          | HeaderWords.WEEKDAY
          | HeaderWords.STAMP
          | HeaderWords.AGE
          | HeaderWords.FILLER;

  private DateHeader() {}

  /** Whether a plain, lower-case line is a date, a time or an age, with nothing else of weight. */
  public static boolean isDate(String line) {
    if (line.length() > LONGEST || line.indexOf('?') >= 0 || line.indexOf('!') >= 0) {
      return false;
    }
    int months = 0;
    boolean weekday = false;
    boolean number = false;
    boolean numeric = false;
    boolean age = false;
    boolean stamp = false;
    for (int next = 0; next < line.length(); ) {
      int start = next;
      int end = wordEnd(line, start);
      next = Math.max(end, start + 1);
      while (start < end && !Chars.isLetterOrDigit(line.charAt(start))) {
        start++;
      }
      while (end > start && !Chars.isLetterOrDigit(line.charAt(end - 1))) {
        end--;
      }
      if (start == end) {
        continue;
      }
      if (Chars.isDigit(line.charAt(start))) {
        String word = line.substring(start, end);
        int kind = holdsMonth(word) ? 2 : numberKind(word);
        if (kind < 0) {
          return false;
        }
        number = true;
        numeric |= kind == 2;
        continue;
      }
      switch (HeaderWords.find(line, start, end) & DATE_WORDS) {
        case HeaderWords.MONTH -> months++;
        case HeaderWords.WEEKDAY -> weekday = true;
        case HeaderWords.STAMP -> stamp = true;
        case HeaderWords.AGE ->
            age |= line.startsWith("ago", start) || line.startsWith("read", start);
        case HeaderWords.FILLER -> {}
        default -> {
          return false;
        }
      }
    }
    if (months > 1 && !stamp) {
      return false;
    }
    return numeric || (number && (months > 0 || age || weekday || stamp));
  }

  /** Whether a plain line is a time such as "16:38", "4.05pm" or "16.21 gmt" and nothing else. */
  public static boolean isTimeOfDay(String line) {
    int sign = PlainLine.digitsEnd(line, 0);
    int end = sign < line.length() ? PlainLine.digitsEnd(line, sign + 1) : 0;
    if (sign < 1 || sign > 2 || end != sign + 3 || ":.".indexOf(line.charAt(sign)) < 0) {
      return false;
    }
    String zone = line.substring(end).strip();
    return zone.length() <= LONGEST_ZONE && zone.chars().allMatch(c -> Chars.isLetter((char) c));
  }

  /** Whether a word is a date such as "24-feb-2016". */
  private static boolean holdsMonth(String word) {
    int dash = word.indexOf('-');
    int second = word.indexOf('-', dash + 1);
    return dash > 0
        && dash <= 2
        && second > dash
        && word.length() - second <= 5
        && (HeaderWords.find(word, dash + 1, second) & HeaderWords.MONTH) != 0;
  }

  /** Whether a plain line is a date with a short name behind "by". */
  public static boolean isDateWithName(String line) {
    int by = line.length() > LONGEST ? -1 : line.indexOf(" by ");
    return by > 0 && line.length() - by <= LONGEST_NAME && isDate(line.substring(0, by));
  }

  /** Whether a plain line begins with a word such as "Published". */
  public static boolean isStamped(String line) {
    int end = wordEnd(line, 0);
    end = end > 0 && line.charAt(end - 1) == ':' ? end - 1 : end;
    return (HeaderWords.find(line, 0, end) & HeaderWords.STAMP) != 0;
  }

  /**
   * Whether a plain line is a date with a word or two beside it, such as a section or an agency.
   */
  public static boolean isDateWithLabel(String line) {
    if (line.length() > LONGEST
        || line.endsWith(".")
        || line.indexOf('?') >= 0
        || !PlainLine.hasYear(line)) {
      return false;
    }
    boolean month = false;
    boolean year = false;
    int others = 0;
    for (String word : line.split("[^\\p{L}\\p{N}:]+")) {
      if (word.isEmpty()) {
        continue;
      }
      int kind = HeaderWords.find(word, 0, word.endsWith(":") ? word.length() - 1 : word.length());
      month |= (kind & HeaderWords.MONTH) != 0;
      boolean digits = Chars.isDigit(word.charAt(0));
      year |= digits && word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
      others += !digits && (kind & DATE_WORDS) == 0 ? 1 : 0;
    }
    return month && year && others <= (isStamped(line) ? MOST_STAMPED_WORDS : MOST_LABEL_WORDS);
  }

  /** Returns 2 for a whole date, 1 for a number that a date may hold, -1 for another one. */
  static int numberKind(String word) {
    int groups = 1;
    int digits = 0;
    int fours = 0;
    char sign = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Chars.isDigit(c)) {
        digits++;
        fours += digits == 4 ? 1 : 0;
        if (digits > 4) {
          return -1;
        }
      } else if (c == '/' || c == '-' || c == '.' || c == ':') {
        if (digits == 0 || digits == 3) {
          return -1;
        }
        sign = c;
        groups++;
        digits = 0;
      } else {
        String tail = word.substring(i);
        boolean known =
            switch (tail) {
              case "st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "h", "hrs", "z" -> true;
              default -> tail.length() >= 9 && tail.charAt(0) == 't' && tail.indexOf(':') > 0;
            };
        return known ? (groups == 3 && sign != ':' ? 2 : 1) : -1;
      }
    }
    if (digits == 3 || fours > 1) {
      return -1;
    }
    if (groups == 3 && sign != ':' && word.length() >= 6) {
      return 2;
    }
    return groups <= 3 ? 1 : -1;
  }

  private static int wordEnd(String line, int from) {
    int j = from;
    while (j < line.length()
        && !Chars.isBlank(line.charAt(j))
        && ",|()\u2022\u00b7".indexOf(line.charAt(j)) < 0) {
      j++;
    }
    return j;
  }
}
