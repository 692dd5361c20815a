package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;

/**
 * Recognises whose picture a caption is of by the capitals of its last words, in the text as it is
 * written.
 */
public final class Credits {

  private static final int LONGEST_CREDITED = 250;
  private static final int LONGEST_OWNER = 50;
  private static final int SHORTEST_BEFORE_OWNER = 10;
  private static final int LONGEST_IN_BRACKETS = 70;
  private static final int SHORTEST_CAPTION = 20;
  private static final int MOST_OWNER_WORDS = 5;

  /** What the names of those end with who sell or lend pictures. */
  private static final String[] AGENCIES =
      ("Images Pictures Photos Photo Photography Ltd Archive Archives"
              + " Library Media Press Collection Agency")
          .split(" ");

  private static final String SIGNS = "|\u2022\u00b7\u00a9/";

  private Credits() {}

  /** Whether a line without a full stop ends with the owner of a picture. */
  public static boolean endsWithOwner(ClassedText text, int start, int end) {
    if (end - start > LONGEST_CREDITED) {
      return false;
    }
    char last = text.at(end - 1);
    if (last == ')' || last == ']') {
      return endsWithNames(text, start, end - 1, last == ')' ? '(' : '[');
    }
    return text.isLetter(end - 1)
        && (endsInCapitals(text, start, end)
            || endsWithAgency(text, start, end)
            || isVia(text, start, end));
  }

  /**
   * Whether a line ends with a name and little else: "It rained. ANN LEE", "It rained | A. Lee/PA".
   */
  private static boolean endsInCapitals(ClassedText text, int start, int end) {
    int words = 1;
    int upper = 0;
    int small = 0;
    boolean slash = false;
    int stop = Math.max(start, end - LONGEST_OWNER);
    int i = end - 1;
    while (i >= stop && (text.isLetter(i) || " /-'&".indexOf(text.at(i)) >= 0)) {
      boolean opens = i == start || !text.isLetter(i - 1);
      words += text.isBlank(i) ? 1 : 0;
      upper += text.isUpper(i) ? 1 : 0;
      small += text.isLower(i) ? 1 : 0;
      slash |= text.at(i) == '/' && !opens && text.isUpper(i + 1);
      // A dash between spaces parts sentences, not names.
      boolean dash =
          text.at(i) == '-' && i > start && (text.at(i - 1) == '-' || text.isBlank(i - 1));
      if ((opens && text.isLower(i)) || dash) {
        return false;
      }
      i--;
    }
    if (i < start) {
      return slash && words >= 2 && end - start <= LONGEST_OWNER;
    }
    if (i < start + SHORTEST_BEFORE_OWNER) {
      return false;
    }
    char before = text.at(i);
    if (before == '|') {
      return slash || small == 0;
    }
    if (before == '.' && slash && words >= 3) {
      return true;
    }
    return before == '.'
        && small == 0
        && upper > 3
        && (words >= 3 || slash)
        && hasSmallLetter(text, start, i)
        && !endsSentence(text, start, i);
  }

  /** Whether a part of a line has a small letter. Without one, capitals mark no name. */
  private static boolean hasSmallLetter(ClassedText text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.isLower(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence ends inside a part of a line: an article's may end in capitals. */
  private static boolean endsSentence(ClassedText text, int start, int end) {
    for (int i = start; i + 2 < end; i++) {
      if (text.isTerminal(i) && text.isBlank(i + 1) && text.isUpper(i + 2)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a caption ends with "(ABX News: Ann Lee)". */
  private static boolean endsWithNames(ClassedText text, int start, int close, char bracket) {
    int open = close - 1;
    while (open > start && text.at(open) != bracket) {
      open--;
    }
    if (open < start + SHORTEST_CAPTION || close - open > LONGEST_IN_BRACKETS) {
      return false;
    }
    int sign = open + 1;
    while (sign < close && ":|/".indexOf(text.at(sign)) < 0) {
      sign++;
    }
    int owner = sign + 1;
    while (owner < close && text.at(owner) == ' ') {
      owner++;
    }
    int name = sign;
    while (name > open && text.at(name - 1) == ' ') {
      name--;
    }
    boolean apart = text.at(sign) != '/' || owner == sign + 1 || name < sign;
    return owner < close && apart && isName(text, open + 1, name) && isName(text, owner, close);
  }

  /** Whether the last words, behind a sign, are the name of an agency. */
  private static boolean endsWithAgency(ClassedText text, int start, int end) {
    int word = end;
    while (word > start && text.at(word - 1) != ' ') {
      word--;
    }
    if (!text.isUpper(word)) {
      return false;
    }
    boolean agency = false;
    for (String name : AGENCIES) {
      agency |= word + name.length() == end && text.string().startsWith(name, word);
    }
    if (!agency) {
      return false;
    }
    int sign = word;
    while (sign > start && SIGNS.indexOf(text.at(sign)) < 0) {
      sign--;
    }
    int name = text.skipBlank(sign + 1, end);
    return sign >= start + SHORTEST_CAPTION && isName(text, name, end);
  }

  /** Whether a line is a user's or an agency's name, and "via" and another. */
  private static boolean isVia(ClassedText text, int start, int end) {
    boolean slash = false;
    int space = start;
    while (space < end && text.at(space) != ' ') {
      slash |= text.at(space) == '/';
      space++;
    }
    return slash && text.string().startsWith(" via ", space) && isName(text, space + 5, end);
  }

  /** Whether each of a few words begins with a capital. */
  private static boolean isName(ClassedText text, int start, int end) {
    int words = 0;
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      boolean opens = i == start || text.isBlank(i - 1);
      if ((opens && !text.isUpper(i))
          || (c == '.' && i > start + 1 && text.isLetter(i - 2))
          || !(text.isLetter(i) || c == ' ' || c == '.' || c == '-' || c == '\'' || c == '/')) {
        return false;
      }
      words += opens ? 1 : 0;
    }
    return words > 0 && words <= MOST_OWNER_WORDS;
  }
}
