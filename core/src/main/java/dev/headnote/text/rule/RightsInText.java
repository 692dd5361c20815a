package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;
import java.util.List;
import java.util.Set;

/**
 * Finds notices on rights in one line with a text: before it, "(C) 2016 Example Ltd. All rights
 * reserved. We show that it holds.", or behind it, as abstracts from publishers have them. Tells
 * sentences on rights from notices, too.
 */
public final class RightsInText {

  private static final String COPYRIGHT = "copyright";
  private static final String SIGN = "(c)";

  /** What a sentence behind a notice says that belongs to it. */
  private static final List<String> TERMS =
      List.of(
          "consent of",
          "permission of",
          "property of",
          "prohibited",
          "distributed by",
          "disclaimer",
          "terms of use");

  /** How far from a line's beginning a notice before a text may end. */
  private static final int LONGEST_OPENING = 160;

  private static final int LONGEST_CLOSING = 250;

  /** Less than this beside a notice, such as a publisher's name, belongs to it. */
  private static final int SHORTEST_TEXT = 60;

  private static final int YEAR_DIGITS = 4;

  /** What stands before a year in which something happened. */
  private static final Set<String> BEFORE_DATES =
      Set.of("in", "of", "since", "from", "by", "until", "before", "after", "to", "and", "or");

  private RightsInText() {}

  /**
   * Whether a line goes on in small letters where a notice names an owner, "Copyright law in 1961
   * gave heirs fifty years.", or right behind a name, "Copyright Tribunal ruled in 2019.".
   */
  public static boolean isSentence(ClassedText text, int start, int end) {
    int owner = start;
    for (int next = pass(text, owner, end); next > owner; next = pass(text, owner, end)) {
      owner = next;
    }
    if (owner == start || owner == end || !text.isTerminal(end - 1)) {
      return false;
    }
    int word = owner;
    if (isAt(text, COPYRIGHT + ' ', start) && owner == start + COPYRIGHT.length() + 1) {
      word = behindName(text, owner, end);
    }
    return word < end
        && text.isLower(word)
        && goesOn(text, word, end)
        && (word == owner || !endsWithOwnYear(text, word, end));
  }

  /** Returns where the words begin that follow a name, such as "Office of the United States". */
  private static int behindName(ClassedText text, int name, int end) {
    int word = name;
    while (word < end && (text.isUpper(word) || (word > name && joinsNames(text, word, end)))) {
      int stop = text.nextBlank(word, end);
      if (!text.isLetterOrDigit(stop - 1)) {
        return end;
      }
      word = text.skipBlank(stop, end);
    }
    // "Copyright Holm Gazette and contributors 2016."
    return word > name && text.string().startsWith("and ", word) ? end : word;
  }

  private static boolean joinsNames(ClassedText text, int word, int end) {
    int kind = HeaderWords.find(text.string(), word, text.nextBlank(word, end));
    return (kind & HeaderWords.PARTICLE) != 0 && !text.string().startsWith("and ", word);
  }

  /**
   * Whether a line ends with a notice's year, "Copyright Ann Lee unless otherwise stated 2020.",
   * and not with when something happened, "in 2019." or "on 4 May 2019.".
   */
  private static boolean endsWithOwnYear(ClassedText text, int start, int end) {
    int year = end - 1 - YEAR_DIGITS;
    if (year <= start || !isYear(text, year, end) || !text.isBlank(year - 1)) {
      return false;
    }
    int stop = text.inkEnd(start, year);
    int word = stop;
    while (word > start && !text.isBlank(word - 1)) {
      word--;
    }
    String before = PlainLine.label(PlainLine.of(text.string(), word, stop));
    return !BEFORE_DATES.contains(before)
        && (HeaderWords.find(before, 0, before.length()) & HeaderWords.MONTH) == 0;
  }

  /** Whether words in small letters are no part of a notice, as they are in "© the author". */
  private static boolean goesOn(ClassedText text, int start, int end) {
    String word = text.string().substring(start, text.nextBlank(start, end));
    return switch (word) {
      // "(c) 2016 by Ann Lee", "© 2016 example.com".
      case "by", "the", "of", "to" -> false;
      default ->
          word.substring(0, word.length() - 1).indexOf('.') < 0
              && indexOfReserved(text, start, end) < 0;
    };
  }

  /** Returns where what stands before an owner ends that begins at {@code i}, or {@code i}. */
  private static int pass(ClassedText text, int i, int end) {
    if (i == end) {
      return i;
    }
    for (String word : new String[] {COPYRIGHT, Rights.RESERVED, SIGN}) {
      if (isAt(text, word, i)) {
        return Math.min(end, i + word.length());
      }
    }
    char c = text.at(i);
    return text.isBlank(i) || text.isDigit(i) || c == '\u00a9' || ",:-\u2013".indexOf(c) >= 0
        ? i + 1
        : i;
  }

  /** Returns where the notice ends that a line begins with, or -1 if no text is behind one. */
  public static int openingEnd(ClassedText text, int start, int end) {
    if (text.at(start) != '\u00a9' && !isAt(text, SIGN, start) && !isAt(text, COPYRIGHT, start)) {
      return -1;
    }
    int reserved = indexOfReserved(text, start, Math.min(end, start + LONGEST_OPENING));
    int stop = reserved + Rights.RESERVED.length();
    int rest = stop + 2;
    if (reserved < 0
        || rest + SHORTEST_TEXT > end
        || text.at(stop) != '.'
        || !text.isBlank(stop + 1)
        || !text.isTerminal(end - 1)) {
      return -1;
    }
    String behind = PlainLine.of(text.string(), rest, end);
    return !PlainLine.holdsAny(behind, TERMS) && LineRules.of(behind) == null ? stop + 1 : -1;
  }

  private static int indexOfReserved(ClassedText text, int from, int to) {
    for (int i = from; i + Rights.RESERVED.length() <= to; i++) {
      if (isAt(text, Rights.RESERVED, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns where the notice at the end of a line begins, or -1 if there is none behind a text. */
  public static int closingStart(ClassedText text, int start, int end) {
    for (int i = Math.max(start + SHORTEST_TEXT, end - LONGEST_CLOSING); i < end; i++) {
      int year = behindSign(text, i, end);
      if (year >= 0 && isYear(text, year, end) && mayBeOwner(text, year + YEAR_DIGITS, end)) {
        int word = i - COPYRIGHT.length() - 1;
        int notice = word >= 0 && isAt(text, COPYRIGHT + ' ', word) ? word : i;
        if (isBehindSentence(text, start, notice)) {
          return notice;
        }
      }
    }
    return -1;
  }

  /** Returns what follows a sign at {@code i} and its blanks, or -1 where none is. */
  private static int behindSign(ClassedText text, int i, int end) {
    if (text.at(i) == '\u00a9') {
      return text.skipBlank(i + 1, end);
    }
    boolean sign = text.at(i) == '(' && isAt(text, SIGN, i);
    return sign ? text.skipBlank(i + SIGN.length(), end) : -1;
  }

  private static boolean isYear(ClassedText text, int start, int end) {
    int stop = start + YEAR_DIGITS;
    return stop <= end && PlainLine.hasYear(text.string().substring(start, stop));
  }

  /** Whether an owner may follow a year: "(c) 2000 shares of stock" is an item of a contract. */
  private static boolean mayBeOwner(ClassedText text, int from, int end) {
    int owner = text.skipBlank(from, end);
    return owner == end
        || !text.isLower(owner)
        || text.string().startsWith("by ", owner)
        || text.string().startsWith("the ", owner);
  }

  /** Whether the end of a sentence stands before a notice, and enough of it. */
  private static boolean isBehindSentence(ClassedText text, int start, int notice) {
    int stop = text.inkEnd(start, notice);
    return stop < notice && stop - 1 - start >= SHORTEST_TEXT && text.isTerminal(stop - 1);
  }

  private static boolean isAt(ClassedText text, String words, int at) {
    return text.string().regionMatches(true, at, words, 0, words.length());
  }
}
