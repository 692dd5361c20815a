package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.Set;

/**
 * Recognises plain lines that tell what a picture shows: what somebody does in the present, on a
 * day that is named with its year, or with his place in the picture ("Ann Lee, left, waves").
 */
final class Scenes {

  private static final int LONGEST = 350;

  private static final Set<String> VERBS = PhraseLists.set("scene-verb");

  /** Words that tell of what was, will be or is said. */
  private static final Set<String> TELLING = PhraseLists.set("scene-never");

  private static final String[] PLACES = {", left,", ", right,", ", center,", ", centre,"};

  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };

  private Scenes() {}

  /** Whether a line is a caption by its tense and its date, or the places in it. */
  static boolean isScene(String line) {
    if (line.length() > LONGEST || line.indexOf('"') >= 0) {
      return false;
    }
    for (int day = line.indexOf("day"); day > 0; day = line.indexOf("day", day + 3)) {
      if (isDate(line, day + 3)) {
        return shows(line, day);
      }
    }
    if (line.indexOf(',') < 0) {
      return false;
    }
    for (String place : PLACES) {
      int at = line.indexOf(place);
      if (at > 0) {
        int stop = line.indexOf(". ", at);
        return shows(line, stop < 0 ? line.length() : stop);
      }
    }
    return false;
  }

  /** Whether a month, a day and a year stand behind the name of a weekday. */
  private static boolean isDate(String line, int from) {
    int i = from;
    while (i < line.length() && (line.charAt(i) == ',' || line.charAt(i) == ' ')) {
      i++;
    }
    boolean month = false;
    for (String name : MONTHS) {
      month |= i > from && line.startsWith(name, i);
    }
    while (month && i < line.length() && !Chars.isDigit(line.charAt(i)) && line.charAt(i) != ',') {
      i++;
    }
    int end = PlainLine.digitsEnd(line, i);
    return month
        && end > i
        && end - i <= 2
        && (line.startsWith(", 20", end) || line.startsWith(", 19", end));
  }

  /** Whether the words before an offset tell what is seen, and nothing else. */
  private static boolean shows(String line, int end) {
    boolean verb = false;
    int start = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || !Chars.isLetter(line.charAt(i))) {
        if (i > start) {
          String word = line.substring(start, i);
          if (TELLING.contains(word)) {
            return false;
          }
          verb |= start > 0 && VERBS.contains(word);
        }
        start = i + 1;
      }
    }
    return verb;
  }
}
