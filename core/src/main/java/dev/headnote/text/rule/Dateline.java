package dev.headnote.text.rule;

import dev.headnote.text.chars.ClassedText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the place and the news agency before an article's first sentence. The expressions are
 * only asked about the few lines that could match them, and look no further than {@value #LONGEST}
 * characters.
 */
public final class Dateline {

  private static final int LONGEST = 100;
  private static final int LONGEST_PLACE = 25;
  private static final int SHORTEST_SENTENCE = 60;

  private static final String DAY_FIRST = "(?:,? \\d{1,2} [A-Z][a-z]{2,8}\\.?(?:,? \\d{4})?)?";

  private static final String PLACE =
      "[A-Z][A-Za-z.'\\u2019-]{1,20}(?: [A-Z][A-Za-z.'\\u2019-]{1,20}){0,3}(?:,"
          + " ?[A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z.]{1,20}){0,3})?(?:, ?[A-Z][a-z]{2,8}\\.?"
          + " \\d{1,2}(?:, ?\\d{4})?)?"
          + DAY_FIRST;
  private static final String DASH = "(?:--|[-\\u2013\\u2014])";
  private static final String OPENING = "(?=[\\p{Lu}\"'\\u201C\\u2018(\\d])";

  private static final String CAPITALS_AND_DASH =
      "([A-Z][A-Z.' \\u2019-]{3,30})(?:, ?[A-Z][A-Za-z. ]{1,24})?(?:, ?[A-Z][a-z]{2,8}\\.?"
          + " \\d{1,2}(?:, ?\\d{4})?)?"
          + DAY_FIRST
          + "\\s?(?:\\([A-Z][A-Za-z0-9./& ]{1,30}\\))?\\s?"
          + DASH
          + "\\s{1,3}"
          + OPENING;

  private static final String AGENCY_AND_DASH =
      "(?:" + PLACE + "\\s)?\\([A-Z][A-Za-z/& ]{1,24}\\)\\s{0,2}" + DASH + "\\s{0,2}" + OPENING;

  private static final String AGENCY_ALONE =
      "(?:"
          + PLACE
          + "\\s)?\\((?:CNN|AP|AFP|UPI|DPA|dpa|PTI|ANI|IANS|EFE|ANSA|Reuters|Xinhua|Bloomberg|TASS|(?:[A-Z][A-Za-z]+"
          + " ){1,2}(?:News|Press|Business|Service|Agency))\\)\\s{0,2}"
          + OPENING;

  /** LONDON, Jan. 5 (Reuters) - ... Compiled at first use, as few texts have it. */
  private static final class Capitals {
    static final Pattern AND_DASH = Pattern.compile(CAPITALS_AND_DASH);
  }

  private static final class Agency {
    /** London, England (CNN) -- ... */
    static final Pattern AND_DASH = Pattern.compile(AGENCY_AND_DASH);

    /** What lost its dash: (CNN)The ... */
    static final Pattern ALONE = Pattern.compile(AGENCY_ALONE);
  }

  /** Words in capitals before a dash that are no places. */
  private static final Set<String> NO_PLACES =
      Set.of(
          ("FILE NOTE NOTES UPDATE WARNING BREAKING CORRECTION EXCLUSIVE FACTBOX ANALYSIS"
                  + " OPINION VIDEO WATCH PHOTOS ALERT SPOILER SPOILERS P.S. READ MORE BACKGROUND"
                  + " SUMMARY CONCLUSION INTRODUCTION QUESTION ANSWER ABSTRACT OBJECTIVE OVERVIEW"
                  + " PURPOSE REVIEW EDITORIAL EXPLAINER INTERVIEW TRANSCRIPT SUBJECT LISTEN UPDATED"
                  + " NASA")
              .split(" "));

  /** Words with which labels of links begin. */
  private static final Set<String> READ_LABELS =
      Set.of("ALSO READ MORE WATCH SEE RELATED NOTE PHOTO TAGS".split(" "));

  private Dateline() {}

  /**
   * Returns where the text of a line begins after its dateline, or -1 if it has none.
   *
   * @param first whether no other running text stands before the line
   */
  public static int end(ClassedText text, int start, int end, boolean first) {
    int stop = Math.min(end, start + LONGEST);
    if (mayBeCapitals(text, start, stop)) {
      Matcher matcher = Capitals.AND_DASH.matcher(text.string()).region(start, stop);
      if (matcher.lookingAt()) {
        return NO_PLACES.contains(matcher.group(1).strip()) ? -1 : matcher.end();
      }
    }
    if (first) {
      int colon = afterColon(text, start, stop);
      if (colon > 0 && end - colon >= SHORTEST_SENTENCE && !isOneOfLabels(text, end)) {
        return colon;
      }
    }
    if (mayHaveAgency(text, start, stop)) {
      Matcher matcher = Agency.AND_DASH.matcher(text.string()).region(start, stop);
      if (matcher.lookingAt()) {
        return matcher.end();
      }
      matcher.usePattern(Agency.ALONE).region(start, stop);
      if (first && matcher.lookingAt()) {
        return matcher.end();
      }
    }
    int found = text.isUpper(start) ? new PlaceAndDate(text, start, end).end(first) : -1;
    return found > 0 && NO_PLACES.contains(firstWord(text, start, found)) ? -1 : found;
  }

  private static String firstWord(ClassedText text, int start, int end) {
    int stop = start;
    while (stop < end && text.isLetter(stop)) {
      stop++;
    }
    return text.string().substring(start, stop).toUpperCase(Locale.ROOT);
  }

  /** Returns where the text begins after a place in capitals and a colon, or -1. */
  private static int afterColon(ClassedText text, int start, int stop) {
    int i = capitalsEnd(text, start, stop);
    if (i - start < 4 || i - start > LONGEST_PLACE || i + 2 >= stop || text.at(i) != ':') {
      return -1;
    }
    String place = text.string().substring(start, i);
    return text.isBlank(i + 1) && text.isUpper(i + 2) && !NO_PLACES.contains(place) ? i + 2 : -1;
  }

  private static int capitalsEnd(ClassedText text, int start, int stop) {
    int i = start;
    while (i < stop && (isCapital(text.at(i)) || text.at(i) == ' ' || text.at(i) == '-')) {
      i++;
    }
    return i;
  }

  /**
   * Whether lines below have labels in capitals, too: then each says who speaks, or who writes to
   * whom, as "WHITFIELD:" and "DEAR ABBY:" do.
   */
  private static boolean isOneOfLabels(ClassedText text, int from) {
    int line = text.skipBlank(from, text.length());
    while (line < text.length()) {
      if (afterColon(text, line, Math.min(text.length(), line + LONGEST)) > 0
          && !READ_LABELS.contains(firstWord(text, line, line + LONGEST_PLACE))) {
        return true;
      }
      int newline = text.nextNewline(line, text.length());
      line = text.skipBlank(newline, text.length());
    }
    return false;
  }

  /** Whether a line opens with capitals, as a place does. */
  private static boolean mayBeCapitals(ClassedText text, int start, int stop) {
    if (stop - start < 4 || !isCapital(text.at(start))) {
      return false;
    }
    for (int i = start + 1; i < start + 4; i++) {
      char c = text.at(i);
      if (!isCapital(c) && ".' \u2019-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but what a place is made of stands before an opening bracket and a name. */
  private static boolean mayHaveAgency(ClassedText text, int start, int stop) {
    int i = start;
    while (i < stop && text.at(i) != '(') {
      char c = text.at(i);
      boolean ofPlace =
          isCapital(c)
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == ' '
              || ".' \u2019-,\t".indexOf(c) >= 0;
      if (!ofPlace) {
        return false;
      }
      i++;
    }
    return i + 1 < stop && (isCapital(text.at(i + 1)) || text.at(i + 1) == 'd');
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
