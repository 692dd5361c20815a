package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import dev.headnote.text.chars.ClassedText;
import java.util.List;

/** Recognises lines that hold nothing but who wrote the article. */
public final class Byline {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 120;
  private static final int LONGEST_OURS = 50;
  private static final int LONGEST_NOTE = 250;
  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_NAME_WITH_MORE = 70;
  private static final int LONGEST_NAME_WITH_ROLE = 80;
  private static final int LONGEST_ROLE = 60;
  private static final int MOST_ROLE_WORDS = 6;
  private static final int MOST_WORDS = 14;

  /** Of names without "By", of which at least two begin with a capital. */
  private static final int MOST_BARE_WORDS = 5;

  private static final int FEWEST_BARE_CAPITALS = 2;

  /** What parts names from each other and from what stands beside them. */
  private static final String SIGNS = ",|()";

  /** What follows who somebody is. */
  private static final List<String> BEHIND_NAME = List.of(" a ", " an ", " the ", " who ");

  /** What follows an author's name where a line tells of the author. */
  private static final List<String> TELLS =
      List.of(" is a ", " is an ", " is the ", " writes ", " covers ", " reports ");

  private Byline() {}

  /** Whether a text names the author after "By", and nothing else. */
  public static boolean isByline(String text) {
    return isByline(new ClassedText(text), 0, text.length());
  }

  /** Whether a line names the author after "By", also without the space between. */
  public static boolean isByline(ClassedText text, int start, int end) {
    if (end - start > LONGEST || end - start < SHORTEST) {
      return false;
    }
    int space = text.nextBlank(start, end);
    String first = PlainLine.of(text.string(), start, space);
    if (first.equals("words:")) {
      first = "words";
    }
    if (first.equals("from") && isOurs(PlainLine.of(text.string(), start, end))) {
      return true;
    }
    int kind = HeaderWords.find(first, 0, first.length());
    boolean by = (kind & HeaderWords.BY) != 0;
    if (!by && (kind & HeaderWords.WORK) != 0) {
      // "Opinion by", "Photographs by".
      int next = space + 1;
      int stop = text.nextBlank(next, end);
      boolean colon = stop - next == 3 && text.at(stop - 1) == ':';
      if ((stop - next == 2 || colon) && text.string().regionMatches(true, next, "by", 0, 2)) {
        return stop < end && isNames(text, stop, end, false);
      }
    }
    int names;
    if (by && space < end) {
      names = space;
    } else if (text.string().startsWith("By", start) && text.isUpper(start + 2)) {
      names = start + 2;
    } else {
      return false;
    }
    return isNames(text, names, end, !first.startsWith("by"));
  }

  /** Whether a line names the author after "By" and goes on to say who that is. */
  public static boolean isNoteBehindBy(ClassedText text, int start, int end) {
    int comma = text.next(',', start, end);
    return end - start <= LONGEST_NOTE
        && comma < end
        && isByline(text, start, comma)
        && startsWithAny(text.string(), comma + 1, BEHIND_NAME);
  }

  private static boolean startsWithAny(String text, int at, List<String> parts) {
    for (String part : parts) {
      if (text.startsWith(part, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a plain line is "from our correspondent" or the like. */
  private static boolean isOurs(String line) {
    int last = line.lastIndexOf(' ') + 1;
    return line.startsWith("from our ")
        && line.length() <= LONGEST_OURS
        && (HeaderWords.find(line, last, line.length()) & HeaderWords.POST) != 0;
  }

  /** Whether a line is names and posts, or a name and a place, and nothing else. */
  public static boolean isNamesWithMore(ClassedText text, int start, int end) {
    int space = text.string().indexOf(' ', start);
    return end - start <= LONGEST_NAME_WITH_MORE
        && space > start
        && space + 1 < end
        && text.isUpper(space + 1)
        && text.isLetterOrDigit(end - 1)
        && isNames(text, start, end, false);
  }

  /** Returns the first two words of the names in a plain byline, or an empty string. */
  public static String firstName(String byline) {
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
  public static boolean isNote(String line, int from) {
    return PlainLine.holdsAny(line.substring(from), TELLS);
  }

  /** Whether a plain, lower-case line is an author's post: "science correspondent". */
  public static boolean isRole(String line) {
    if (line.length() > LONGEST_ROLE) {
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
    return words <= MOST_ROLE_WORDS && (HeaderWords.find(line, last, end) & HeaderWords.POST) != 0;
  }

  /** Whether a line is an author's name and role, without "By". */
  public static boolean isNameWithRole(ClassedText text, int start, int end) {
    if (end - start > LONGEST_NAME_WITH_ROLE) {
      return false;
    }
    String plain = PlainLine.of(text.string(), start, end);
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
  public static boolean isName(String text) {
    return isName(new ClassedText(text), 0, text.length());
  }

  /** Whether a part of a text is two to four capitalised words. */
  public static boolean isName(ClassedText text, int start, int end) {
    if (end - start > LONGEST_NAME || text.string().startsWith("The ", start)) {
      return false;
    }
    boolean small = false;
    for (int i = start; i < end; i++) {
      small |= text.isLower(i);
      if (!text.isLetter(i) && " .-'\u2019".indexOf(text.at(i)) < 0) {
        return false;
      }
    }
    return small && isNames(text, start, end, true);
  }

  /**
   * Whether a part of a text is words such as names have, and nothing else.
   *
   * @param bare whether nothing before it says that it names somebody
   */
  private static boolean isNames(ClassedText text, int start, int end, boolean bare) {
    if ("?!:;\"".indexOf(text.at(end - 1)) >= 0) {
      return false;
    }
    int capitals = 0;
    int words = 0;
    int i = start;
    while (i < end) {
      int stop = i;
      while (stop < end && !isBetweenNames(text, stop)) {
        stop++;
      }
      if (stop > i) {
        boolean capital = text.isUpper(i);
        if (!mayBeOfNames(PlainLine.of(text.string(), i, stop), capital, words == 0)) {
          return false;
        }
        capitals += capital ? 1 : 0;
        words++;
      }
      i = stop + 1;
    }
    return bare
        ? words <= MOST_BARE_WORDS && capitals >= FEWEST_BARE_CAPITALS
        : words <= MOST_WORDS && capitals >= 1;
  }

  private static boolean isBetweenNames(ClassedText text, int i) {
    return text.isBlank(i) || SIGNS.indexOf(text.at(i)) >= 0;
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
