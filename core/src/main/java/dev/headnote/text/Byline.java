package dev.headnote.text;

/** Recognises lines that hold nothing but who wrote the article. */
final class Byline {

  private static final int LONGEST_NOTE = 250;

  private Byline() {}

  /** Whether a line names the author after "By", also without the space between. */
  static boolean isByline(String text, int start, int end) {
    if (end - start > 120 || end - start < 5) {
      return false;
    }
    int space = start;
    while (space < end && !Chars.isBlank(text.charAt(space))) {
      space++;
    }
    String first = PlainLine.of(text, start, space);
    if (first.equals("words:")) {
      first = "words";
    }
    if (first.equals("from") && isOurs(PlainLine.of(text, start, end))) {
      return true;
    }
    int names;
    boolean by = (HeaderWords.find(first, 0, first.length()) & HeaderWords.BY) != 0;
    if (!by && (HeaderWords.find(first, 0, first.length()) & HeaderWords.WORK) != 0) {
      // "Opinion by", "Photographs by".
      int next = space + 1;
      int stop = next;
      while (stop < end && !Chars.isBlank(text.charAt(stop))) {
        stop++;
      }
      boolean colon = stop - next == 3 && text.charAt(stop - 1) == ':';
      if ((stop - next == 2 || colon) && text.regionMatches(true, next, "by", 0, 2)) {
        return stop < end && isNames(text, stop, end, false);
      }
    }
    if (by && space < end) {
      names = space;
    } else if (text.startsWith("By", start) && Chars.isUpper(text.charAt(start + 2))) {
      names = start + 2;
    } else {
      return false;
    }
    return isNames(text, names, end, !first.startsWith("by"));
  }

  /** Whether a line names the author after "By" and goes on to say who that is. */
  static boolean isNoteBehindBy(String text, int start, int end) {
    int comma = text.indexOf(',', start);
    return end - start <= LONGEST_NOTE
        && comma > 0
        && comma < end
        && isByline(text, start, comma)
        && (text.startsWith(" a ", comma + 1)
            || text.startsWith(" an ", comma + 1)
            || text.startsWith(" the ", comma + 1)
            || text.startsWith(" who ", comma + 1));
  }

  /** Whether a plain line is "from our correspondent" or the like. */
  private static boolean isOurs(String line) {
    int last = line.lastIndexOf(' ') + 1;
    return line.startsWith("from our ")
        && line.length() <= 50
        && (HeaderWords.find(line, last, line.length()) & HeaderWords.POST) != 0;
  }

  /** Whether a line is names and posts, or a name and a place, and nothing else. */
  static boolean isNamesWithMore(String text, int start, int end) {
    int space = text.indexOf(' ', start);
    return end - start <= 70
        && space > start
        && space + 1 < end
        && Chars.isUpper(text.charAt(space + 1))
        && Chars.isLetterOrDigit(text.charAt(end - 1))
        && isNames(text, start, end, false);
  }

  /** Returns the first two words of the names in a plain byline, or an empty string. */
  static String firstName(String byline) {
    int start = 0;
    int by = byline.indexOf("by ");
    if (by >= 0 && (by == 0 || byline.charAt(by - 1) == ' ')) {
      start = by + 3;
    } else if (byline.startsWith("by")) {
      start = 2;
    }
    int end = byline.indexOf(' ', start);
    end = end < 0 ? -1 : end + 1;
    while (end > 0 && end < byline.length() && Chars.isLetter(byline.charAt(end))) {
      end++;
    }
    return end <= start ? "" : byline.substring(start, end);
  }

  /** Whether a plain line that begins with the author's name tells who that is. */
  static boolean isNote(String line, int from) {
    for (String tells :
        new String[] {" is a ", " is an ", " is the ", " writes ", " covers ", " reports "}) {
      if (line.indexOf(tells, from) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a plain, lower-case line is an author's post: "science correspondent". */
  static boolean isRole(String line) {
    if (line.length() > 60) {
      return false;
    }
    int words = 0;
    int last = 0;
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!Chars.isLetter(c) && " &,'-".indexOf(c) < 0) {
        return false;
      }
      if (c != ' ' && c != ',') {
        if (i == 0 || i > end) {
          words++;
          last = i;
        }
        end = i + 1;
      }
    }
    return words <= 6 && (HeaderWords.find(line, last, end) & HeaderWords.POST) != 0;
  }

  /** Whether a line is an author's name and role, without "By". */
  static boolean isNameWithRole(String text, int start, int end) {
    if (end - start > 80) {
      return false;
    }
    String plain = PlainLine.of(text, start, end);
    return plain.indexOf(',') > 0 && holdsRole(plain) && isNames(text, start, end, true);
  }

  private static boolean holdsRole(String plain) {
    int from = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || " ,|".indexOf(plain.charAt(i)) >= 0) {
        if ((HeaderWords.find(plain, from, i) & HeaderWords.ROLE) != 0) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
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
      boolean capital = Chars.isUpper(text.charAt(i));
      if (!mayBeOfNames(PlainLine.of(text, i, j), capital, words == 0)) {
        return false;
      }
      capitals += capital ? 1 : 0;
      words++;
      i = j;
    }
    return capitals >= 1 && words <= (few ? 5 : 14) && (!few || capitals >= 2);
  }

  /** Whether a plain word may stand among names, as far as it and its first letter tell. */
  private static boolean mayBeOfNames(String word, boolean capital, boolean first) {
    String bare = PlainLine.bare(word);
    int kind = HeaderWords.find(bare, 0, bare.length());
    boolean day = (kind & (HeaderWords.MONTH | HeaderWords.WEEKDAY)) != 0;
    // "the Associated Press", but not "by Friday".
    if (first && (!capital || day) && !word.equals("the")) {
      return false;
    }
    if (capital) {
      // A full stop belongs to initials and titles only.
      return !word.endsWith(".") || word.length() <= 4;
    }
    return (HeaderWords.find(word, 0, word.length()) & HeaderWords.PARTICLE) != 0
        || (kind & (HeaderWords.ROLE | HeaderWords.FILLER | HeaderWords.STAMP)) != 0
        || word.indexOf('@') >= 0
        || (Chars.isDigit(word.charAt(0)) && DateHeader.numberKind(bare) > 0);
  }
}
