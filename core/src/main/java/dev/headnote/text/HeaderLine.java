package dev.headnote.text;

import java.util.Set;

/** Recognises lines that hold nothing but a date, or nothing but who wrote the article. */
final class HeaderLine {

  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec",
          "januar",
          "februar",
          "m\u00e4rz",
          "mai",
          "juni",
          "juli",
          "oktober",
          "dezember",
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre",
          "janvier",
          "f\u00e9vrier",
          "mars",
          "avril",
          "juin",
          "juillet",
          "ao\u00fbt",
          "septembre",
          "octobre",
          "novembre",
          "d\u00e9cembre");

  private static final Set<String> WEEKDAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mon",
          "tue",
          "tues",
          "wed",
          "thu",
          "thur",
          "thurs",
          "fri",
          "sat",
          "sun",
          "montag",
          "dienstag",
          "mittwoch",
          "donnerstag",
          "freitag",
          "samstag",
          "sonntag",
          "lundi",
          "mardi",
          "mercredi",
          "jeudi",
          "vendredi",
          "samedi",
          "dimanche",
          "lunes",
          "martes",
          "mi\u00e9rcoles",
          "jueves",
          "viernes",
          "domingo");

  private static final Set<String> FILLERS =
      Set.of(
          "at", "on", "of", "the", "and", "am", "pm", "a.m", "p.m", "am.", "gmt", "utc", "bst",
          "cet", "cest", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst",
          "pdt", "ist", "jst", "aest", "date", "time", "h", "uhr", "de", "le", "el", "den", "der",
          "um", "local", "eastern", "central", "pacific", "first", "th", "st", "nd", "rd");

  private static final Set<String> STAMPS =
      Set.of(
          "published",
          "updated",
          "posted",
          "modified",
          "last",
          "edited",
          "created",
          "revised",
          "released",
          "issued",
          "ver\u00f6ffentlicht",
          "aktualisiert",
          "publi\u00e9",
          "publicado",
          "actualizado");

  private static final Set<String> AGES =
      Set.of(
          "ago",
          "min",
          "mins",
          "minute",
          "minutes",
          "hour",
          "hours",
          "hr",
          "hrs",
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "year",
          "years",
          "read",
          "reading",
          "yesterday",
          "today");

  private static final Set<String> ROLES =
      Set.of(
          "staff",
          "writer",
          "writers",
          "reporter",
          "reporters",
          "correspondent",
          "correspondents",
          "editor",
          "editors",
          "contributor",
          "contributors",
          "columnist",
          "senior",
          "chief",
          "associate",
          "political",
          "science",
          "business",
          "sports",
          "technology",
          "health",
          "special",
          "news",
          "guest",
          "author",
          "bureau",
          "managing",
          "deputy",
          "foreign",
          "national",
          "international",
          "agencies",
          "agency",
          "desk",
          "team",
          "media",
          "press");

  /** What a line about an author's post ends with. */
  private static final Set<String> POSTS =
      Set.of(
          "staff",
          "writer",
          "writers",
          "reporter",
          "reporters",
          "correspondent",
          "correspondents",
          "editor",
          "editors",
          "contributor",
          "contributors",
          "columnist",
          "critic",
          "photographer",
          "journalist",
          "producer",
          "agencies",
          "desk");

  private static final int LONGEST_KICKER = 45;

  private static final Set<String> PARTICLES =
      Set.of(
          "and", "&", "of", "for", "the", "with", "in", "at", "on", "de", "van", "von", "der",
          "den", "la", "le", "al", "bin", "ibn", "el", "da", "di", "dos", "du", "y", "e", "|", "-",
          "/", "\u2022", "\u00b7", "to");

  private static final Set<String> BY =
      Set.of("by", "by:", "par", "por", "von", "door", "author", "author:", "authors:", "words");

  private HeaderLine() {}

  /** Whether a plain, lower-case line is a date, a time or an age, with nothing else of weight. */
  static boolean isDate(String line) {
    if (line.length() > 100 || line.indexOf('?') >= 0 || line.indexOf('!') >= 0) {
      return false;
    }
    int months = 0;
    boolean weekday = false;
    boolean number = false;
    boolean numeric = false;
    boolean age = false;
    boolean stamp = false;
    int i = 0;
    while (i < line.length()) {
      int j = wordEnd(line, i);
      if (j == i) {
        i++;
        continue;
      }
      String word = strip(line, i, j);
      i = j;
      if (word.isEmpty()) {
        continue;
      }
      if (Chars.isDigit(word.charAt(0))) {
        int kind = numberKind(word);
        if (kind < 0) {
          return false;
        }
        number = true;
        numeric |= kind == 2;
      } else if (MONTHS.contains(word)) {
        months++;
      } else if (WEEKDAYS.contains(word)) {
        weekday = true;
      } else if (STAMPS.contains(word)) {
        stamp = true;
      } else if (AGES.contains(word)) {
        age |= word.equals("ago") || word.startsWith("read");
      } else if (!FILLERS.contains(word)) {
        return false;
      }
    }
    if (months > 1 && !stamp) {
      return false;
    }
    return numeric
        || (months > 0 && number)
        || (age && number)
        || (weekday && number)
        || (stamp && number);
  }

  /** Returns 2 for a whole date, 1 for a number that a date may hold, -1 for another one. */
  private static int numberKind(String word) {
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

  private static String strip(String line, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Chars.isLetterOrDigit(line.charAt(start))) {
      start++;
    }
    while (end > start && !Chars.isLetterOrDigit(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  /** Whether a line names the author after "By", also without the space between. */
  static boolean isByline(String text, int start, int end) {
    if (end - start > 120 || end - start < 5) {
      return false;
    }
    int space = start;
    while (space < end && !Chars.isBlank(text.charAt(space))) {
      space++;
    }
    String first = LineRules.plain(text, start, space);
    int names;
    if (BY.contains(first) && space < end) {
      names = space;
    } else if (text.startsWith("By", start) && Chars.isUpper(text.charAt(start + 2))) {
      names = start + 2;
    } else {
      return false;
    }
    return isNames(text, names, end, !first.startsWith("by"));
  }

  /** Whether a plain, lower-case line is an author's post: "science correspondent". */
  static boolean isRole(String line) {
    if (line.length() > 60) {
      return false;
    }
    for (int i = 0; i < line.length(); i++) {
      if (!Chars.isLetter(line.charAt(i)) && " &,'-".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    String[] words = line.split("[ ,]+");
    return words.length <= 6 && POSTS.contains(words[words.length - 1]);
  }

  /**
   * Whether a line could be the name of a site, a section or a series: a few words, each with a
   * capital unless it is a small one, and no signs but those that names have.
   */
  static boolean isKicker(String text, int start, int end) {
    return isTitleCase(text, start, end, 5);
  }

  /** Whether a line is names with signs such as a bullet between them. */
  static boolean isBar(String text, int start, int end) {
    return judgeBar(text, start, end, 4) >= 1;
  }

  /** Whether a line is names, dates and buttons with signs between them, and not names only. */
  static boolean isDatedBar(String text, int start, int end) {
    return judgeBar(text, start, end, 3) == 2;
  }

  /** Returns 2 for a bar with a date or button, 1 for one of names, 0 for another line. */
  private static int judgeBar(String text, int start, int end, int words) {
    if (end - start > 120) {
      return 0;
    }
    int parts = 0;
    boolean more = false;
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || isBarSign(text, start, end, i)) {
        int a = from;
        int b = i;
        while (a < b && Chars.isBlank(text.charAt(a))) {
          a++;
        }
        while (b > a && Chars.isBlank(text.charAt(b - 1))) {
          b--;
        }
        from = i + 1;
        if (a == b) {
          continue;
        }
        String plain = LineRules.plain(text, a, b);
        parts++;
        if (isDate(plain) || LineRules.isNavigation(plain) || LineRules.of(plain) != null) {
          more = true;
        } else if (!isTitleCase(text, a, b, words)) {
          return 0;
        }
      }
    }
    return parts < 2 ? 0 : more ? 2 : 1;
  }

  private static boolean isBarSign(String text, int start, int end, int i) {
    char c = text.charAt(i);
    return "\u2022\u00b7|\u203A\u00bb>/".indexOf(c) >= 0
        && (i == start || Chars.isBlank(text.charAt(i - 1)))
        && i + 1 < end
        && Chars.isBlank(text.charAt(i + 1));
  }

  private static boolean isTitleCase(String text, int start, int end, int most) {
    if (end - start > LONGEST_KICKER || !Chars.isLetterOrDigit(text.charAt(end - 1))) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    boolean opens = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isBlank(c)) {
        opens = true;
      } else if (!Chars.isLetterOrDigit(c) && "&-'\u2019+".indexOf(c) < 0) {
        return false;
      } else if (opens) {
        opens = false;
        words++;
        if (Chars.isUpper(c)) {
          capitals++;
        } else if (Chars.isLower(c)) {
          int j = i;
          while (j < end && !Chars.isBlank(text.charAt(j))) {
            j++;
          }
          if (words == 1 || !PARTICLES.contains(text.substring(i, j))) {
            return false;
          }
        }
      }
    }
    return capitals > 0 && words <= most;
  }

  /** Whether a line is an author's name and role, without "By". */
  static boolean isNameWithRole(String text, int start, int end) {
    if (end - start > 80) {
      return false;
    }
    String plain = LineRules.plain(text, start, end);
    boolean role = false;
    for (String word : plain.split("[ ,|]+")) {
      role |= ROLES.contains(word);
    }
    return role && plain.indexOf(',') > 0 && isNames(text, start, end, true);
  }

  /** Whether a line is two to four capitalised words, as a person's name is. */
  static boolean isName(String text, int start, int end) {
    if (end - start > 50 || text.startsWith("The ", start)) {
      return false;
    }
    boolean small = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      small |= Chars.isLower(c);
      if (!Chars.isLetter(c) && " .-'\u2019".indexOf(c) < 0) {
        return false;
      }
    }
    return small && isNames(text, start, end, true);
  }

  private static boolean isNames(String text, int start, int end, boolean few) {
    char last = text.charAt(end - 1);
    if (last == '?' || last == '!' || last == ':' || last == ';' || last == '"') {
      return false;
    }
    int capitals = 0;
    int words = 0;
    boolean firstWord = true;
    int i = start;
    while (i < end) {
      while (i < end && (Chars.isBlank(text.charAt(i)) || ",|()".indexOf(text.charAt(i)) >= 0)) {
        i++;
      }
      if (i >= end) {
        break;
      }
      int j = i;
      while (j < end && !Chars.isBlank(text.charAt(j)) && ",|()".indexOf(text.charAt(j)) < 0) {
        j++;
      }
      String word = LineRules.plain(text, i, j);
      String bare = strip(word, 0, word.length());
      boolean capital = Chars.isUpper(text.charAt(i));
      if (firstWord && (!capital || MONTHS.contains(bare) || WEEKDAYS.contains(bare))) {
        // "the Associated Press", but not "by Friday".
        if (!word.equals("the")) {
          return false;
        }
      }
      if (capital && Chars.isLetter(text.charAt(i))) {
        capitals++;
        // A full stop belongs to initials and titles only.
        if (word.endsWith(".") && word.length() > 4) {
          return false;
        }
      } else if (!PARTICLES.contains(word)
          && !ROLES.contains(bare)
          && !FILLERS.contains(bare)
          && !STAMPS.contains(bare)
          && word.indexOf('@') < 0
          && !(Chars.isDigit(word.charAt(0)) && numberKind(bare) > 0)) {
        return false;
      }
      words++;
      firstWord = false;
      i = j;
    }
    return capitals >= 1 && words <= (few ? 5 : 14) && (!few || capitals >= 2);
  }
}
