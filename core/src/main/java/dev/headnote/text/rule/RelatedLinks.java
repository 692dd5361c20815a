package dev.headnote.text.rule;

import dev.headnote.text.chars.Chars;
import java.util.Set;

/** Recognises plain lines that lead to other articles. */
public final class RelatedLinks {

  private static final Set<String> NEEDS_LINK = PhraseLists.set("related-with-link");
  private static final Set<String> RELATED = PhraseLists.set("related", "related-with-link");
  private static final Set<String> LIST_NOUNS = PhraseLists.set("list-noun");
  private static final Set<String> LIST_WORDS = PhraseLists.set("list-word");
  private static final String READ_MORE = "read more";

  /** Stands over links, but guides advise so, too: "Don't miss: the lookout above the bay." */
  private static final String ADVICE = "don't miss";

  private static final int LONGEST_WITH_ADDRESS = 160;
  private static final int LONGEST_LABELLED = 250;
  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_MORE = 70;
  private static final int LONGEST_LIST_LABEL = 60;
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_IN_BRACKETS = 160;

  /** Spaces between brackets, with those beside them; fewer may be a stage direction. */
  private static final int FEWEST_IN_BRACKETS = 5;

  private static final Affixes STARTS = PhraseLists.starts("related", "related-with-link");

  private static final Affixes MORE_ENDS = PhraseLists.ends("more-end");
  private static final Affixes MORE_STARTS = PhraseLists.starts("more-start");

  private RelatedLinks() {}

  /**
   * Whether a line is a link to another article.
   *
   * @param bare its label
   */
  static boolean isLink(String line, String bare) {
    if (isMoreFrom(bare) || (isListLabel(line, bare) && !NEEDS_LINK.contains(bare))) {
      return !line.endsWith(".");
    }
    if (isInBrackets(line) || isSpokenList(line) || isCountOfRelated(bare)) {
      return true;
    }
    if (line.startsWith("http") && line.indexOf(' ') < 0) {
      return line.startsWith("http://") || line.startsWith("https://");
    }
    if (line.startsWith("more ") && line.contains(": http")) {
      return line.length() <= LONGEST_WITH_ADDRESS;
    }
    if (RELATED.contains(bare)) {
      return !NEEDS_LINK.contains(bare) || bare.length() + 1 < line.length();
    }
    if (line.length() > LONGEST_LABELLED) {
      return false;
    }
    int colon = line.indexOf(':');
    if (colon > 0
        && colon <= LONGEST_LABEL
        && !line.endsWith(".")
        && isOffer(line, PlainLine.label(line.substring(0, colon)))) {
      return true;
    }
    // Behind the sign stands a blank.
    int sign = bare.length() - READ_MORE.length() - 2;
    if (sign > 0 && bare.endsWith(READ_MORE) && "|>\u00bb-:".indexOf(bare.charAt(sign)) >= 0) {
      return true;
    }
    return isLabelled(line);
  }

  /** Whether a line is a label such as "Related" and, behind a sign, a title. */
  private static boolean isLabelled(String line) {
    int start = PlainLine.wordStart(line);
    if (PlainLine.hasQuoteBefore(line, start) || STARTS.of(line, start) == null) {
      return false;
    }
    int sign = start;
    while (sign < line.length() && ":|>\u00bb\u203A\u2192".indexOf(line.charAt(sign)) < 0) {
      if (sign - start > LONGEST_WORD) {
        return false;
      }
      sign++;
    }
    String label = line.substring(start, sign).strip();
    // A whole sentence after a label that is also a plain word may well be the author's.
    return sign < line.length()
        && RELATED.contains(label)
        && (!line.endsWith(".") || (!NEEDS_LINK.contains(label) && !label.equals(ADVICE)));
  }

  /** Whether a line is a title between brackets with spaces: "[ Farmer finds his own gate ]". */
  private static boolean isInBrackets(String line) {
    return line.startsWith("[ ")
        && line.endsWith(" ]")
        && line.length() <= LONGEST_IN_BRACKETS
        && PlainLine.count(line, " ") >= FEWEST_IN_BRACKETS;
  }

  /** Whether a line is what screen readers are told of a list: "list 2 of 3Who pays for it?". */
  private static boolean isSpokenList(String line) {
    if (!line.startsWith("list ")) {
      return line.equals("end of list");
    }
    int number = line.startsWith("of ", 5) ? 8 : 5;
    return number < line.length()
        && Chars.isDigit(line.charAt(number))
        && (number == 8
            ? line.endsWith(" items") || line.endsWith(" item")
            : line.startsWith(" of ", 6));
  }

  /** Whether a line is a word that stands over links, but also over parts of a text. */
  public static boolean isLabelOfLinks(String line) {
    return NEEDS_LINK.contains(PlainLine.label(line));
  }

  /** Whether a line is a label over links, with no link in it. */
  public static boolean isRelatedLabel(String line) {
    String bare = PlainLine.label(withoutRemark(line));
    return RELATED.contains(bare)
        || isMoreFrom(bare)
        || isListLabel(line, bare)
        || isCountOfRelated(bare);
  }

  /** Whether words are a number and "related". */
  private static boolean isCountOfRelated(String bare) {
    return bare.endsWith(" related")
        && bare.length() <= " related".length() + 2
        && Chars.isDigit(bare.charAt(0));
  }

  /** Cuts what stands in brackets behind a label's colon. */
  private static String withoutRemark(String line) {
    int open = line.endsWith(")") ? line.indexOf(": (") : -1;
    return open < 0 ? line : line.substring(0, open);
  }

  /** Whether a line is made of words such as "top", "latest" and "stories", and no others. */
  private static boolean isListLabel(String line, String bare) {
    return !line.endsWith(".") && listNouns(bare) > 0;
  }

  /** Whether words before a colon, such as "You can also read", offer what stands behind it. */
  private static boolean isOffer(String line, String label) {
    return label.indexOf(' ') > 0
        && listNouns(label) >= 0
        && (label.contains("also")
            || label.contains("more")
            || label.contains("read")
            || label.contains("watch")
            || label.contains("news")
            || label.contains("stor"))
        && !PlainLine.reports(line);
  }

  /**
   * Returns how many words such as "stories" stand in a label of two words or more that has none
   * but those and words such as "latest", else -1.
   */
  private static int listNouns(String bare) {
    if (bare.length() > LONGEST_LIST_LABEL || bare.isEmpty()) {
      return -1;
    }
    int nouns = 0;
    int words = 0;
    int start = 0;
    while (start < bare.length()) {
      int space = bare.indexOf(' ', start);
      int end = space < 0 ? bare.length() : space;
      String word = bare.substring(start, end);
      boolean list = LIST_NOUNS.contains(word);
      if (!list && !LIST_WORDS.contains(word)) {
        return -1;
      }
      nouns += list ? 1 : 0;
      words++;
      start = end + 1;
    }
    return words >= 2 ? nouns : -1;
  }

  /** Whether a line is a label such as "More cakes to try:" or "You'll love these posts:". */
  public static boolean isMoreOfThem(String line) {
    return MORE_ENDS.isIn(line)
        || (line.startsWith("more ") && line.endsWith(":") && PlainLine.count(line, " ") <= 4);
  }

  /** Whether words are a label such as "More from the Gazette" or "Most read in Soaps". */
  private static boolean isMoreFrom(String bare) {
    return bare.length() <= LONGEST_MORE
        && MORE_STARTS.isIn(bare)
        && bare.indexOf('.') < 0
        && bare.indexOf(':') < 0
        && bare.indexOf(',') < 0
        && PlainLine.count(bare, " ") <= 8;
  }
}
